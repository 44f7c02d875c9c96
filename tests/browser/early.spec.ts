import { expect, mapOf, test } from './page.ts';
import { holdMapLibre, openStill, placeOf, saidBy, sliderOf } from './story.ts';

test('An address’s moment comes to slider and map at once: never one without the other', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    const look = function () {
      const said = document.querySelector('[type=range]')?.getAttribute('aria-valuetext') ?? '';
      const opening = document.querySelector('.opening') !== null;
      if (said.startsWith('12 June 2018') && opening) seen.push(said);
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

test('A key that is pressed before its script is there fetches it, and is answered then', async ({
  page,
}) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/parts-.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await holdMapLibre(page);
  await page.goto('/index.html');
  const slider = sliderOf(page);
  await expect(mapOf(page).locator('.place').first()).toBeVisible();
  const before = await saidBy(page);
  await slider.focus();
  await page.keyboard.press('.');
  await page.keyboard.press('.');
  expect(await saidBy(page)).toBe(before);
  release();
  await expect.poll(() => saidBy(page)).toMatch(/Event 3 of 54$/);
});

test('AX-28: the opening’s names are as large as the reader’s text, like those that take their place', async ({
  page,
}) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/open-.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await holdMapLibre(page);
  await page.goto('/index.html', { waitUntil: 'commit' });
  const name = page.locator('.opening .label:visible', { hasText: 'Singapore' });
  await expect(name).toBeVisible();
  await page.evaluate(() => (document.documentElement.style.fontSize = '32px'));
  await expect(name).toHaveCSS('font-size', '26px');
  release();
  await expect(placeOf(page, 'Singapore').locator('.name')).toHaveCSS('font-size', '26px');
});
