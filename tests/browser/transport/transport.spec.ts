import type { Page } from '@playwright/test';
import { expect } from '../kit/page.ts';
import {
  boxOf,
  buttonOf,
  FILE,
  goToDay,
  painted,
  regionOf,
  saidBy,
  sliderOf,
  stepOf,
} from '../kit/story.ts';
import { drag } from '../kit/touch.ts';
import { shared } from '../kit/shared.ts';

const test = shared('desktop');
const touch = shared('finger');

const LAST = stepOf('2019-02-28');

const stepIn = async (page: Page): Promise<number> => Number(await sliderOf(page).inputValue());

test.describe('The slider', () => {
  test('goes by keyboard, and says something else on each step', async ({ page }) => {
    const slider = sliderOf(page);
    await slider.focus();
    const said = [await saidBy(page)];
    for (let count = 0; count < 20; count++) {
      await slider.press('ArrowRight');
      said.push(await saidBy(page));
    }
    expect(new Set(said).size).toBe(21);
    await expect(slider).toHaveValue('20');
    await slider.press('ArrowLeft');
    expect(await saidBy(page)).toBe(said[19]);
    await slider.press('End');
    expect(await saidBy(page)).toMatch(/^28 February 2019\. .* Event 71 of 71$/);
    await slider.press('Home');
    expect(await saidBy(page)).toBe(said[0]);
  });

  test('goes where its track is clicked', async ({ page }) => {
    const { width, height } = await boxOf(sliderOf(page));
    await sliderOf(page).click({ position: { x: width / 2, y: height / 2 } });
    expect(Math.abs((await stepIn(page)) - LAST / 2)).toBeLessThanOrEqual(2);
    await expect(regionOf(page, 'Now')).toContainText('2018');
  });

  test('follows the mouse that drags its thumb, there and back', async ({ page }) => {
    await goToDay(page, '2018-01-15');
    const { x, y, width, height } = await boxOf(sliderOf(page));
    const thumb = 22;
    const at = (step: number) => x + thumb / 2 + (step / LAST) * (width - thumb);
    await page.mouse.move(at(stepOf('2018-01-15')), y + height / 2);
    await page.mouse.down();
    const seen: string[] = [];
    for (const day of ['2018-06-12', '2018-10-01', '2018-04-27']) {
      await page.mouse.move(at(stepOf(day)), y + height / 2, { steps: 4 });
      expect(Math.abs((await stepIn(page)) - stepOf(day))).toBeLessThanOrEqual(2);
      seen.push(await saidBy(page));
    }
    await page.mouse.up();
    expect(new Set(seen).size).toBe(3);
  });

  test('has a mark for each event, and a click on one goes there', async ({ page }) => {
    const marks = page.locator('.timeline [data-events]');
    const drawn = await marks.evaluateAll((all) =>
      all.flatMap((mark) => mark.getAttribute('data-events')?.split(' ') ?? []),
    );
    const told = FILE.events.filter(({ kind }) => kind !== 'state').map(({ id }) => id);
    expect(drawn.sort()).toEqual(told.sort());
    const { x, y, width, height } = await boxOf(
      page.locator('.timeline [data-events~="hwasong-15"] circle'),
    );
    await page.mouse.click(x + width / 2, y + height / 2);
    expect(await saidBy(page)).toMatch(/^29 November 2017\./);
  });

  for (const id of ['closing', 'gp-disarmed', 'hanoi']) {
    test(`has the dot of ${id} before the bar of another event that passes there`, async ({
      page,
    }) => {
      const mark = page.locator(`.timeline [data-events~="${id}"]`);
      const { x, y, width, height } = await boxOf(mark.locator('circle'));
      await page.mouse.click(x + width / 2, y + height / 2);
      await expect(mark).toHaveClass(/now/);
    });
  }

  test('drawn to the end while the story plays, stays there when it is let go', async ({
    page,
  }) => {
    await goToDay(page, '2018-06-12');
    await buttonOf(page, 'Play').click();
    const { x, y, width, height } = await boxOf(sliderOf(page));
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width + 40, y + height / 2, { steps: 4 });
    await page.mouse.up();
    await expect(buttonOf(page, 'Replay')).toBeVisible();
    expect(await saidBy(page)).toMatch(/^28 February 2019\./);
  });
});

