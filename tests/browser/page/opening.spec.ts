import type { Page } from '@playwright/test';
import { expect, openStory, test, untilDrawn, untilLive, untilReady } from '../kit/page.ts';
import { watchShifts } from '../kit/shifts.ts';

/** Where marks and names are seen, in pixels from the map's corner. */
type Places = Readonly<Record<string, readonly [x: number, y: number]>>;

const placesIn = (page: Page): Promise<Places> =>
  page.evaluate(() => {
    const map = document.querySelector('.map')?.getBoundingClientRect();
    const found: Record<string, [number, number]> = {};
    for (const [kind, shapes] of [
      ['mark', '[data-mark]'],
      ['name', '.map bdi'],
      ['inset', '.map .inset'],
    ] as const) {
      for (const element of document.querySelectorAll<HTMLElement>(shapes)) {
        const shape = element.querySelector('circle') ?? element;
        const { x, y, width, height } = shape.getBoundingClientRect();
        if (!map || width === 0) continue;
        const name = element.dataset['mark'] ?? (kind === 'name' ? element.textContent : '');
        found[`${kind} ${name}`] = [x + width / 2 - map.x, y + height / 2 - map.y];
      }
    }
    return found;
  });

/** Holds all modules back, which run after the page is drawn, and gives what lets them go. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const held = new Promise<void>((done) => (release = done));
  await page.route(/(?<!head-[\w-]{8})\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

for (const [width, height, pointer] of [
  [360, 740, 'finger'],
  [320, 568, 'finger'],
  [768, 1024, 'mouse'],
  [1280, 800, 'mouse'],
] as const) {
  test.describe(`For a ${pointer}, ${width} pixels wide`, () => {
    test.use({
      viewport: { width, height },
      hasTouch: pointer === 'finger',
      isMobile: pointer === 'finger',
    });
    test('marks and inset stand before the first script where they stay, and a name that moves shifts nothing', async ({
      page,
    }) => {
      const shifts = await watchShifts(page);
      const release = await holdScripts(page);
      await page.goto('/index.html', { waitUntil: 'commit' });
      await expect(page.locator('.map')).toBeVisible();
      await expect(page.getByRole('region', { name: 'All events' })).toBeVisible();
      await expect(page.locator('.map .place:visible')).not.toHaveCount(0);
      await untilDrawn(page);
      const before = await placesIn(page);
      release();
      await untilLive(page);
      const after = await placesIn(page);

      expect(Object.keys(before).length).toBeGreaterThan(8);
      expect(Object.keys(before).sort()).toEqual(Object.keys(after).sort());
      for (const [name, [x, y]] of Object.entries(before)) {
        if (name.startsWith('name')) continue;
        const [toX, toY] = after[name] ?? [NaN, NaN];
        expect(Math.hypot(toX - x, toY - y), name).toBeLessThan(4);
      }
      expect(await shifts()).toEqual([]);
    });
  });
}

test('A page in its own language fetches no other; in another, that one beside its own', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const languages = () =>
    asked.map((path) =>
      /(story-.*|\b(en|ko|ja|zh-Hans|ar|fr|de|es))-[\w-]{8}\.js(?:on)?$/.exec(path),
    );
  const named = () => languages().flatMap((match) => match?.[1] ?? []);

  await openStory(page);
  expect(named().sort()).toEqual(['en', 'story-korea-thaw-en']);
  asked.length = 0;
  await page.goto('/index.html?lang=ko');
  await untilReady(page);
  // The HTML cannot know the address, and has its own language preloaded.
  expect(named().sort()).toEqual(['en', 'ko', 'story-korea-thaw-en', 'story-korea-thaw-ko']);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/[가-힣]/);
});

test.describe('Where a language cannot be had', () => {
  test.use({ allowed: [/net::ERR_FAILED/] });

  test('the page stays in its own, and answers', async ({ page }) => {
    await page.route('**/story-*-ko-*', (route) => route.abort());
    await openStory(page, 'lang=ko');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('slider', { name: 'Date' })).toBeVisible();
  });
});
