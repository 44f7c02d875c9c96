import { expect, mapOf, SIZES } from '../kit/page.ts';
import {
  buttonOf,
  FILE,
  MAIN,
  markOf,
  painted,
  placeOf,
  regionOf,
  saidBy,
  sliderOf,
} from '../kit/story.ts';
import { shared } from '../kit/shared.ts';

const test = shared('desktop');

for (const manner of ['desktop', 'live'] as const) {
  shared(manner)(
    `${manner === 'live' ? 'Live' : 'Still'}, one region has a name that begins with “Map”`,
    async ({ page }) => {
      await expect(page.getByRole('region', { name: /^Map/ })).toHaveCount(1);
      await expect(mapOf(page)).toHaveAccessibleName(`Map: ${FILE.title}`);
    },
  );
}

test.describe('By its names, a story', () => {
  test('has its title as the one heading of the first rank', async ({ page }) => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText([FILE.title]);
  });

  test('has one slider, “Date”, whose value begins with the date in words', async ({ page }) => {
    await expect(page.getByRole('slider')).toHaveCount(1);
    await expect(sliderOf(page)).toHaveCount(1);
    expect(await saidBy(page)).toMatch(/^19 September 2017\. .+\. Event 1 of \d+$/);
    await sliderOf(page).press('ArrowRight');
    expect(await saidBy(page)).toMatch(/^20 September 2017\b/);
  });

  test('has a video player’s buttons and a control for the speed', async ({ page }) => {
    await expect(buttonOf(page, 'Previous event')).toHaveCount(1);
    await expect(buttonOf(page, 'Next event')).toHaveCount(1);
    await expect(page.getByRole('combobox', { name: 'Speed', exact: true })).toHaveCount(1);

    await buttonOf(page, 'Play').click();
    await buttonOf(page, 'Pause').click();
    await expect(buttonOf(page, 'Play')).toHaveCount(1);
    await sliderOf(page).press('End');
    await expect(buttonOf(page, 'Replay')).toHaveCount(1);
    await expect(buttonOf(page, 'Play')).toHaveCount(0);
  });

  test('has a button for each main place that begins with its name', async ({ page }) => {
    for (const { id, name } of MAIN) {
      const count = FILE.events.filter(({ at }) => at && markOf(at) === id).length;
      const words = `${name}, ${count} event${count === 1 ? '' : 's'}, `;
      await expect(placeOf(page, name)).toHaveAccessibleName(new RegExp(`^${words}\\d+ so far$`));
    }
  });

  test('presses a place’s button while the place is selected', async ({ page }) => {
    const [singapore, beijing] = [placeOf(page, 'Singapore'), placeOf(page, 'Beijing')];
    await expect(singapore).toHaveAttribute('aria-pressed', 'false');
    await singapore.click();
    await expect(singapore).toHaveAttribute('aria-pressed', 'true');
    await beijing.click();
    await expect(singapore).toHaveAttribute('aria-pressed', 'false');
    await expect(beijing).toHaveAttribute('aria-pressed', 'true');
    await beijing.click();
    await expect(beijing).toHaveAttribute('aria-pressed', 'false');
  });

  test('lists all events, one item each, each with a date machines can read', async ({ page }) => {
    await expect(regionOf(page, 'Now')).toHaveCount(1);
    const items = regionOf(page, 'All events').getByRole('list').getByRole('listitem');
    await expect(items).toHaveCount(FILE.events.length);
    const dates = await items.evaluateAll((all) =>
      all.map((item) =>
        [...item.querySelectorAll<HTMLTimeElement>('summary time')].map((time) => time.dateTime),
      ),
    );
    expect(dates.filter((times) => times.length !== 1)).toEqual([]);
    const valid = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d([+-]\d\d:\d\d)?)?)?)?$/;
    expect(dates.flat().filter((time) => !valid.test(time) || isNaN(Date.parse(time)))).toEqual([]);
    const days = dates.flat().map((time) => time.slice(0, 10));
    expect(days, 'in the order of their dates').toEqual([...days].sort());
  });

  test('stops once at a place that is drawn on world and inset', async ({ page }) => {
    await sliderOf(page).press('End');
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await painted(page);
      const stops = await page.evaluate(() =>
        [...document.querySelectorAll('[data-ground] button[aria-pressed]')].map((button) =>
          button.getAttribute('aria-label')?.replace(/,.*/, ''),
        ),
      );
      expect(stops, `once each at ${size.width} px`).toEqual([...new Set(stops)]);
      expect(stops).toEqual(expect.arrayContaining(MAIN.map(({ name }) => name)));
    }
  });
});
