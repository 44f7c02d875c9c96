import { launch, type Frame, type Page } from 'puppeteer-core';
import { firstOf, inPath, inProgramFiles, starts } from '../browser/kit/executable.ts';
import type { Engine, EngineKind, EnginePage } from './engine.ts';

const NAMES = ['firefox', 'firefox-esr', 'firefox.exe'];

/** Where installers put a browser that is not on the PATH. */
const USUAL_PLACES = [
  '/snap/bin/firefox',
  '/opt/firefox/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  ...inProgramFiles('Mozilla Firefox', 'firefox.exe'),
];

export const firefox: EngineKind = {
  leftOut: [
    'Firefox: left out, none is installed.',
    `Looked for ${NAMES.slice(0, 2).join(' and ')} on the PATH, and for ${USUAL_PLACES.join(', ')}.`,
    'To run these tests, install Firefox, or name one: PARLEY_FIREFOX=/path/to/firefox npm run firefox',
  ].join(' '),

  async find() {
    const asked = process.env['PARLEY_FIREFOX'];
    if (!asked) return firstOf([...inPath(NAMES), ...USUAL_PLACES]);
    if (await starts(asked)) return asked;
    throw new Error(
      `PARLEY_FIREFOX names ${asked}, which does not start. Name another, or leave it out.`,
    );
  },

  async launch(program): Promise<Engine> {
    const browser = await launch({
      browser: 'firefox',
      executablePath: program,
      // The same map on every machine: few without a graphics card have WebGL in Firefox.
      extraPrefsFirefox: { 'webgl.disabled': true },
    });
    return {
      newPage: async () => drive(await browser.newPage()),
      close: () => browser.close(),
    };
  },
};

async function drive(page: Page): Promise<EnginePage> {
  await page.setViewport({ width: 1280, height: 800 });
  page.setDefaultTimeout(60_000);
  const faults = watch(page);
  return {
    open: async (address) => void (await page.goto(address)),
    run: (script, ...args) => page.evaluate(script, ...args),
    runInFrameOf: async (element, script, ...args) =>
      (await frameOf(page, element)).evaluate(script, ...args),
    click: (selector) => page.locator(selector).click(),
    press: (key) => page.keyboard.press(key),
    move: (x, y) => page.mouse.move(x, y, { steps: 5 }),
    down: () => page.mouse.down(),
    up: () => page.mouse.up(),
    faults: () => faults,
    close: () => page.close(),
  };
}

async function frameOf(page: Page, element: string): Promise<Frame> {
  const iframe = await page.$(`${element} >>> iframe`);
  const frame = await iframe?.contentFrame();
  if (!frame) throw new Error(`<${element}> has no frame.`);
  return frame;
}

/** Collects what goes wrong in a page and its frames, in words, from now on. */
function watch(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on('pageerror', (thrown) => faults.push(`error: ${String(thrown)}`));
  page.on('console', (line) => {
    if (['error', 'warn'].includes(line.type())) faults.push(`${line.type()}: ${line.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  return faults;
}
