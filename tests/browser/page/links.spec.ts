import type { Locator, Page } from '@playwright/test';
import { expect, test, untilReady } from '../kit/page.ts';
import { buttonOf, eventOf, openStill, regionOf, saidBy, stepOf } from '../kit/story.ts';

/** The address that a link opens in a tab of its own, when it is clicked with Ctrl. */
async function ctrlClick(link: Locator): Promise<URL> {
  const opened = link.page().context().waitForEvent('page');
  await link.click({ modifiers: ['Control'] });
  const tab = await opened;
  await tab.waitForURL(/index\.html/);
  const url = new URL(tab.url());
  await tab.close();
  return url;
}

const rangeOf = (page: Page) => page.locator('input[type="range"]');
const positionOf = async (page: Page) => Number(await rangeOf(page).inputValue());

/** Plays until a day is behind, and goes on playing. */
async function playBeyond(page: Page, day: string): Promise<void> {
  await buttonOf(page, 'Play').click();
  await expect.poll(() => positionOf(page)).toBeGreaterThan(stepOf(day));
}

const languageOf = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

test('Ctrl-click on a link to an earlier event opens a tab, and the page stays where it is', async ({
  page,
}) => {
  await openStill(page, 'event=pyongyang-declaration');
  const said = await saidBy(page);

  await test.step('in a card', async () => {
    const url = await ctrlClick(regionOf(page, 'Now').getByRole('link').first());
    expect(url.hash).toBe('#event-pyongyang-summit');
    expect(await saidBy(page)).toBe(said);
  });

  await test.step('in the list', async () => {
    const list = regionOf(page, 'All events');
    await list.locator('#event-pyongyang-declaration summary').click();
    const link = list.locator('#event-pyongyang-declaration').getByRole('link').first();
    const url = await ctrlClick(link);
    expect(url.hash).toBe('#event-pyongyang-summit');
    expect(await saidBy(page)).toBe(said);
    await expect(list.locator('#event-pyongyang-summit details')).not.toHaveAttribute('open');
  });
});

test('Ctrl-click on a language opens a tab at the moment that is shown, also while the story plays', async ({
  page,
}) => {
  await openStill(page, 't=2018-06-13&speed=16');
  await playBeyond(page, '2018-07-01');
  await buttonOf(page, 'Language').click();
  const { searchParams } = await ctrlClick(languageOf(page, '한국어'));
  expect(searchParams.get('lang')).toBe('ko');
  const event = searchParams.get('event');
  const day = event ? eventOf(event).when : searchParams.get('t');
  expect((day ?? '') > '2018-07-01', String(searchParams)).toBe(true);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('Another language that is chosen while the story plays opens at the same moment', async ({
  page,
}) => {
  await openStill(page, 't=2018-06-13&speed=16');
  await playBeyond(page, '2018-07-01');
  await buttonOf(page, 'Language').click();
  await languageOf(page, '한국어').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await untilReady(page);
  expect(await positionOf(page)).toBeGreaterThan(stepOf('2018-07-01'));
});

/** What a translating proxy makes of the page's own language: another one, one that the interface has too, or none. */
const PROXIES = [
  ['fr', '<html lang="fr" dir="rtl"'],
  ['ko', '<html lang="ko" dir="ltr"'],
  ['', '<html'],
] as const;

for (const [lang, tag] of PROXIES) {
  test(`A page whose language a translating proxy has changed to “${lang}” starts in its own`, async ({
    page,
  }) => {
    await page.route(/index\.html/, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      await route.fulfill({ response, body: html.replace('<html lang="en" dir="ltr"', tag) });
    });
    await openStill(page, 't=2018-06-12');
    expect(await saidBy(page)).toMatch(/^12 June 2018\./);
    const written = await page.evaluate(() => document.documentElement.lang);
    expect(written).toBe(lang);
    await expect(page.locator('#parley')).toHaveAttribute('data-language', 'en');
    await buttonOf(page, 'Next event').click();
    expect(await saidBy(page)).not.toMatch(/^12 June 2018\./);
  });
}
