import type { Page } from '@playwright/test';
import { expect, SMALL, test as own, untilLive, untilReady } from '../kit/page.ts';
import { openDoor, untilCome, viewOf } from '../kit/live.ts';
import { boxOf } from '../kit/story.ts';
import { shared } from '../kit/shared.ts';
import { drag } from '../kit/touch.ts';

const test = shared('live');

const WHEEL = 'Hold Ctrl and scroll to zoom the map';
const TOUCH = 'Use two fingers to move the map';

const isFull = (page: Page) => page.evaluate(() => document.fullscreenElement !== null);

/** A spot of the map with no name and no mark on it, from the window's corner. */
async function seaOf(page: Page): Promise<readonly [number, number]> {
  const { x, y, width, height } = await boxOf(page.locator('.world'));
  return [x + width * 0.6, y + height * 0.2];
}

own.describe('On a touch laptop, in a frame', () => {
  own.use({ hasTouch: true, viewport: SMALL });

  own('the map asks by the device in use, and in full screen it does not ask', async ({ page }) => {
    await page.goto('/embed.html');
    await untilReady(page);
    await untilLive(page);
    await openDoor(page);
    const roll = async () => {
      await page.mouse.move(...(await seaOf(page)));
      await page.mouse.wheel(0, -300);
    };
    const wipe = async () => {
      const [x, y] = await seaOf(page);
      await drag(page, [
        [x, y],
        [x - 120, y],
      ]);
    };
    const zoom = async () => (await viewOf(page)).zoom;
    const lng = async () => (await viewOf(page)).lng;
    const wheel = page.getByText(WHEEL);
    const touch = page.getByText(TOUCH);

    const home = await viewOf(page);

    const expectAsked = async () => {
      await roll();
      await expect(wheel).toBeVisible();
      await expect(touch).toBeHidden();
      await wipe();
      await expect(touch).toBeVisible();
      await expect(wheel).toBeHidden();
      await roll();
      await expect(wheel).toBeVisible();
    };
    await expectAsked();
    expect(await viewOf(page)).toEqual(home);

    await page.getByRole('slider').press('f');
    await expect.poll(() => isFull(page)).toBe(true);
    await expect(wheel.or(touch)).toHaveCount(0);
    const whole = await zoom();
    await roll();
    await expect.poll(zoom).toBeGreaterThan(whole + 0.1);
    await untilCome(page);
    const west = await lng();
    await wipe();
    await expect.poll(lng).toBeGreaterThan(west + 1);
    await expect(wheel.or(touch)).toHaveCount(0);

    // Esc is the browser's own key there; it does this.
    await page.evaluate(() => document.exitFullscreen());
    await expect(wheel).toHaveCount(1);
    await untilCome(page);
    const near = await zoom();
    await expectAsked();
    expect(await zoom()).toBe(near);
  });
});

test('On another screen the live map is as sharp as that, and again on the first one', async ({
  page,
}) => {
  const browser = await page.context().newCDPSession(page);
  const sharpness = () =>
    page
      .locator('[data-ground="live"] canvas')
      .evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.clientWidth);
  for (const deviceScaleFactor of [2, 1, 1.5, 3, 1]) {
    const screen = { ...SMALL, deviceScaleFactor, mobile: false };
    await browser.send('Emulation.setDeviceMetricsOverride', screen);
    await expect.poll(sharpness).toBeCloseTo(deviceScaleFactor, 1);
  }
});
