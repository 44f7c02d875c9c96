import { expect, openStory, test } from '../browser/page.ts';
import { MOMENTS } from './moments.ts';

const FRAMES = [
  ['phone', { width: 360, height: 740 }],
  ['desktop', { width: 1280, height: 800 }],
] as const;

// The still ground is compared: it is the same pixels on every machine, where WebGL's are not.
for (const [frame, viewport] of FRAMES) {
  test.describe(`On a ${frame}`, () => {
    test.use({ viewport });
    for (const [name, query] of MOMENTS) {
      test(`the moment “${name}” looks as it was published`, async ({ page }) => {
        await page.route(/maplibre/, () => new Promise(() => undefined));
        await openStory(page, query);
        await expect(page).toHaveScreenshot(`${name}-${frame}.png`);
      });
    }
  });
}
