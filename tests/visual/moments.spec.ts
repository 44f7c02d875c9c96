import { expect } from '../browser/kit/page.ts';
import { shared } from '../browser/kit/shared.ts';
import { goToDay } from '../browser/kit/story.ts';
import { MOMENTS } from './moments.ts';

const FRAMES = [
  ['phone', { width: 360, height: 740 }],
  ['desktop', { width: 1280, height: 800 }],
] as const;

const test = shared('desktop');

// The still ground is compared: it is the same pixels on every machine, where WebGL's are not.
for (const [frame, viewport] of FRAMES) {
  test.describe(`On a ${frame}`, () => {
    for (const [name, day] of MOMENTS) {
      test(`the moment “${name}” looks as it was published`, async ({ page }) => {
        await page.setViewportSize(viewport);
        await goToDay(page, day);
        // The ring of the focus belongs to whoever uses the slider, not to the picture.
        await page.locator(':focus').blur();
        await page.evaluate(() => scrollTo(0, 0));
        await expect(page).toHaveScreenshot(`${name}-${frame}.png`);
      });
    }
  });
}
