import { composedByWebGL } from '../kit/launch.ts';
import { expect, mapOf, openStory, test, untilLive } from '../kit/page.ts';
import { differenceOf } from '../kit/pixels.ts';
import { holdMapLibre, painted } from '../kit/story.ts';

test.use({ launchOptions: composedByWebGL });

test('The live map takes over at the same camera, without a jump', async ({ page }) => {
  const release = await holdMapLibre(page);
  await openStory(page, 't=2018-06-12');
  await expect(mapOf(page)).toHaveAttribute('data-ground', 'still');
  await painted(page);
  const still = await mapOf(page).screenshot();
  const marks = () =>
    mapOf(page)
      .locator('[data-mark]')
      .evaluateAll((all) => all.map((mark) => [mark.getAttribute('x'), mark.getAttribute('y')]));
  const before = await marks();
  await release();
  await untilLive(page);
  await painted(page);
  expect(await marks()).toEqual(before);
  const live = await mapOf(page).screenshot();
  const difference = await differenceOf(page, still, live);
  expect(difference).toBeLessThan(0.03);
  await page.locator('[data-ground] .live').evaluate((ground) => (ground.style.translate = '2px'));
  const jumped = await differenceOf(page, live, await mapOf(page).screenshot());
  // The still coast is drawn from a tenth of the points, so some of it differs wherever it lies.
  expect(difference, 'less than if it had jumped by two pixels').toBeLessThan(0.6 * jumped);
});
