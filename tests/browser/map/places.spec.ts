import type { Page } from '@playwright/test';
import { expect, mapOf, openStory, SIZES, test, untilLive } from '../kit/page.ts';
import { MAIN, painted } from '../kit/story.ts';
import { shared } from '../kit/shared.ts';

const desktop = shared('desktop');

interface Button {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly onTop: boolean;
}

/** The main places’ buttons where they lie in the viewport, and what is topmost at their centres. */
function buttonsIn(page: Page): Promise<Button[]> {
  const ids = MAIN.map(({ id }) => id);
  return mapOf(page).evaluate((map, wanted) => {
    const all = [...map.querySelectorAll<HTMLElement>('button[data-place]')];
    return all
      .filter(({ dataset }) => wanted.includes(dataset['place'] ?? ''))
      .map((button) => {
        const { left, top, right, bottom } = button.getBoundingClientRect();
        const topmost = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        const onTop = button.contains(topmost);
        return { name: button.dataset['place'] ?? '', left, top, right, bottom, onTop };
      });
  }, ids);
}

const overlap = (a: Button, b: Button): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Everything that keeps a reader from seeing and hitting all main places, in words. */
function obstaclesTo(buttons: Button[], size: { width: number; height: number }, least: number) {
  const rounding = 0.01;
  return buttons.flatMap((button, index) => {
    const { name, left, top, right, bottom, onTop } = button;
    const within = left >= 0 && top >= 0 && right <= size.width && bottom <= size.height;
    const large = right - left >= least - rounding && bottom - top >= least - rounding;
    return [
      ...(within ? [] : [`${name} is out of view: ${left},${top} to ${right},${bottom}`]),
      ...(large ? [] : [`${name} is too small: ${right - left} × ${bottom - top}`]),
      ...(onTop ? [] : [`${name} is covered`]),
      ...buttons
        .slice(index + 1)
        .filter((other) => overlap(button, other))
        .map((other) => `${name} overlaps ${other.name}`),
    ];
  });
}

/** With the map scrolled into view and no other action, at every size. */
async function expectPlaces(page: Page, least: number): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.evaluate(() => scrollTo(0, 0));
    await painted(page);
    await mapOf(page).scrollIntoViewIfNeeded();
    const buttons = await buttonsIn(page);
    const at = `at ${size.width} × ${size.height}`;
    expect(buttons.map(({ name }) => name).sort(), at).toEqual(MAIN.map(({ id }) => id).sort());
    expect(obstaclesTo(buttons, size, least), at).toEqual([]);
  }
}

for (const [hand, manner, least] of [
  ['a mouse, while the map is still', 'desktop', 24],
  ['a finger, while the map is still', 'finger', 44],
  ['a mouse, when the map is live', 'live', 24],
] as const) {
  shared(manner)(`For ${hand}, all five main places are in view, apart and on top`, ({ page }) =>
    expectPlaces(page, least),
  );
}

test.describe('For a finger, when the map is live', () => {
  test.use({ hasTouch: true, isMobile: true });

  test('all five main places are in view, apart and on top', async ({ page }) => {
    await openStory(page);
    await untilLive(page);
    await expectPlaces(page, 44);
  });
});

for (const [width, widest] of [
  [320, 160],
  [768, 190],
] as const) {
  desktop(
    `A long name is cut where its layout takes it to end, on a map ${width} px wide`,
    async ({ page }) => {
      await page.setViewportSize({ width, height: 740 });
      const name = mapOf(page).locator('button[data-place="new-york"] .name');
      const write = (text: string) =>
        name.evaluate((bdi, words) => (bdi.textContent = words), text);
      const own = await name.innerText();
      await write('Naval Support Facility Thurmont, Frederick County, Maryland');
      expect((await name.boundingBox())?.width).toBeCloseTo(widest, 0);
      await write(own);
    },
  );
}