test.describe('While the story plays, on the slider', () => {
  for (const button of ['right', 'middle'] as const) {
    test(`the ${button} button does nothing, and an arrow after it starts nothing`, async ({
      page,
    }) => {
      await goToDay(page, '2018-06-13');
      await buttonOf(page, 'Play').click();
      await sliderOf(page).hover();
      // The menu that it opens takes the release for itself.
      await page.mouse.down({ button });
      await sliderOf(page).focus();
      await expect(buttonOf(page, 'Pause')).toBeVisible();
      await sliderOf(page).press('Escape');
      await expect(buttonOf(page, 'Play')).toBeVisible();
      await sliderOf(page).press('ArrowRight');
      await expect(buttonOf(page, 'Play')).toBeVisible();
      await page.mouse.up({ button });
      await expect(buttonOf(page, 'Play')).toBeVisible();
    });
  }

  test('Esc while the thumb is held pauses: letting it go starts nothing, nor does an arrow', async ({
    page,
  }) => {
    await goToDay(page, '2018-06-13');
    await buttonOf(page, 'Play').click();
    const { x, y, width, height } = await boxOf(sliderOf(page));
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(buttonOf(page, 'Play')).toBeVisible();
    await sliderOf(page).press('ArrowRight');
    await expect(buttonOf(page, 'Play')).toBeVisible();
  });

  test('an arrow moves it, and the story goes on playing; so it does after a drag', async ({
    page,
  }) => {
    await goToDay(page, '2018-06-13');
    await buttonOf(page, 'Play').click();
    await sliderOf(page).press('ArrowRight');
    await expect(buttonOf(page, 'Pause')).toBeVisible();
    const { width, height } = await boxOf(sliderOf(page));
    await sliderOf(page).click({ position: { x: width / 3, y: height / 2 } });
    await expect(buttonOf(page, 'Pause')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(buttonOf(page, 'Play')).toBeVisible();
  });
});

test.describe('The row of date and buttons', () => {
  for (const width of [640, 768, 992, 1024, 1060, 1100, 1280]) {
    test(`is one row at ${width} px, on the longest date too`, async ({ page }) => {
      await page.setViewportSize({ width, height: 768 });
      await goToDay(page, '2018-09-30');
      await painted(page);
      const tops = await page.locator('.tools').evaluate((tools) =>
        Array.from(tools.children, (tool) => {
          const { top, height } = tool.getBoundingClientRect();
          return height > 0 ? Math.round(top + height / 2) : null;
        }).filter((top) => top !== null),
      );
      expect(tops.length).toBeGreaterThan(5);
      expect(Math.max(...tops) - Math.min(...tops)).toBeLessThanOrEqual(3);
    });
  }
});

touch.describe('By touch, the slider', () => {
  touch('goes where it is tapped, and follows the finger', async ({ page }) => {
    await sliderOf(page).scrollIntoViewIfNeeded();
    const { x, y, width, height } = await boxOf(sliderOf(page));
    const middle = y + height / 2;
    await page.touchscreen.tap(x + width / 2, middle);
    const tapped = await saidBy(page);
    expect(tapped).toMatch(/^\d+ June 2018\b/);

    await drag(page, [
      [x + width * 0.5, middle],
      [x + width * 0.75, middle],
    ]);
    await expect.poll(() => saidBy(page)).toMatch(/^\d+ (September|October|November) 2018\b/);
  });
});

test.describe('At rest', () => {
  test('“Next event” and “Previous event” go from each event to the next and back', async ({
    page,
  }) => {
    const [next, previous] = [buttonOf(page, 'Next event'), buttonOf(page, 'Previous event')];
    const there = [await saidBy(page)];
    for (let count = 0; count < 12; count++) {
      await next.click();
      there.push(await saidBy(page));
    }
    expect(there.map((said) => /event (\d+) of 71$/i.exec(said)?.[1])).toEqual(
      Array.from({ length: 13 }, (_, index) => String(index + 1)),
    );
    for (const said of there.slice(0, -1).reverse()) {
      await previous.click();
      expect(await saidBy(page)).toBe(said);
    }
  });
});
