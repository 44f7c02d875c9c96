import type { Page } from '@playwright/test';
import { expect, openStory, SMALL, test, untilLive } from './page.ts';
import { buttonOf, goToDay, painted, sliderOf } from './story.ts';
import { shared } from './shared.ts';

const live = shared('live');

/** Counts, from the page’s first script on, the frames it asks for and the pictures WebGL draws. */
async function countFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counts = { frames: 0, draws: 0, shift: 0 };
    Object.assign(window, { counts });
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => {
      counts.frames++;
      return ask(callback);
    };
    const gl = WebGL2RenderingContext.prototype;
    for (const name of ['drawElements', 'drawArrays'] as const) {
      const draw = gl[name] as (...args: unknown[]) => void;
      Object.assign(gl, {
        [name](this: WebGL2RenderingContext, ...args: unknown[]) {
          counts.draws++;
          draw.apply(this, args);
        },
      });
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        counts.shift += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

interface Counts {
  readonly frames: number;
  readonly draws: number;
  readonly shift: number;
}

const countsIn = (page: Page): Promise<Counts> =>
  page.evaluate(() => ({ ...(window as unknown as { counts: Counts }).counts }));

/** Looks on for a while of the page’s own time, as a reader who does nothing would. */
const lookOn = (page: Page, ms: number): Promise<void> =>
  page.evaluate((wait) => new Promise<void>((done) => setTimeout(done, wait)), ms);

/** MapLibre has drawn its last picture: nothing was drawn between two looks. */
async function untilCalm(page: Page): Promise<void> {
  await expect(async () => {
    const { draws } = await countsIn(page);
    await painted(page);
    expect((await countsIn(page)).draws).toBe(draws);
  }).toPass();
}

test('A page at rest asks for no frame and draws nothing, live and after playing; a scrub of 100 steps draws no ground', async ({
  page,
}) => {
  await page.setViewportSize(SMALL);
  await countFrames(page);
  await openStory(page);
  await untilLive(page);
  await untilCalm(page);
  const before = await countsIn(page);
  expect(before.draws, 'the live map has been drawn').toBeGreaterThan(0);
  await lookOn(page, 2000);
  expect(await countsIn(page)).toEqual(before);

  await buttonOf(page, 'Play').click();
  await expect.poll(() => sliderOf(page).inputValue()).not.toBe('0');
  const playing = await countsIn(page);
  expect(playing.frames, 'playing is counted').toBeGreaterThan(before.frames);
  expect(playing.draws, 'playing draws no ground').toBe(before.draws);
  await buttonOf(page, 'Pause').click();
  const paused = await countsIn(page);
  await lookOn(page, 1000);
  expect(await countsIn(page)).toEqual(paused);

  await sliderOf(page).evaluate(async (slider: HTMLInputElement) => {
    for (let step = 200; step < 300; step++) {
      slider.value = String(step);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      // One step for each frame, as a drag brings them; these frames are the test’s own.
      await new Promise((done) => setTimeout(done));
    }
  });
  await painted(page);
  await expect(sliderOf(page)).toHaveValue('299');
  expect((await countsIn(page)).draws).toBe(paused.draws);
});

interface Layer {
  readonly layerId: string;
  readonly height: number;
  readonly paintCount: number;
}

/** The layers that the page is put together from, as they last were. */
async function watchLayers(page: Page): Promise<() => readonly Layer[]> {
  const session = await page.context().newCDPSession(page);
  let layers: readonly Layer[] = [];
  session.on('LayerTree.layerTreeDidChange', (change) => {
    layers = change.layers ?? layers;
  });
  await session.send('DOM.enable');
  await session.send('LayerTree.enable');
  await expect.poll(() => layers.length).toBeGreaterThan(0);
  return () => layers;
}

live('Where nothing begins or ends, only the date and the slider are painted', async ({ page }) => {
  await goToDay(page, '2017-10-20');
  await painted(page);
  const layersNow = await watchLayers(page);
  await painted(page);
  const before = new Map(layersNow().map(({ layerId, paintCount }) => [layerId, paintCount]));
  const slider = sliderOf(page);
  const from = Number(await slider.inputValue());
  const anew = (): readonly Layer[] =>
    layersNow().filter(({ layerId, paintCount }) => paintCount > (before.get(layerId) ?? 0));
  for (const step of [1, 2, 3]) {
    await slider.fill(String(from + step));
    await painted(page);
  }
  await expect.poll(() => anew().length, 'the date has been painted').toBeGreaterThan(0);
  const box = await page.locator('.transport').boundingBox();
  for (const { height } of anew()) expect(height).toBeLessThanOrEqual(Math.ceil(box?.height ?? 0));
});
