import type { Page } from '@playwright/test';
import { addStyle, expect, mapOf, SIZES } from '../kit/page.ts';
import {
  boxOf,
  buttonOf,
  goToDay,
  MAIN,
  painted,
  placeOf,
  saidBy,
  sliderOf,
} from '../kit/story.ts';
import { drag } from '../kit/touch.ts';
import { shared } from '../kit/shared.ts';

const test = shared('desktop');
const touch = shared('finger');

/** The smallest phone. */
const PHONE = SIZES[0];

/** Things to be pressed whose target is smaller than so many pixels, unless they are words in a text. */
const smallerThan = (page: Page, least: number) =>
  page.evaluate((limit) => {
    const all = document.querySelectorAll<HTMLElement>('button, a, input, select, summary');
    return [...all].flatMap((thing) => {
      const { width, height } = thing.getBoundingClientRect();
      const inText = thing.matches('a') && thing.closest('p, dd, li') !== null;
      const hidden = width === 0 || thing.matches('.skip') || !thing.checkVisibility();
      if (hidden || inText || (width >= limit && height >= limit)) return [];
      return [`${thing.ariaLabel ?? thing.textContent.trim()} ${width}×${height}`];
    });
  }, least);

/** Texts and controls that are cut off, and whether the page must be scrolled sideways. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const faults = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} px wide`);
    const texts = 'h1, h2, h3, p, dt, dd, time, button, summary, .name';
    for (const text of document.querySelectorAll<HTMLElement>(`.parley :is(${texts})`)) {
      const { left, right, width } = text.getBoundingClientRect();
      const clipped = getComputedStyle(text).overflowX !== 'visible';
      const wide = clipped && text.scrollWidth > text.clientWidth + 1;
      if (!text.checkVisibility() || width <= 1 || text.matches('.skip')) continue;
      if (wide || left < -1 || right > clientWidth + 1) faults.push(text.textContent.trim());
    }
    return faults;
  });

test('At 320 × 256 pixels, as at a zoom of 400 %, nothing is lost and all can be used', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await goToDay(page, '2018-09-19');
  await painted(page);
  expect(await cutOff(page)).toEqual([]);
  const controls = [
    ...MAIN.map(({ name }) => placeOf(page, name)),
    ...['Previous event', 'Play', 'Next event', 'Key to the map', 'Keyboard'].map((name) =>
      buttonOf(page, name),
    ),
    page.getByRole('combobox', { name: 'Speed' }),
    sliderOf(page),
  ];
  for (const control of controls) {
    await control.scrollIntoViewIfNeeded();
    await control.click({ trial: true });
  }
  await placeOf(page, 'DMZ').click();
  await buttonOf(page, 'Key to the map').click();
  expect(await cutOff(page)).toEqual([]);
});

test('With the text spacing of WCAG 1.4.12 nothing is cut off', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await goToDay(page, '2018-06-12');
  await placeOf(page, 'DMZ').click();
  await addStyle(
    page,
    `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`,
  );
  await painted(page);
  expect(await cutOff(page)).toEqual([]);
});

test('By mouse every target has 24 pixels, and no size of screen is scrolled sideways', async ({
  page,
}) => {
  await goToDay(page, '2018-06-12');
  await placeOf(page, 'DMZ').click();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await painted(page);
    expect(await smallerThan(page, 24), `at ${size.width} px`).toEqual([]);
    expect(await cutOff(page), `at ${size.width} px`).toEqual([]);
  }
});

touch.describe('By finger', () => {
  touch(
    'every target has 44 pixels, and the slider is in reach while the map is seen',
    async ({ page }) => {
      await page.setViewportSize(PHONE);
      await goToDay(page, '2018-06-12');
      await page.evaluate(() => scrollTo(0, 0));
      await painted(page);
      expect(await smallerThan(page, 44)).toEqual([]);
      const [map, slider] = [await boxOf(mapOf(page)), await boxOf(sliderOf(page))];
      expect(map.y).toBeLessThan(100);
      expect(slider.y + slider.height).toBeLessThanOrEqual(568);
      await placeOf(page, 'Singapore').click();
      expect((await boxOf(sliderOf(page))).y, 'a choice moves nothing').toBeCloseTo(slider.y, 0);
    },
  );

  for (const [width, height] of [
    [740, 360],
    [844, 390],
  ] as const) {
    touch(
      `held across, ${width} × ${height}, title, map and Play fill the first screen`,
      async ({ page }) => {
        await page.setViewportSize({ width, height });
        await goToDay(page, '2018-06-12');
        await page.evaluate(() => scrollTo(0, 0));
        await painted(page);
        for (const thing of [
          page.getByRole('heading', { level: 1 }),
          mapOf(page),
          placeOf(page, 'Pyongyang'),
          placeOf(page, 'DMZ'),
          buttonOf(page, 'Play'),
          buttonOf(page, 'Next event'),
        ]) {
          await expect(thing).toBeInViewport({ ratio: 1 });
        }
        const [story, slider] = [page.locator('.summary'), sliderOf(page)];
        expect((await boxOf(story)).y).toBeGreaterThan((await boxOf(slider)).y);
        expect(await cutOff(page)).toEqual([]);
      },
    );
  }

  touch(
    'the page scrolls from the slider, and a drag that is called off holds nothing',
    async ({ page }) => {
      await page.setViewportSize(PHONE);
      await goToDay(page, '2018-06-12');
      const said = await saidBy(page);
      const { x, y, width, height } = await boxOf(sliderOf(page));
      const [thumb, middle] = [x + width * 0.504, y + height / 2];
      await drag(page, [
        [thumb, middle],
        [thumb, middle - 200],
      ]);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
      expect(await saidBy(page)).toBe(said);

      await page.evaluate(() => scrollTo(0, 0));
      await buttonOf(page, 'Play').click();
      await sliderOf(page).dispatchEvent('pointerdown', { pointerId: 1, isPrimary: true });
      await expect(buttonOf(page, 'Play')).toBeVisible();
      await sliderOf(page).dispatchEvent('pointercancel', { pointerId: 1 });
      await expect(buttonOf(page, 'Pause'), 'playing goes on').toBeVisible();
    },
  );
});
