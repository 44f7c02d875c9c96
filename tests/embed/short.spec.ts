import type { Frame, Page } from '@playwright/test';
import { composedPlainly } from '../browser/kit/launch.ts';
import { frameLine, mapIn, OFTEN, readyFrame, untilLiveIn } from './kit/frames.ts';
import { expect, test } from './kit/host.ts';

test.use({
  live: true,
  // So few maps may be live in all frames together, and not sixteen, that two of them are too many.
  launchOptions: {
    ...composedPlainly,
    args: [...(composedPlainly.args ?? []), '--max-active-webgl-contexts=1'],
  },
});

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

const zoomIn = async (frame: Frame) => (await canvasIn(frame)).zoom ?? NaN;

/** Scrolls to the n-th frame and waits for its live map. */
async function read(page: Page, index: number): Promise<Frame> {
  await page
    .locator('iframe')
    .nth(index)
    .evaluate((frame) => frame.scrollIntoView());
  const frame = await readyFrame(page, index);
  await untilLiveIn(frame);
  return frame;
}

/** Scrolls on to the text below the n-th frame and lets time pass until the frame has given WebGL back. */
async function leave(page: Page, index: number): Promise<void> {
  const frame = await readyFrame(page, index);
  await page
    .locator('.text')
    .nth(index)
    .evaluate((text) => text.scrollIntoView());
  const state = async () => {
    await page.clock.fastForward(1000);
    return mapIn(frame).getAttribute('data-live');
  };
  await expect.poll(state, OFTEN).toBe('absent');
  expect(await frame.locator('canvas').count()).toBe(0);
  await expect(frame.locator('.still').first()).toBeVisible();
  expect(await zoomIn(frame), 'nothing holds the map that is gone').toBeNaN();
}

// Where a browser runs short of WebGL it writes to the console, which fails every test.
test('EM-21, EM-25, EM-31: a frame that was hidden comes out right; the wheel moves the article; whoever is read is live, and gives WebGL back to the next', async ({
  page,
  host,
}) => {
  const [wide, narrow] = [
    { width: 500, height: 500 },
    { width: 340, height: 500 },
  ];
  await page.clock.install();
  await page.setViewportSize(wide);
  const text = '<div class="text" style="height:1500px"></div>';
  await host.open(`<div id="tab" hidden>${frameLine('', 't=2018-06-12')}</div>${text}
    ${frameLine('height="300" loading="lazy"')}${text}`);
  const slider = host.frame().locator('input[type="range"]');
  await expect(slider, 'come to life unseen').toHaveAttribute('aria-valuetext', /^12 June 2018/);
  await page.locator('#tab').evaluate((tab) => tab.removeAttribute('hidden'));
  const frame = await read(page, 0);
  const before = await canvasIn(frame);
  const home = before.zoom ?? NaN;

  await test.step('EM-31: a frame that was hidden comes out right', () => {
    expect(before.width).toBe(before.room);
    expect(before.room).toBeGreaterThan(400);
  });

  await test.step('EM-21: over the live map, over its inset and over the player the wheel moves the article, both ways', async () => {
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
        await expect
          .poll(() => page.evaluate(() => scrollY), { ...OFTEN, message: what })
          .toBe(Math.max(0, 60 + by));
      }
    }
    expect(await zoomIn(frame)).toBe(home);
  });

  await test.step('EM-25: a map that has rested comes back as its frame is by then, and meanwhile another is live', async () => {
    await page.setViewportSize(narrow);
    await expect.poll(() => zoomIn(frame), OFTEN).toBeLessThan(home - 0.1);
    await leave(page, 0);
    await page.setViewportSize(wide);
    await read(page, 1);
    await leave(page, 1);
    await read(page, 0);
    expect(await zoomIn(frame)).toBeCloseTo(home, 5);
  });

  await test.step('EM-25: where the reader had moved it, it comes back as he left it, and he finds home', async () => {
    await frame.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(() => zoomIn(frame), OFTEN).toBeCloseTo(home + 1, 5);
    await leave(page, 0);
    await read(page, 0);
    expect(await zoomIn(frame)).toBeCloseTo(home + 1, 5);
    await frame.getByRole('button', { name: 'Zoom out' }).click();
    await expect.poll(() => zoomIn(frame), OFTEN).toBeCloseTo(home, 5);
  });
});
