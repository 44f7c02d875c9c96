import type { Page } from '@playwright/test';

type Spot = readonly [x: number, y: number];

/** Drags fingers over the screen, each from one spot to another, as a touch screen reports it. */
export async function drag(page: Page, ...fingers: (readonly [Spot, Spot])[]): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const steps = 10;
  const pointsAt = (step: number) =>
    fingers.map(([from, to], id) => ({
      id,
      x: from[0] + ((to[0] - from[0]) * step) / steps,
      y: from[1] + ((to[1] - from[1]) * step) / steps,
    }));
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', step?: number) =>
    browser.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: step === undefined ? [] : pointsAt(step),
    });
  await touch('touchStart', 0);
  for (let step = 1; step <= steps; step++) await touch('touchMove', step);
  await touch('touchEnd');
  await browser.detach();
}
