import { test as base, expect } from 'vitest';
import { ENGINES, type EngineName } from './engines.ts';
import type { Engine, EnginePage } from './engine.ts';

const { PARLEY_ENGINE = '', PARLEY_PROGRAM = '', PARLEY_PORT = '' } = process.env;

/** Where the story is served, and the same server under the name of another site, for host pages. */
export const ADDRESS = `http://127.0.0.1:${PARLEY_PORT}`;
export const OTHER_SITE = `http://localhost:${PARLEY_PORT}`;

/** Vitest’s test with a page of its own in the browser, failing on anything that goes wrong in it. */
export const test = base.extend<{ page: EnginePage; engine: Engine }>({
  engine: [
    async ({}, use) => {
      const engine = await ENGINES[PARLEY_ENGINE as EngineName].launch(PARLEY_PROGRAM);
      await use(engine);
      await engine.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ engine }, use) => {
    const page = await engine.newPage();
    await use(page);
    expect(page.faults(), 'a page throws nothing, logs nothing and misses no file').toEqual([]);
    await page.close();
  },
});

/** Opens the shipped story and waits until it answers to the reader. */
export async function openStory(page: EnginePage, query = ''): Promise<void> {
  await page.open(`${ADDRESS}/index.html${query}`);
  const answers = () => page.run(() => document.documentElement.dataset['parley']);
  await expect.poll(answers, { message: 'the page answers' }).toBe('ready');
}

/** The date that is written over the slider; runs in the page. */
export const readDate = (): string | null => document.querySelector('.date')?.textContent ?? null;

export const dateOf = (page: EnginePage): Promise<string | null> => page.run(readDate);

/** The drawing of a moment: the story layers of world and inset, to the last attribute. */
export const drawingOf = (page: EnginePage): Promise<string> =>
  page.run(() =>
    [...document.querySelectorAll('[data-ground] svg.story')]
      .map(({ outerHTML }) => outerHTML)
      .join('\n'),
  );
