import { expect, type Page } from '@playwright/test';

/** How often, in ms, a state is asked for that many tests wait for: Playwright’s own pace goes up to a second. */
export const OFTEN = { intervals: [20, 50, 100] };

/** Waits until the page answers to the reader. */
export async function untilReady(page: Page): Promise<void> {
  const answers = () => page.locator('html').getAttribute('data-parley');
  await expect.poll(answers, { message: 'the page answers', ...OFTEN }).toBe('ready');
}

/** Waits for the first picture: a box may be measured before its style sheets are there, but nothing is drawn. */
export async function untilDrawn(page: Page): Promise<void> {
  const drawings = () =>
    page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length);
  await expect.poll(drawings, { message: 'the page is drawn', ...OFTEN }).toBeGreaterThan(0);
}

/** Waits until MapLibre has taken over from the still ground; slow without a graphics card. */
export async function untilLive(page: Page): Promise<void> {
  const ground = () => page.locator('[data-ground]').getAttribute('data-ground');
  await expect
    .poll(ground, { message: 'the live map has come', intervals: [50, 100] })
    .toBe('live');
}

/** Waits for two frames: whatever was to be laid out and painted has been. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

/** Keeps MapLibre on its way until the answer is called: the page as it is before the live map is there. */
export async function holdMapLibre(page: Page): Promise<() => Promise<void>> {
  const held: (() => void)[] = [];
  let open = false;
  await page.route(/\/maplibre-/, async (route) => {
    if (!open) await new Promise<void>((release) => held.push(release));
    await route.continue().catch(() => undefined);
  });
  return async () => {
    open = true;
    for (const release of held) release();
    await page.unroute(/\/maplibre-/);
  };
}
