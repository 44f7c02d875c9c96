import { expect, type Page } from '@playwright/test';

/** That the first map of an example, on a phone's screen of 360 px, is seen and stands at its moment. */
export async function expectSeen(page: Page, moment: RegExp): Promise<void> {
  const map = page.locator('iframe').first();
  await page.locator('figure').first().scrollIntoViewIfNeeded();
  await expect(map.contentFrame().getByRole('slider')).toHaveAttribute('aria-valuetext', moment);
  await expect(map).toBeVisible();
  const box = await map.boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(300);
  expect(box?.height).toBeGreaterThanOrEqual(300);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
}
