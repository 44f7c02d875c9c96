import { launch, type Browser, type Frame, type Page } from 'puppeteer-core';
import { test as base, expect } from 'vitest';

const { PARLEY_FIREFOX = '', PARLEY_PORT = '' } = process.env;

/** Where the story is served, and the same server under the name of another site, for host pages. */
export const ADDRESS = `http://127.0.0.1:${PARLEY_PORT}`;
export const OTHER_SITE = `http://localhost:${PARLEY_PORT}`;

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

/** Vitest’s test with a page of its own in Firefox, failing on anything that goes wrong in it. */
export const test = base.extend<{ page: Page; firefox: Browser }>({
  firefox: [
    async ({}, use) => {
      const firefox = await launch({
        browser: 'firefox',
        executablePath: PARLEY_FIREFOX,
        // The same map on every machine: few without a graphics card have WebGL in Firefox.
        extraPrefsFirefox: { 'webgl.disabled': true },
      });
      await use(firefox);
      await firefox.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ firefox }, use) => {
    const page = await firefox.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    page.setDefaultTimeout(60_000);
    const faults = watch(page);
    await use(page);
    expect(faults, 'a page throws nothing, logs nothing and misses no file').toEqual([]);
    await page.close();
  },
});

/** Opens the shipped story and waits until it answers to the reader. */
export async function openStory(page: Page, query = ''): Promise<void> {
  await page.goto(`${ADDRESS}/index.html${query}`);
  const answers = () => page.$eval('html', ({ dataset }) => dataset['parley']);
  await expect.poll(answers, { message: 'the page answers' }).toBe('ready');
}

/** The element with this accessible name. Puppeteer’s own search by name takes Firefox seconds. */
export const named = (name: string): string => `[aria-label="${name}"]`;

/** The date that is written over the slider. */
export const dateOf = (page: Page | Frame): Promise<string> =>
  page.$eval('.date', ({ textContent }) => textContent);

/** The drawing of a moment: the story layers of world and inset, to the last attribute. */
export const drawingOf = (page: Page): Promise<string> =>
  page.$$eval('[data-ground] svg.story', (layers) =>
    layers.map(({ outerHTML }) => outerHTML).join('\n'),
  );
