import type { Page } from '@playwright/test';
import { jumpTo, openDoor, untilCome, viewOf } from '../kit/live.ts';
import { expect, test as own } from '../kit/page.ts';
import {
  buttonOf,
  goToDay,
  loadHelp,
  MAIN,
  openStill,
  placeOf,
  regionOf,
  saidBy,
  sliderOf,
} from '../kit/story.ts';
import { shared } from '../kit/shared.ts';

const test = shared('desktop');
const live = shared('live');

const listOf = (page: Page) => regionOf(page, 'All events').locator('details').first();
const speedOf = (page: Page) => page.getByRole('combobox', { name: 'Speed' });
const historyLength = (page: Page) => page.evaluate(() => history.length);

/** What has the focus, by the name it goes by, and how thick the ring round it is, in pixels. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const name = element.ariaLabel ?? element.textContent.trim();
    const frame = element instanceof HTMLCanvasElement ? element.closest('.world') : null;
    const ring = frame ? getComputedStyle(frame, '::after') : getComputedStyle(element);
    return { name, ring: Number.parseFloat(frame ? ring.borderTopWidth : ring.outlineWidth) };
  });

/** Goes to the first stop of the page, wherever the browser thinks that the reader has been. */
async function tabToFirst(page: Page): Promise<void> {
  await page.locator('h1').evaluate((title) => {
    title.tabIndex = -1;
    title.focus();
    title.removeAttribute('tabindex');
  });
  await page.keyboard.press('Shift+Tab');
}

/** Everything that Tab comes to, from the page's top to its end. */
async function tabThrough(page: Page): Promise<{ name: string; ring: number }[]> {
  const stops: { name: string; ring: number }[] = [];
  for (let count = 0; count < 40; count++) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (!stop) return stops;
    stops.push(stop);
  }
  return stops;
}

live.describe('With the live map', () => {
  live(
    'Tab comes to every stop in order, each with a ring, and the arrows go on from there',
    async ({ page }) => {
      await listOf(page).locator('summary').first().click();
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await openDoor(page);
      await tabToFirst(page);
      const stops = [await focused(page), ...(await tabThrough(page))];
      const places = MAIN.map(({ name }) => expect.stringMatching(new RegExp(`^${name}, `)));
      expect(stops.map((stop) => stop?.name)).toEqual([
        'Skip the map',
        'Pan with the arrow keys, zoom with plus and minus',
        ...places,
        'Zoom in',
        'Play',
        'Date',
        // The people of the event that is shown.
        'Donald Trump',
        'United Nations',
        expect.stringMatching(/^\d sources$/),
        'All events',
      ]);
      for (const stop of stops) expect(stop?.ring, stop?.name).toBeGreaterThanOrEqual(2);

      await buttonOf(page, 'Zoom in').focus();
      await page.keyboard.press('Enter');
      await untilCome(page);
      for (const name of ['Zoom out', 'Whole map', 'Move left', 'Move up']) {
        await page.keyboard.press('ArrowRight');
        await expect(buttonOf(page, name)).toBeFocused();
      }
      const before = await viewOf(page);
      await page.keyboard.press('Enter');
      await untilCome(page);
      expect((await viewOf(page)).lat).toBeGreaterThan(before.lat + 1);
      await page.keyboard.press('End');
      await expect(buttonOf(page, 'Whole map')).toBeFocused();
      await expect(sliderOf(page), 'the playhead has not moved').toHaveValue('0');

      // Nothing of Singapore is to be seen from here.
      await jumpTo(page, [-74, 41], 4);
      await sliderOf(page).focus();
      const singapore = placeOf(page, 'Singapore');
      await singapore.focus();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Tab');
      await expect(singapore).toBeFocused();
      await untilCome(page);
      await expect
        .poll(() =>
          singapore.evaluate((button) => {
            const { x, y, width, height } = button.getBoundingClientRect();
            return button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
          }),
        )
        .toBe(true);
      expect(Math.abs((await viewOf(page)).lng - 103.8)).toBeLessThan(20);
    },
  );
});

