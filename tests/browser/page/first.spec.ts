import type { Page } from '@playwright/test';
import { expect, test, untilDrawn } from '../kit/page.ts';
import { watchShifts } from '../kit/shifts.ts';
import { FILE } from '../kit/story.ts';

/** The page as it is first drawn, by the HTML, the style sheets and the one script in the head. */
async function openUntouched(page: Page, address: string): Promise<void> {
  await page.route(/(?<!head-[\w-]{8})\.js$/, () => undefined);
  await page.goto(address, { waitUntil: 'commit' });
  await expect(page.locator('.map')).toBeVisible();
  await untilDrawn(page);
}

const paperOf = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

const LIGHT = 'rgb(255, 255, 255)';
const DARK = 'rgb(20, 23, 26)';

test('The first picture has the colours that the address asks for', async ({ page }) => {
  for (const [address, system, paper] of [
    ['index.html', 'light', LIGHT],
    ['index.html', 'dark', DARK],
    ['index.html?theme=dark', 'light', DARK],
    ['index.html?theme=light', 'dark', LIGHT],
    ['embed.html', 'dark', LIGHT],
    ['embed.html?theme=dark', 'light', 'rgb(18, 18, 18)'],
    ['embed.html?theme=auto', 'dark', 'rgb(18, 18, 18)'],
  ] as const) {
    await page.emulateMedia({ colorScheme: system });
    await openUntouched(page, address);
    expect(await paperOf(page), `${address}, the system ${system}`).toBe(paper);
  }
});

test('EM-24: the first picture of a frame leaves out the bar and the land that its address leaves out', async ({
  page,
}) => {
  await openUntouched(page, 'embed.html?controls=0&basemap=none');
  await expect(page.getByRole('slider')).toBeHidden();
  const sea = await page.locator('.map').evaluate((map) => getComputedStyle(map).backgroundColor);
  await expect(page.locator('path.land').first()).toHaveCSS('fill', sea);
});

test.describe('Where the script in the head does not come', () => {
  test.use({ allowed: [/head-[\w-]{8}\.js/] });

  test('the page does what its address asks as soon as it can', async ({ page }) => {
    await page.route(/\/head-/, (route) => route.abort());
    await page.goto('index.html?theme=dark&motion=reduce');
    await expect(page.locator('html')).toHaveAttribute('data-parley', 'ready');
    expect(await paperOf(page)).toBe(DARK);
    await expect(page.locator('html')).toHaveAttribute('data-motion', 'reduce');
  });
});

const MOMENTS = ['t=2018-06-12', 'event=hanoi', 'place=beijing', 'start=2018-03'];

test('Of another moment than the address names nothing is read, as long as its scripts may come', async ({
  page,
}) => {
  const cards = page.locator('#now, #all-events');
  const seen = () =>
    cards.evaluateAll(
      (all) => all.filter((each) => each.checkVisibility({ visibilityProperty: true })).length,
    );
  for (const moment of MOMENTS) {
    await openUntouched(page, `index.html?${moment}`);
    expect(await seen(), moment).toBe(0);
  }
  // Five seconds later there is no hope of them; and printing does not bring the wait back.
  const delay = await page.evaluate(() => {
    const [wait] = document.documentElement.getAnimations();
    wait?.finish();
    return wait?.effect?.getTiming().delay;
  });
  expect(delay).toBe(5000);
  expect(await seen()).toBe(2);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#now')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  expect(await seen()).toBe(2);
  await openUntouched(page, 'index.html?theme=light&utm_event=event&t=');
  expect(await seen()).toBe(2);
});

for (const width of [768, 1280, 1920]) {
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height: Math.round(0.4 * width + 400) } });

    test('nothing moves while a page opens at its own moment or in its own language', async ({
      page,
    }) => {
      const shifts = await watchShifts(page);
      await page.route(/maplibre/, () => undefined);
      for (const moment of [...MOMENTS, 'lang=ko', 'lang=ko&event=hanoi']) {
        await page.goto(`index.html?${moment}`);
        await expect(page.locator('html')).toHaveAttribute('data-parley', 'ready');
        await expect(page.locator('#all-events')).toBeVisible();
        await expect(page.locator('#parley li[id^="event-"]')).toHaveCount(FILE.events.length);
        expect(await shifts(), moment).toEqual([]);
      }
    });
  });
}
