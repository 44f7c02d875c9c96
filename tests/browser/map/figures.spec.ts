import type { Locator, Page } from '@playwright/test';
import { addStyle, expect, mapOf } from '../kit/page.ts';
import { differenceOf } from '../kit/pixels.ts';
import { shared } from '../kit/shared.ts';
import {
  buttonOf,
  eventOf,
  FILE,
  goToDay,
  goToEvent,
  markOf,
  saidBy,
  sliderOf,
  stepOf,
} from '../kit/story.ts';

const test = shared('desktop');

const initialsOf = (id: string) => FILE.people.find((person) => person.id === id)?.initials ?? '';

/** What is drawn at a place’s mark. */
const figureAt = (page: Page, place: string, figure: string): Locator =>
  mapOf(page).locator(`[data-mark="${place}"] [data-figure="${figure}"]`);

/** The drawing of a moment: the story layers of world and inset, to the last attribute. */
const drawingOf = (page: Page): Promise<string[]> =>
  mapOf(page)
    .locator('svg.story')
    .evaluateAll((layers) => layers.map(({ outerHTML }) => outerHTML));

for (const motion of ['no-preference', 'reduce'] as const) {
  test.describe(`With motion ${motion === 'reduce' ? 'off' : 'on'}, the map shows`, () => {
    test.beforeEach(async ({ page }) => {
      await page.emulateMedia({ reducedMotion: motion });
    });

    test('travellers under way, with their initials, and their bows behind them', async ({
      page,
    }) => {
      await goToDay(page, '2018-06-11');
      for (const id of ['donald-trump', 'kim-jong-un']) {
        const token = mapOf(page).locator('[data-token^="singapore/travel/"]', {
          hasText: initialsOf(id),
        });
        await expect(token.first()).toBeVisible();
      }
      const arcs = mapOf(page).locator('[data-arc^="singapore/travel/"]');
      for (const arc of await arcs.all()) {
        const progress = Number(await arc.getAttribute('data-progress'));
        expect(progress).toBeGreaterThan(0);
        expect(progress).toBeLessThan(1);
      }
      await goToEvent(page, 'singapore');
      await expect(mapOf(page).locator('[data-token^="singapore/travel/"]')).toHaveCount(0);
    });

    test('a table with one seat for each guest', async ({ page }) => {
      for (const id of ['singapore', 'panmunjom-2', 'beijing-1', 'wh-2019-01', 'hanoi']) {
        await goToEvent(page, id);
        const { at = '', who = [] } = eventOf(id);
        const seats = figureAt(page, markOf(at), 'table').first().locator('[data-hue]');
        await expect(seats, id).toHaveCount(who.length);
      }
    });

    test('a seal, with a line to each place the text binds', async ({ page }) => {
      for (const id of ['panmunjom-1', 'singapore-statement', 'pyongyang-declaration', 'cma']) {
        await goToEvent(page, id);
        const { at = '', commitments = [] } = eventOf(id);
        const venue = markOf(at);
        await expect(figureAt(page, venue, 'seal').first(), id).toBeVisible();
        const bound = new Set(commitments.map(({ binds }) => markOf(binds)));
        bound.delete(venue);
        const lines = await mapOf(page)
          .locator(`[data-arc^="${id}/bond/"]`)
          .evaluateAll((all) =>
            all.map((line) => line.getAttribute('data-arc')?.split('/').at(-1)),
          );
        expect([...new Set(lines)].sort(), id).toEqual([...bound].sort());
        for (const place of bound) {
          const chips = mapOf(page).locator(`[data-place="${place}"] [data-state]`);
          await expect(chips.first(), `${id} at ${place}`).toBeVisible();
        }
      }
    });

    test('an envelope, a pulse, a ring, a pennant and a hatch', async ({ page }) => {
      for (const [id, figure] of [
        ['cancel-letter', 'envelope'],
        ['test-freeze', 'pulse'],
        ['hwasong-15', 'ring'],
        ['punggye-ri', 'ring'],
        ['parade', 'pennant'],
        ['gp-disarmed', 'hatch'],
      ] as const) {
        await goToEvent(page, id);
        await expect(
          figureAt(page, markOf(eventOf(id).at ?? ''), figure).first(),
          id,
        ).toBeVisible();
      }
      await goToDay(page, '2018-05-31');
      const letter = mapOf(page).locator('[data-token^="wh-2018-06/letter/"] [data-figure]');
      await expect(letter.first()).toHaveAttribute('data-figure', 'envelope');
    });

    test('the zone’s hatching, thinner as guns and posts are withdrawn', async ({ page }) => {
      const spacing = async () =>
        Number(
          await mapOf(page).locator('[data-zone="dmz"] pattern').first().getAttribute('width'),
        );
      const spaces: number[] = [];
      for (const id of ['cma', 'drills-stop', 'gp-disarmed', 'gp-blown', 'gp-verified']) {
        await goToEvent(page, id);
        spaces.push(await spacing());
      }
      expect(spaces).toEqual([...spaces].sort((a, b) => a - b));
      expect(spaces.at(-1)).toBeGreaterThan(2 * (spaces[0] ?? NaN));
      await goToEvent(page, 'cma');
      expect(await spacing()).toBe(spaces[0]);
    });

    test('a planned meeting hollow and dashed, on the map and on the timeline', async ({
      page,
    }) => {
      const plan = mapOf(page).locator('[data-plan="second-summit-planned"]');
      await goToDay(page, '2019-01-17');
      await expect(plan).toHaveCount(0);
      await goToDay(page, '2019-01-25');
      await expect(plan.first().locator('.hollow[data-figure="table"]')).toBeVisible();
      await expect(plan.first().getByText('?', { exact: true })).toBeVisible();
      const arc = mapOf(page).locator('path.arc.hollow').first();
      expect(await arc.evaluate((path) => getComputedStyle(path).strokeDasharray)).not.toBe('none');
      // Wide enough that it is not merged with its neighbours.
      await page.setViewportSize({ width: 1920, height: 1080 });
      const soft = page.locator('.timeline [data-events~="second-summit-planned"] .soft');
      await expect(soft.first()).toBeAttached();
    });
  });
}

