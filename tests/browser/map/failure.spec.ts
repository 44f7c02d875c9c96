import type { Page } from '@playwright/test';
import { expect, mapOf, openStory, SMALL, test, untilLive } from '../kit/page.ts';
import { buttonOf, goToDay, MAIN, placeOf, regionOf, saidBy } from '../kit/story.ts';
import { waitForWebGL } from '../kit/waits.ts';

const CANNOT_DRAW =
  'This browser cannot draw the moving map. The still map is shown; the rest works.';
const NOT_LOADED = 'The moving map could not be loaded. The still map is shown; the rest works.';

test.use({ viewport: SMALL });

/** The still map stays, one sentence says so, and everything else works as ever. */
async function expectStill(page: Page, state = 'failed', sentence = CANNOT_DRAW): Promise<void> {
  await expect(mapOf(page)).toHaveAttribute('data-live', state);
  await expect(mapOf(page)).toHaveAttribute('data-ground', 'still');
  await expect(page.getByText(sentence)).toHaveCount(1);
  await expect(page.getByText(sentence)).toBeVisible();
  const ground = mapOf(page).locator('svg.ground').first();
  await expect(ground).toBeVisible();
  expect(await ground.evaluate((svg) => getComputedStyle(svg).visibility)).toBe('visible');
  await expect(page.getByRole('button', { name: 'Zoom in' })).toHaveCount(0);
  await expect(page.locator('[data-ground] canvas')).toHaveCount(0);

  for (const { name } of MAIN) {
    await placeOf(page, name).click();
    await expect(placeOf(page, name)).toHaveAttribute('aria-pressed', 'true');
    await expect(regionOf(page, name)).toBeVisible();
  }
  await goToDay(page, '2018-06-12');
  expect(await saidBy(page)).toMatch(/^12 June 2018\./);
  await buttonOf(page, 'Next event').click();
  expect(await saidBy(page)).toMatch(/^19 June 2018\./);
}

test.describe('When MapLibre cannot be fetched', () => {
  test.use({ allowed: [/Failed to load resource.*ERR_FAILED/] });

  test('the still map stays, and one sentence says so', async ({ page }) => {
    await page.route(/\/maplibre-/, (route) => route.abort());
    await openStory(page);
    await expectStill(page, 'unreachable', NOT_LOADED);
  });

  test('the live map comes at the next gesture after it can be', async ({ page }) => {
    await page.route(/\/maplibre-/, (route) => route.abort());
    await openStory(page);
    await expect(page.getByText(NOT_LOADED)).toBeVisible();
    await page.unroute(/\/maplibre-/);
    await page.getByRole('heading', { level: 1 }).click();
    await untilLive(page);
    await expect(page.getByText(NOT_LOADED)).toHaveCount(0);
  });
});

test('When there is no WebGL, the still map stays, and one sentence says so', async ({ page }) => {
  await page.addInitScript(() => {
    for (const Canvas of [HTMLCanvasElement, OffscreenCanvas]) {
      const plain = Canvas.prototype.getContext as (...args: unknown[]) => unknown;
      Object.assign(Canvas.prototype, {
        getContext(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
          return kind.startsWith('webgl') ? null : plain.call(this, kind, ...rest);
        },
      });
    }
  });
  await openStory(page);
  await expectStill(page);
});

test.describe('When the worker cannot be had', () => {
  test.use({ allowed: [/Failed to load resource.*ERR_FAILED/] });

  test('the still map stays, and one sentence says so', async ({ page }) => {
    await page.route(/maplibre-gl-worker/, (route) => route.abort());
    await openStory(page);
    await expectStill(page);
  });
});

test('When the worker never answers, the still map stays, and after a time one sentence says so', async ({
  page,
}) => {
  await page.clock.install({ time: '2026-01-01T00:00:00Z' });
  await page.route(/maplibre-gl-worker/, () => new Promise(() => undefined));
  await openStory(page);
  await expect(page.locator('[data-ground] canvas')).toHaveCount(1);
  await expect(page.getByText(CANNOT_DRAW)).toHaveCount(0);
  const play = await buttonOf(page, 'Play').boundingBox();
  await page.clock.runFor(8_000);
  await expect(page.getByText(CANNOT_DRAW)).toBeVisible();
  expect(await buttonOf(page, 'Play').boundingBox(), 'what is below the map stays').toEqual(play);
  await expectStill(page);
});

test('When WebGL is lost and does not come back, the still map returns', async ({ page }) => {
  await page.clock.install({ time: '2026-01-01T00:00:00Z' });
  await openStory(page);
  await untilLive(page);
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-ground] canvas');
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await expect(mapOf(page)).toHaveAttribute('data-live', 'lost');
  await page.clock.runFor(4_000);
  await expectStill(page);
});

test('When WebGL is lost and comes back before the map has appeared, it appears all the same', async ({
  page,
}) => {
  await waitForWebGL(page);
  let release = (): void => undefined;
  const held = new Promise<void>((done) => (release = done));
  await page.route(/maplibre-gl-worker/, async (route) => {
    await held;
    await route.continue();
  });
  await openStory(page);
  await expect(page.locator('[data-ground] canvas')).toHaveCount(1);
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-ground] canvas');
    const context = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    context?.loseContext();
    Object.assign(window, { restore: () => context?.restoreContext() });
  });
  await expect(mapOf(page)).toHaveAttribute('data-live', 'lost');
  await page.evaluate(() => (window as unknown as { restore: () => void }).restore());
  await expect(mapOf(page)).toHaveAttribute('data-live', 'loading');
  release();
  await untilLive(page);
  await expect(page.getByText(CANNOT_DRAW)).toHaveCount(0);
});

test('While MapLibre is still on its way the slider answers; the page was painted before it was asked for', async ({
  page,
}) => {
  const asked: number[] = [];
  await page.route(/\/maplibre-/, () => {
    asked.push(Date.now());
    return new Promise(() => undefined);
  });
  await openStory(page);
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  await goToDay(page, '2018-06-12');
  expect(await saidBy(page)).toMatch(/^12 June 2018\./);
  const painted = await page.evaluate(() => {
    const [first] = performance.getEntriesByName('first-contentful-paint');
    return performance.timeOrigin + (first?.startTime ?? Infinity);
  });
  expect(painted).toBeLessThan(Math.min(...asked));
});
