import type { Page } from '@playwright/test';
import { openDoor } from '../kit/live.ts';
import { expect } from '../kit/page.ts';
import { shared } from '../kit/shared.ts';
import { buttonOf, goToDay, painted, sliderOf } from '../kit/story.ts';

const test = shared('live');

interface Counts {
  readonly frames: number;
  readonly draws: number;
}

declare global {
  interface Window {
    /** While a test counts. */
    counting: { counts: { frames: number; draws: number }; stop: () => void };
  }
}

/** Counts, from now on, the frames that the page asks for and the pictures that WebGL draws. */
async function countFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counts = { frames: 0, draws: 0 };
    const ask = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => {
      counts.frames++;
      return ask(callback);
    };
    const gl = WebGL2RenderingContext.prototype;
    const { drawElements, drawArrays } = gl;
    gl.drawElements = function (...args) {
      counts.draws++;
      drawElements.apply(this, args);
    };
    gl.drawArrays = function (...args) {
      counts.draws++;
      drawArrays.apply(this, args);
    };
    const stop = () => {
      window.requestAnimationFrame = ask;
      Object.assign(gl, { drawElements, drawArrays });
    };
    window.counting = { counts, stop };
  });
}

const countsIn = (page: Page): Promise<Counts> =>
  page.evaluate(() => ({ ...window.counting.counts }));

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
  await openDoor(page);
  await countFrames(page);
  await page.evaluate(() => window.ground.triggerRepaint());
  await expect
    .poll(async () => (await countsIn(page)).draws, 'a picture is counted')
    .toBeGreaterThan(0);
  await untilCalm(page);
  const before = await countsIn(page);
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
  await page.evaluate(() => window.counting.stop());
});

interface Layer {
  readonly layerId: string;
  readonly height: number;
  readonly paintCount: number;
}

/**
 * Reads the layers that the page is composed of. The browser sends them only when one comes or goes, so a layer of one
 * pixel is put into the page, outside the window.
 */
async function layerReader(page: Page): Promise<() => Promise<readonly Layer[]>> {
  const session = await page.context().newCDPSession(page);
  let layers: readonly Layer[] = [];
  session.on('LayerTree.layerTreeDidChange', (change) => {
    layers = change.layers ?? layers;
  });
  await session.send('DOM.enable');
  await session.send('LayerTree.enable');
  return async () => {
    layers = [];
    const layer = await page.evaluateHandle(() => {
      const box = document.body.appendChild(document.createElement('div'));
      box.style.cssText =
        'position:fixed;top:-9px;width:1px;height:1px;will-change:transform;background:red';
      return box;
    });
    await expect.poll(() => layers.length).toBeGreaterThan(0);
    const read = layers;
    await layer.evaluate((box) => box.remove());
    await painted(page);
    return read;
  };
}

test('Where nothing begins or ends, only the date and the slider are painted', async ({ page }) => {
  await goToDay(page, '2017-10-20');
  // The address comes last, after the panel.
  await expect(page).toHaveURL(/2017-10-20/);
  await painted(page);
  const readLayers = await layerReader(page);
  // To be watched, every layer is painted once more; the first answer may come before that.
  await readLayers();
  const before = new Map(
    (await readLayers()).map(({ layerId, paintCount }) => [layerId, paintCount]),
  );
  const slider = sliderOf(page);
  const from = Number(await slider.inputValue());
  for (const step of [1, 2, 3]) {
    await slider.fill(String(from + step));
    await painted(page);
  }
  const anew = (await readLayers()).filter(
    ({ layerId, paintCount }) => paintCount > (before.get(layerId) ?? 0),
  );
  expect(anew.length, 'the date has been painted').toBeGreaterThan(0);
  const box = await page.locator('.transport').boundingBox();
  for (const { height } of anew) expect(height).toBeLessThanOrEqual(Math.ceil(box?.height ?? 0));
});