test('Who travels behind an inset is drawn over it, at every width', async ({ page }) => {
  const days = FILE.events
    .filter(({ who = [] }) => who.length > 0)
    .flatMap(({ when }) => [1, 2].map((before) => stepOf(when.slice(0, 10)) - before));
  const steps = [...new Set(days)].filter((step) => step > 0);
  let hidden = 0;
  for (const width of [900, 1000, 1130, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    for (const { step, box } of await meetingsWithInsets(page, steps)) {
      await sliderOf(page).fill(String(step));
      const seen = await page.screenshot({ clip: box });
      await addStyle(page, '.inset, .ties, .names { visibility: hidden }');
      const alone = await page.screenshot({ clip: box });
      await page.evaluate(() => (document.adoptedStyleSheets = []));
      expect(await differenceOf(page, seen, alone), `${width} px, step ${step}`).toBeLessThan(0.02);
      hidden++;
    }
  }
  expect(hidden, 'some travellers pass the inset').toBeGreaterThan(4);
});

test('Motion off shows the same drawing at every event', async ({ page }) => {
  const drawings: string[][] = [];
  for (const motion of ['no-preference', 'reduce'] as const) {
    await page.emulateMedia({ reducedMotion: motion });
    for (const { id } of FILE.events.filter((_, index) => index % 6 === 0)) {
      await goToEvent(page, id);
      drawings.push(await drawingOf(page));
    }
  }
  const half = drawings.length / 2;
  expect(drawings.slice(half)).toEqual(drawings.slice(0, half));
});

test('Without colour, the parties’ tokens still differ', async ({ page }) => {
  await addStyle(page, 'html { filter: grayscale(1) }');
  await page.getByRole('button', { name: 'Key to the map' }).click();
  const hues = ['north', 'south', 'west', 'east', 'other'];
  const tokens = await Promise.all(
    hues.map((hue) => page.locator(`.legend svg:has(> [data-hue="${hue}"])`).first().screenshot()),
  );
  for (const [index, token] of tokens.entries()) {
    for (const other of tokens.slice(index + 1)) {
      expect(await differenceOf(page, token, other)).toBeGreaterThan(0.04);
    }
  }
});

test('Scrubbing backwards undoes exactly what scrubbing forwards did', async ({ page }) => {
  const days = ['2017-11-29', '2018-02-10', '2018-04-27', '2018-06-11', '2018-09-19', '2018-12-11'];
  const forwards = new Map<string, string[]>();
  for (const day of days) {
    await goToDay(page, day);
    forwards.set(day, [await saidBy(page), ...(await drawingOf(page))]);
  }
  await sliderOf(page).press('End');
  for (const day of days.reverse()) {
    await goToDay(page, day);
    expect([await saidBy(page), ...(await drawingOf(page))], day).toEqual(forwards.get(day));
  }
  await buttonOf(page, 'Previous event').click();
});

for (const [what, selector, day] of [
  ['arcs', 'path.arc', '2018-06-11'],
  ['hairlines of journeys that are over', 'path.trace', '2018-11-20'],
  ['guests at a table', '[data-figure="table"] > g', '2019-02-27'],
  ['the seal', '[data-figure="seal"]', '2018-09-19'],
  ['lines to names that stand off', '.leader line', '2018-09-19'],
] as const) {
  test(`What the map has is seen on it: without ${what} the picture is another`, async ({
    page,
  }) => {
    await goToDay(page, day);
    const whole = await mapOf(page).screenshot();
    await addStyle(page, `${selector} { visibility: hidden }`);
    const without = await mapOf(page).screenshot();
    // Of some 400,000 pixels.
    expect(await differenceOf(page, whole, without)).toBeGreaterThan(0.0001);
  });
}

/** The middles of travellers that lie on the edge of an inset or behind it, at some steps of the slider. */
function meetingsWithInsets(page: Page, steps: readonly number[]) {
  return sliderOf(page).evaluate(async (slider: HTMLInputElement, all) => {
    const found: { step: number; box: { x: number; y: number; width: number; height: number } }[] =
      [];
    for (const step of all) {
      slider.value = String(step);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise(requestAnimationFrame);
      const insets = [...document.querySelectorAll('.inset')].map((one) =>
        one.getBoundingClientRect(),
      );
      for (const token of document.querySelectorAll('.world [data-token]')) {
        const { x, y, width, height } = token.getBoundingClientRect();
        const behind = insets.some(
          (inset) =>
            x < inset.right && x + width > inset.left && y < inset.bottom && y + height > inset.top,
        );
        const box = { x: x + width / 2 - 6, y: y + height / 2 - 6, width: 12, height: 12 };
        if (behind) found.push({ step, box });
      }
    }
    return found;
  }, steps);
}