test.describe('By keyboard', () => {
  test('a toolbar is walked by the arrows, Home and End, and the playhead stays', async ({
    page,
  }) => {
    await goToDay(page, '2018-06-12');
    const said = await saidBy(page);
    await buttonOf(page, 'Play').focus();
    const walk = [
      ['ArrowLeft', buttonOf(page, 'Previous event')],
      ['ArrowLeft', page.getByRole('button', { name: 'Language' })],
      ['Home', buttonOf(page, 'Previous event')],
      ['ArrowRight', buttonOf(page, 'Play')],
      ['ArrowRight', buttonOf(page, 'Next event')],
      ['ArrowRight', speedOf(page)],
      ['ArrowRight', buttonOf(page, 'Key to the map')],
      ['ArrowLeft', speedOf(page)],
    ] as const;
    for (const [key, control] of walk) {
      await page.keyboard.press(key);
      await expect(control).toBeFocused();
    }
    await page.keyboard.press('ArrowDown');
    await expect(speedOf(page)).toHaveValue('1.5');
    await page.keyboard.press('ArrowUp');
    await expect(speedOf(page)).toHaveValue('1');
    expect(await saidBy(page)).toBe(said);
    await page.keyboard.press('Tab');
    await expect(sliderOf(page)).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(speedOf(page), 'Tab comes back to where the reader was').toBeFocused();
  });

  test('the slider goes by a tenth with Page Up and Page Down, and up is later', async ({
    page,
  }) => {
    await goToDay(page, '2018-06-12');
    const slider = sliderOf(page);
    const start = Number(await slider.inputValue());
    const steps = [
      ['ArrowUp', start + 1],
      ['ArrowDown', start],
      ['PageUp', start + 53],
      ['PageDown', start],
      ['Home', 0],
      ['End', 527],
    ] as const;
    for (const [key, value] of steps) {
      await slider.press(key);
      await expect(slider, key).toHaveValue(String(value));
    }
  });

  test('the map is skipped, a place is let go of, and the focus is never lost', async ({
    page,
  }) => {
    const length = await historyLength(page);
    await tabToFirst(page);
    await page.keyboard.press('Enter');
    await expect(listOf(page).locator('summary').first()).toBeFocused();
    expect(new URL(page.url()).hash).toBe('');
    expect(await historyLength(page)).toBe(length);

    const beijing = placeOf(page, 'Beijing');
    const close = regionOf(page, 'Beijing').getByRole('button', { name: 'Close' });
    for (const [inside, key] of [
      [false, 'Escape'],
      [true, 'Escape'],
      [true, 'Enter'],
    ] as const) {
      await beijing.focus();
      await page.keyboard.press('Enter');
      await expect(beijing).toHaveAttribute('aria-pressed', 'true');
      await expect(beijing).toBeFocused();
      if (inside) await close.focus();
      await page.keyboard.press(key);
      await expect(regionOf(page, 'Beijing')).toHaveCount(0);
      await expect(beijing).toBeFocused();
    }
    await buttonOf(page, 'Play').press('Enter');
    await page.keyboard.press('Escape');
    await expect(buttonOf(page, 'Play')).toBeFocused();
  });

  own('single characters are left to the host page where it asks for them', async ({ page }) => {
    await openStill(page, 'keyboard=0&t=2018-06-12');
    await loadHelp(page);
    await buttonOf(page, 'Next event').focus();
    const said = await saidBy(page);
    for (const key of ['k', 'j', 'l', '5', ',', '.', '<', '>', 'f', '?']) {
      await page.keyboard.press(key);
    }
    expect(await saidBy(page)).toBe(said);
    await expect(speedOf(page)).toHaveValue('1');
    await expect(buttonOf(page, 'Play')).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await goToDay(page, '2018-06-12');
    await sliderOf(page).press('Space');
    await expect(buttonOf(page, 'Pause')).toBeVisible();
    await page.keyboard.press('Escape');
    await buttonOf(page, 'Keyboard').click();
    const keys = await page.getByRole('dialog').locator('kbd').allTextContents();
    expect(keys).toEqual(['Space', '←', '→', 'Home', 'End', 'Esc']);
  });
});
