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

/**
 * Runs in every document before its scripts. Element, frame and live map give up on who says nothing for so many ms or
 * more. On a slow machine that is no fault, so they wait a hundred times as long. A test of such a limit installs a clock
 * and moves it; that takes the place of this.
 */
export function waitLonger(least = 5000): void {
  const [later, often] = [window.setTimeout, window.setInterval];
  const stretch = (wait = 0): number => (wait >= least ? 100 * wait : wait);
  window.setTimeout = ((run: () => void, wait?: number, ...rest: unknown[]) =>
    later(run, stretch(wait), ...rest)) as typeof window.setTimeout;
  // The watch over MapLibre’s worker looks twice a second (`src/map/maplibre/worker-watchdog.ts`). What looks more often
  // gives nothing up.
  window.setInterval = ((run: () => void, wait = 0, ...rest: unknown[]) =>
    often(run, wait < 500 ? wait : 100 * wait, ...rest)) as typeof window.setInterval;
}

/** A test loses the map’s WebGL and gives it back: the page waits for that as long as the test takes. */
export const waitForWebGL = (page: Page): Promise<unknown> => page.addInitScript(waitLonger, 3000);
