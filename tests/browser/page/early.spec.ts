import { expect, test } from '../kit/page.ts';
import { holdMapLibre, openStill, placeOf, saidBy, sliderOf } from '../kit/story.ts';

test('An address’s moment comes to slider and map at once: never one without the other', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    const look = function () {
      const said = document.querySelector('[type=range]')?.getAttribute('aria-valuetext') ?? '';
      const before = document.querySelector('[data-mark="new-york"][data-state="now"]') !== null;
      if (said.startsWith('12 June 2018') && before) seen.push(said);
    };
    new MutationObserver(look).observe(document, {
      subtree: true,
      attributes: true,
      childList: true,
    });
  });
  await openStill(page, 'event=singapore');
  expect(await saidBy(page)).toMatch(/^12 June 2018\./);
  expect(await page.evaluate('seen')).toEqual([]);
});

test('AX-28: the opening’s names are as large as the reader’s text, like those that take their place', async ({
  page,
}) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/page-.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await holdMapLibre(page);
  await page.goto('/index.html', { waitUntil: 'commit' });
  const name = page.locator('.place .name', { hasText: 'Singapore' });
  await expect(name).toBeVisible();
  await page.evaluate(() => (document.documentElement.style.fontSize = '32px'));
  await expect(name).toHaveCSS('font-size', '26px');
  release();
  await expect(placeOf(page, 'Singapore').locator('.name')).toHaveCSS('font-size', '26px');
});

test('What an address shows at first goes when the story moves on', async ({ page }) => {
  const named = () =>
    page
      .locator('.names [data-place]')
      .evaluateAll((all) => all.map((name) => name.getAttribute('data-place')));
  await openStill(page);
  const opening = await named();
  await openStill(page, 't=2018-09-30');
  expect(await named()).toContain('washington');
  await sliderOf(page).press('Home');
  await expect.poll(named).toEqual(opening);
});
