import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, mapOf, openStory, test, untilLive } from '../kit/page.ts';
import {
  boxOf,
  buttonOf,
  goToEvent,
  holdMapLibre,
  openStill,
  painted,
  placeOf,
  regionOf,
  stepOf,
} from '../kit/story.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * No fault that axe finds in the page as it is now, each with the element it is at. The list of all events
 * is most of the page and changes with few states: it is looked at with those.
 */
async function expectFaultless(page: Page, state: string, { list = false } = {}): Promise<void> {
  await painted(page);
  // One document, no frames: axe's own second page, slow to open, has nothing to do.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    preload: false,
    runOnly: RULES,
    resultTypes: ['violations'],
  });
  const { violations } = await (list ? axe : axe.exclude('ol:has(> [id^="event-"])')).analyze();
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n${failureSummary}`),
  );
  expect.soft(faults, state).toEqual([]);
}

const listOf = (page: Page) => regionOf(page, 'All events').locator('details').first();

test('The page has no fault that axe knows: at first, in its parts, by its keys, with its live map', async ({
  page,
}) => {
  const release = await holdMapLibre(page);
  await openStory(page);
  await expectFaultless(page, 'at first, with the list open', { list: true });
  await listOf(page).locator('summary').first().click();
  await expectFaultless(page, 'with the list closed');
  await goToEvent(page, 'pyongyang-declaration');
  await placeOf(page, 'DMZ').click();
  await regionOf(page, 'Now').locator('summary').first().click();
  await buttonOf(page, 'Key to the map').click();
  await expectFaultless(page, 'with an event, a place and the key to the map open');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectFaultless(page, 'with the help open');
  await page.keyboard.press('Escape');
  await buttonOf(page, 'Play').click();
  await expectFaultless(page, 'while playing');
  await buttonOf(page, 'Pause').click();
  await release();
  await untilLive(page);
  await expectFaultless(page, 'with the live map');
});

test('The page has no fault that axe knows: dark, in forced colours, small, on paper', async ({
  page,
}) => {
  await openStill(page, 'event=singapore&place=singapore');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectFaultless(page, 'in the dark', { list: true });
  await page.emulateMedia({ colorScheme: null, forcedColors: 'active' });
  await expectFaultless(page, 'in forced colours');
  await page.emulateMedia({ forcedColors: null });
  await page.setViewportSize({ width: 320, height: 568 });
  await expectFaultless(page, 'at 320 px');
  await page.emulateMedia({ media: 'print' });
  await expectFaultless(page, 'on paper');
});

test('The page has no fault that axe knows: from right to left', async ({ page }) => {
  await holdMapLibre(page);
  await page.goto('/index.html?lang=ar&event=singapore');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expectFaultless(page, 'in Arabic', { list: true });

  const slider = page.getByRole('slider');
  const step = Number(await slider.inputValue());
  await slider.press('ArrowLeft');
  await expect(slider, 'later lies to the left').toHaveValue(String(step + 1));
  const middleOf = async (event: string) => {
    const mark = page.locator(`.timeline [data-events~="${event}"] circle`);
    const { x, y, width, height } = await boxOf(mark);
    return [x + width / 2, y + height / 2] as const;
  };
  const [missile, hanoi] = [await middleOf('hwasong-15'), await middleOf('hanoi')];
  expect(hanoi[0]).toBeLessThan(missile[0]);
  await page.mouse.click(...missile);
  await expect(slider).toHaveValue(String(stepOf('2017-11-29')));
});

test.describe('Without the live map', () => {
  test.use({ allowed: [/Failed to load resource.*ERR_FAILED/] });

  test('the page has no fault that axe knows: its engine blocked, WebGL off', async ({ page }) => {
    await page.route(/\/maplibre-/, (route) => route.abort());
    await openStory(page);
    await expect(mapOf(page)).toHaveAttribute('data-live', 'unreachable');
    await expectFaultless(page, 'with the sentence that says so');
    await page.unroute(/\/maplibre-/);
    await page.addInitScript(() => {
      Object.assign(HTMLCanvasElement.prototype, { getContext: () => null });
    });
    await openStory(page);
    await expect(mapOf(page)).toHaveAttribute('data-live', 'failed');
    await expectFaultless(page, 'without WebGL');
  });
});
