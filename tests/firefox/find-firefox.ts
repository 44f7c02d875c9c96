import { firstOf, inPath, inProgramFiles, starts } from '../browser/kit/executable.ts';

const NAMES = ['firefox', 'firefox-esr', 'firefox.exe'];

/** Where installers put a browser that is not on the PATH. */
const USUAL_PLACES = [
  '/snap/bin/firefox',
  '/opt/firefox/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  ...inProgramFiles('Mozilla Firefox', 'firefox.exe'),
];

/** Said where there is no Firefox, so that nobody takes a run without it for one with it. */
export const LEFT_OUT = [
  'Firefox: left out, none is installed.',
  `Looked for ${NAMES.slice(0, 2).join(' and ')} on the PATH, and for ${USUAL_PLACES.join(', ')}.`,
  'To run these tests, install Firefox, or name one: PARLEY_FIREFOX=/path/to/firefox npm run firefox',
].join(' ');

/** The path of a Firefox that starts: the one asked for, or one that is installed. None is ever fetched. */
export async function findFirefox(): Promise<string | undefined> {
  const asked = process.env['PARLEY_FIREFOX'];
  if (!asked) return firstOf([...inPath(NAMES), ...USUAL_PLACES]);
  if (await starts(asked)) return asked;
  throw new Error(
    `PARLEY_FIREFOX names ${asked}, which does not start. Name another, or leave it out.`,
  );
}
