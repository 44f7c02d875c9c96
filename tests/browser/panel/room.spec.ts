import { expect, mapOf } from '../kit/page.ts';
import { boxOf, buttonOf, goToDay, painted, regionOf } from '../kit/story.ts';
import { shared } from '../kit/shared.ts';

const test = shared('desktop');

for (const [width, height] of [
  [1600, 900],
  [1920, 1080],
  [2560, 1440],
] as const) {
  test(`At ${width} × ${height} the page fills the screen, and its buttons stay on it`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await painted(page);
    const side = await boxOf(page.locator('.side'));
    expect(width - side.x - side.width, 'beside the panel').toBeLessThan(0.05 * width);
    const foot = await boxOf(page.locator('footer'));
    expect(height - foot.y - foot.height, 'below the page').toBeLessThan(0.15 * height);
    expect((await boxOf(mapOf(page))).width).toBeGreaterThan(0.6 * width);
    await expect(buttonOf(page, 'Play')).toBeInViewport({ ratio: 1 });
  });
}

test('The panel fades at its lower edge, and hides nothing at its end', async ({ page }) => {
  await goToDay(page, '2018-06-12');
  const side = page.locator('.side');
  const fade = await side.evaluate((panel) => {
    const { position, bottom, backgroundImage, height } = getComputedStyle(panel, '::after');
    return { position, bottom, backgroundImage, height: Number.parseFloat(height) };
  });
  expect(fade).toMatchObject({ position: 'sticky', bottom: '0px' });
  expect(fade.backgroundImage).toContain('gradient');
  await side.evaluate((panel) => panel.scrollTo(0, panel.scrollHeight));
  await painted(page);
  const panel = await boxOf(side);
  const list = await boxOf(regionOf(page, 'All events'));
  expect(list.y + list.height).toBeLessThanOrEqual(panel.y + panel.height - fade.height + 1);
  await side.evaluate((panel) => panel.scrollTo(0, 0));
});
