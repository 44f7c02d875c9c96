import type { Frame } from '@playwright/test';
import { drag } from '../browser/touch.ts';
import { expect, test } from './host.ts';
import { frameLine, mapIn, readyFrame, untilLiveIn } from './frames.ts';

/** The live map's canvas, and how far it is zoomed in. */
const canvasIn = (frame: Frame) =>
  frame.evaluate(() => {
    const container = document.querySelector('.live') as unknown as {
      clientWidth: number;
      querySelector(selector: string): HTMLCanvasElement | null;
      [key: symbol]: { getZoom(): number } | undefined;
    };
    return {
      width: container.querySelector('canvas')?.clientWidth,
      room: container.clientWidth,
      zoom: container[Symbol.for('parley.map')]?.getZoom(),
    };
  });

test('EM-31, EM-21, EM-25: a frame that was hidden comes out right; the wheel moves the article; out of sight it gives WebGL back', async ({
  page,
  host,
}) => {
  test.slow();
  await page.setViewportSize({ width: 500, height: 500 });
  const line = frameLine('', 't=2018-06-12');
  await host.open(`<div id="tab" hidden>${line}</div><div style="height:3000px"></div>`);
  const slider = host.frame().locator('input[type="range"]');
  await expect(slider, 'come to life unseen').toHaveAttribute('aria-valuetext', /^12 June 2018/);
  await page.locator('#tab').evaluate((tab) => tab.removeAttribute('hidden'));
  const frame = await readyFrame(page);
  await untilLiveIn(frame);
  const before = await canvasIn(frame);
  expect(before.width).toBe(before.room);
  expect(before.room).toBeGreaterThan(400);

  // EM-21: over the live map, over its inset and over the player, both ways.
  for (const [what, y] of [
    ['.live canvas', 90],
    ['.inset *', 172],
    ['.timeline *', 410],
  ] as const) {
    const isOver = ([what, y]: readonly [string, number]) =>
      document.elementFromPoint(250, y)?.matches(what);
    expect(await frame.evaluate(isOver, [what, y] as const), what).toBe(true);
    for (const by of [100, -100]) {
      await page.evaluate(() => scrollTo(0, 60));
      await page.mouse.move(250, y - 60);
      await page.mouse.wheel(0, by);
      await expect.poll(() => page.evaluate(() => scrollY), what).toBe(Math.max(0, 60 + by));
    }
  }
  expect((await canvasIn(frame)).zoom).toBe(before.zoom);

  // EM-25: away for a while, it stands still where it was; seen again, it is live again.
  await page.evaluate(() => scrollTo(0, 3000));
  await expect(mapIn(frame)).toHaveAttribute('data-live', 'absent', { timeout: 15_000 });
  expect(await frame.locator('canvas').count()).toBe(0);
  await expect(frame.locator('.still').first()).toBeVisible();
  await page.evaluate(() => scrollTo(0, 0));
  await untilLiveIn(frame);
});

test('EM-25: a map that has rested comes back as its frame is by then; where the reader had moved it, as he left it, and he finds home', async ({
  page,
  host,
}) => {
  test.slow();
  const [wide, narrow] = [
    { width: 700, height: 700 },
    { width: 360, height: 700 },
  ];
  await page.setViewportSize(wide);
  await host.open(`${frameLine()}<div style="height:3000px"></div>`);
  const frame = await readyFrame(page);
  await untilLiveIn(frame);
  const zoom = async () => (await canvasIn(frame)).zoom ?? NaN;
  const home = await zoom();

  /** Out of sight for long enough, and back; `meanwhile` the article is laid out anew. */
  const rest = async (meanwhile: { width: number; height: number }): Promise<void> => {
    await page.evaluate(() => scrollTo(0, 3000));
    await expect(mapIn(frame)).toHaveAttribute('data-live', 'absent', { timeout: 15_000 });
    await page.setViewportSize(meanwhile);
    expect(await zoom(), 'nothing holds the map that is gone').toBeNaN();
    await page.evaluate(() => scrollTo(0, 0));
    await untilLiveIn(frame);
  };
  await page.setViewportSize(narrow);
  await expect.poll(zoom).toBeLessThan(home - 0.1);
  await rest(wide);
  expect(await zoom()).toBeCloseTo(home, 5);

  await frame.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(zoom).toBeCloseTo(home + 1, 5);
  await rest(wide);
  expect(await zoom()).toBeCloseTo(home + 1, 5);
  await frame.getByRole('button', { name: 'Zoom out' }).click();
  await expect.poll(zoom).toBeCloseTo(home, 5);
});

test.describe('By finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } });

  test('EM-21: one finger moves the article, also where it begins on the map', async ({
    page,
    host,
  }) => {
    await host.open(`${frameLine()}<div style="height:3000px"></div>`, {
      head: '<meta name="viewport" content="width=device-width">',
    });
    await untilLiveIn(await readyFrame(page));
    await drag(page, [
      [180, 150],
      [180, 20],
    ]);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(80);
  });
});

test('EM-25: of twenty maps in an article every one that is seen is drawn', async ({
  page,
  host,
}) => {
  test.slow();
  await page.setViewportSize({ width: 360, height: 300 });
  await host.open(
    Array.from({ length: 20 }, () => frameLine('height="300" loading="lazy"')).join('<br>'),
  );
  for (let index = 0; index < 20; index += 1) {
    const element = page.locator('iframe').nth(index);
    await element.scrollIntoViewIfNeeded();
    await expect(element.contentFrame().locator('.ground .land').first()).toBeVisible();
  }
});
