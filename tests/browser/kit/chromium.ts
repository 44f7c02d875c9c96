import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { stripVTControlCharacters } from 'node:util';
import { type Ended, firstOf, inPath, inProgramFiles, run, starts } from './executable.ts';

const MINUTE = 60_000;
/** A download may be slow; this only ends one that hangs. */
const FETCH = 30 * MINUTE;
const FONT = 'fonts-noto-cjk';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome.exe',
  'msedge.exe',
];

/** Where installers put a browser that is not on the PATH. */
const USUAL_PLACES = [
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ...inProgramFiles('Google', 'Chrome', 'Application', 'chrome.exe'),
];

/** A way to come by a browser: its path, or why there is none. */
export interface Source {
  readonly name: string;
  readonly find: () => Promise<{ readonly path: string } | { readonly why: string }>;
}

const SOURCES: readonly Source[] = [
  { name: 'On this machine', find: findInstalled },
  { name: 'From Playwright', find: fetchFromPlaywright },
  { name: 'From the system’s packages', find: fetchFromDebian },
];

/**
 * The path of a Chromium that starts: the one asked for, one that is there, or one fetched now, so
 * that `npm test` needs nothing installed by hand. Throws one sentence for each thing that was tried, and the remedy.
 */
export async function findChromium(sources = SOURCES): Promise<string> {
  const asked = process.env['PARLEY_CHROMIUM'] ?? process.env['CHROMIUM_PATH'];
  if (asked) return askedFor(asked);
  const tried: string[] = [];
  for (const { name, find } of sources) {
    const found = await find();
    if ('path' in found) return found.path;
    tried.push(`  ${name}: ${found.why}`);
  }
  throw new Error(
    [
      'The browser tests need Chromium. None was found, and none could be fetched.',
      ...tried,
      'Install Chromium or Google Chrome, or name one that is there: PARLEY_CHROMIUM=/path/to/chrome npm test',
    ].join('\n'),
  );
}

/** Pictures with Korean text need a Korean font; without one they differ, so try, but never fail. */
export async function ensureFonts(): Promise<void> {
  if (process.platform !== 'linux') return;
  const fonts = await run('fc-list', []);
  if (/Noto ?(Sans|Serif) ?CJK/i.test(fonts.output)) return;
  if (!existsSync('/usr/bin/apt-get') || (await installPackages([FONT])).code !== 0)
    console.warn(`No Noto CJK font: pictures may differ. Install ${FONT}.`);
}

async function askedFor(path: string): Promise<string> {
  if (await starts(path)) return path;
  throw new Error(
    `PARLEY_CHROMIUM or CHROMIUM_PATH names ${path}, which does not start. Name another, or leave it out.`,
  );
}

async function findInstalled(): ReturnType<Source['find']> {
  const path = await firstThatStarts();
  return path ? { path } : { why: 'none that starts.' };
}

const firstThatStarts = (): Promise<string | undefined> =>
  firstOf([chromium.executablePath(), ...inPath(NAMES), ...USUAL_PLACES]);

async function fetchFromPlaywright(): ReturnType<Source['find']> {
  console.log('No Chromium here. Fetching the one that Playwright keeps.');
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const { output } = await run(process.execPath, [cli, 'install', 'chromium'], { limit: FETCH });
  const path = await firstThatStarts();
  return path ? { path } : { why: `the download failed (${reasonIn(output)}).` };
}

async function fetchFromDebian(): ReturnType<Source['find']> {
  if (!existsSync('/usr/bin/apt-get')) return { why: 'there is no apt-get here.' };
  console.log('Fetching Chromium from the system’s packages.');
  const { code, output } = await installPackages(['chromium', FONT]);
  const path = code === 0 ? await firstThatStarts() : undefined;
  return path ? { path } : { why: `apt-get failed (${reasonIn(output)}).` };
}

/** The first line of a command’s output that tells of an error, without a stack. */
export function reasonIn(output: string): string {
  const lines = stripVTControlCharacters(output).split('\n');
  const line = lines.find((each) =>
    /error|fail|refused|denied|required|unable|ENOENT|^E:/i.test(each),
  );
  return line?.trim().slice(0, 200) || 'it gave no reason';
}

/** Installs on Debian and its kin where no password is asked for. */
async function installPackages(names: readonly string[]): Promise<Ended> {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y'];
  const update = await run(apt[0] ?? '', [...apt.slice(1), 'update'], { limit: FETCH });
  if (update.code !== 0) return update;
  const install = [...apt.slice(1), 'install', '--no-install-recommends', ...names];
  return run(apt[0] ?? '', install, { limit: FETCH });
}
