import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, OTHER, SITE, test } from '../kit/media-site.ts';
import { untilReady } from '../kit/page.ts';
import { watchShifts } from '../kit/shifts.ts';
import { boxOf, buttonOf, openStill, painted, placeOf, regionOf } from '../kit/story.ts';

test.use({ baseURL: SITE });

const cardOf = (page: Page) => page.locator('.card[data-event="talks"]');
const HARBOUR = 'A ship with one sail in the harbour of the island';
const TOWER = 'A tower with two windows';
const dialogOf = (page: Page) => page.locator('dialog#pictures');

/** How large the picture in the dialog is, and where its middle is from the stage's. */
const viewOf = (page: Page) =>
  dialogOf(page).evaluate((dialog) => {
    const [image, stage] = [dialog.querySelector('img'), dialog.querySelector('.stage')];
    if (!image || !stage) throw new Error('The dialog shows no picture.');
    const [one, other] = [image.getBoundingClientRect(), stage.getBoundingClientRect()];
    const middle = (box: DOMRect) => box.left + box.width / 2;
    return {
      scale: Math.round((one.width / image.offsetWidth) * 100) / 100,
      x: Math.round(middle(one) - middle(other)),
    };
  });

async function expectFaultless(page: Page, state: string): Promise<void> {
  await painted(page);
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    preload: false,
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  });
  const { violations } = await axe.analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    state,
  ).toEqual([]);
}

for (const width of [360, 1280]) {
  test(`Pictures come without moving anything, in less than the window: ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 740 });
    const shifts = await watchShifts(page);
    let release = (): void => undefined;
    const held = new Promise<void>((done) => (release = done));
    await page.route(/\/media\/.*(png|svg)$/, async (route) => {
      await held;
      await route.fallback();
    });
    await openStill(page, 'event=talks');
    const figures = cardOf(page).getByRole('figure');
    const [harbour, tower] = [figures.nth(0).locator('img'), figures.nth(1).locator('img')];
    await tower.scrollIntoViewIfNeeded();
    const before = await Promise.all([boxOf(harbour), boxOf(tower)]);
    release();
    const loaded = () =>
      cardOf(page)
        .locator('img')
        .evaluateAll((images) => images.every((image) => (image as HTMLImageElement).naturalWidth));
    await expect.poll(loaded).toBe(true);
    expect(await Promise.all([boxOf(harbour), boxOf(tower)])).toEqual(before);
    expect(await shifts()).toEqual([]);
    for (const box of before) expect(box.height).toBeLessThanOrEqual(740 / 2);
    // The tower is 300 wide; what has no size is as wide as the card.
    expect(before[1]?.width).toBe(300);
    expect(before[0]?.width).toBeCloseTo((before[0]?.height ?? 0) * 1.5, 0);
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await wide()).toBeLessThanOrEqual(width);
  });
}

test('The page asks no other site for media, and names the site where they are', async ({
  page,
  served,
}) => {
  await openStill(page, 'event=talks');
  const links = cardOf(page).getByRole('figure').getByRole('link');
  await expect(links.filter({ hasText: 'Show the picture at archive.example' })).toHaveAttribute(
    'href',
    `${OTHER}/table.jpg`,
  );
  const film = links.filter({ hasText: 'Watch on archive.example' });
  await expect(film).toHaveAttribute('target', '_blank');
  await expect(film).toHaveAttribute('rel', 'noopener noreferrer');
  await regionOf(page, 'All events').locator('#event-talks summary').click();
  await placeOf(page, 'Island').click();
  await expect(regionOf(page, 'Island').getByAltText('The tower of the hotel')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await painted(page);
  expect(served.filter((address) => address.startsWith('http'))).toEqual([]);
  expect(served.filter((address) => /\.(mp4|wav|vtt)$/.test(address))).toEqual([]);
});

test('A picture is seen over the whole window, zoomed, moved, turned over and closed by keys', async ({
  page,
}) => {
  await openStill(page, 'event=talks');
  const picture = cardOf(page).getByRole('link', { name: HARBOUR });
  await picture.focus();
  await page.keyboard.press('Enter');
  const dialog = dialogOf(page);
  await expect(dialog).toHaveAccessibleName(HARBOUR);
  await expect(dialog).toContainText('The guest arrives by ship.');
  expect(await boxOf(dialog)).toEqual({ x: 0, y: 0, width: 1280, height: 800 });
  expect(await viewOf(page)).toEqual({ scale: 1, x: 0 });

  await test.step('+, − and 0, and arrows while it is larger', async () => {
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    expect(await viewOf(page)).toEqual({ scale: 2.25, x: 0 });
    await page.keyboard.press('ArrowLeft');
    expect((await viewOf(page)).x).toBe(60);
    await page.keyboard.press('-');
    expect((await viewOf(page)).scale).toBe(1.5);
    await page.keyboard.press('0');
    expect(await viewOf(page)).toEqual({ scale: 1, x: 0 });
  });

  await test.step('arrows to the next one, of those that the page shows, and round', async () => {
    await page.keyboard.press('ArrowRight');
    await expect(dialog).toHaveAccessibleName(TOWER);
    await expect(dialog.getByRole('status')).toHaveText(/Picture 2 of 2\s*A tower/);
    await page.keyboard.press('ArrowRight');
    await expect(dialog).toHaveAccessibleName(HARBOUR);
    await page.keyboard.press('ArrowLeft');
    await expect(dialog).toHaveAccessibleName(TOWER);
  });

  await test.step('Escape gives the focus back; the story is where it was', async () => {
    const said = () => page.getByRole('slider').getAttribute('aria-valuetext');
    const before = await said();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(picture).toBeFocused();
    expect(await said()).toBe(before);
  });
});

test('A picture is zoomed by wheel and buttons, and dragged', async ({ page }) => {
  await openStill(page, 'event=talks');
  await cardOf(page).getByRole('link', { name: HARBOUR }).click();
  const dialog = dialogOf(page);
  await expect(dialog).toBeVisible();
  await page.mouse.move(640, 400);
  await page.mouse.wheel(0, -400);
  await expect.poll(async () => (await viewOf(page)).scale).toBeCloseTo(Math.E, 1);
  await page.mouse.down();
  await page.mouse.move(700, 400);
  await page.mouse.up();
  expect((await viewOf(page)).x).toBeGreaterThanOrEqual(59);
  await dialog.getByRole('button', { name: 'Whole picture' }).click();
  expect(await viewOf(page)).toEqual({ scale: 1, x: 0 });
  await dialog.getByRole('button', { name: 'Zoom in' }).click();
  expect((await viewOf(page)).scale).toBe(1.5);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
});

test('Pictures of the list open too, which the server has written; a modified click is the browser’s', async ({
  page,
  context,
  served,
}) => {
  await openStill(page, 'event=invitation');
  const posters = () => served.filter((address) => address.includes('/gate-'));
  expect(posters(), 'the poster of a film that nobody sees').toEqual([]);
  const item = regionOf(page, 'All events').locator('#event-talks');
  await item.locator('summary').first().click();
  await item.locator('video').first().scrollIntoViewIfNeeded();
  await expect.poll(posters).toHaveLength(1);
  const picture = item.getByRole('link', { name: TOWER });
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    picture.click({ modifiers: ['ControlOrMeta'] }),
  ]);
  await tab.close();
  await expect(dialogOf(page)).toHaveCount(0);
  await picture.click();
  await expect(dialogOf(page)).toHaveAccessibleName(TOWER);
});

test('A reader turns on the captions of a film, in a language', async ({ page }) => {
  await openStill(page, 'event=talks');
  const film = cardOf(page).locator('video');
  /** Does what the player's own menu of captions does. */
  const linesIn = (language: string) =>
    film.evaluate((video: HTMLVideoElement, wanted) => {
      const track = [...video.textTracks].find((each) => each.language === wanted);
      if (!track) return null;
      track.mode = 'showing';
      return [...(track.cues ?? [])].map((cue) => (cue as VTTCue).text);
    }, language);
  await expect.poll(() => linesIn('ko')).toEqual(['주인: 이쪽입니다.']);
  await expect.poll(() => linesIn('en')).toEqual(['Host: This way.']);
  await expect(film).toHaveAttribute('poster', /^media\/gate-.*\.png$/);
});

test('A picture and a sound that is started pause the story', async ({ page }) => {
  await openStill(page, 'event=talks');
  await buttonOf(page, 'Play').click();
  await cardOf(page).getByRole('link', { name: HARBOUR }).press('Enter');
  await expect(dialogOf(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(buttonOf(page, 'Play')).toBeVisible();
  await buttonOf(page, 'Play').click();
  await cardOf(page)
    .locator('audio')
    .evaluate((audio) => audio.dispatchEvent(new Event('play')));
  await expect(buttonOf(page, 'Play')).toBeVisible();
});

test('axe finds nothing, in light and dark, wide and narrow', async ({ page }) => {
  for (const [theme, width] of [
    ['light', 1280],
    ['dark', 360],
  ] as const) {
    await page.setViewportSize({ width, height: 740 });
    await openStill(page, `event=talks&theme=${theme}`);
    await expectFaultless(page, `card, ${theme}`);
    await cardOf(page).getByRole('link', { name: HARBOUR }).click();
    await expect(dialogOf(page)).toBeVisible();
    await expectFaultless(page, `dialog, ${theme}`);
  }
});

test('In a frame, pictures open over the frame', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 547 });
  await page.goto('/embed.html?event=talks&list=open');
  await untilReady(page);
  await cardOf(page).getByRole('link', { name: HARBOUR }).click();
  expect(await boxOf(dialogOf(page))).toEqual({ x: 0, y: 0, width: 640, height: 547 });
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toHaveCount(0);
});

test('On paper there are the pictures with their captions, and where films and sounds are', async ({
  page,
}) => {
  await openStill(page);
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  // The harbour has pixels; the tower is drawn in lines.
  // The poster is 640 wide.
  for (const width of [900, 640]) {
    const picture = `/Subtype\\s*/Image[^>]*/Width ${width}|/Width ${width}[^>]*/Subtype\\s*/Image`;
    expect(pdf).toMatch(new RegExp(picture));
  }
  await page.emulateMedia({ media: 'print' });
  const item = regionOf(page, 'All events').locator('#event-talks');
  await expect(item.getByText('The guest arrives by ship.')).toBeVisible();
  await expect(item.getByAltText(HARBOUR)).toBeVisible();
  await expect(item.locator('video, audio').locator('visible=true')).toHaveCount(0);
  await expect(item.getByText(/media\/walk-.*\.mp4.*They walk through the garden/)).toBeVisible();
  const film = item.getByRole('link', { name: 'Watch on archive.example' });
  const after = await film.evaluate((link) => getComputedStyle(link, '::after').content);
  expect(after).toContain(`${OTHER}/watch?v=1`);
  const height = (await boxOf(item.getByAltText(TOWER))).height;
  expect(height).toBeLessThan(400);
  const places = regionOf(page, 'Places');
  await expect(places.getByRole('heading', { level: 3 })).toHaveText(['Hotel']);
  await expect(places.getByAltText('The tower of the hotel')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await expect(places, 'On the screen a place shows them when it is selected.').toHaveCount(0);
});

test.describe('Without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the pictures, texts and links are there', async ({ page }) => {
    await page.goto('/index.html');
    const item = page.locator('#event-talks');
    await expect(item.getByAltText(HARBOUR)).toBeVisible();
    await expect(item.getByRole('link', { name: 'log' })).toHaveAttribute(
      'href',
      'https://log.example/1',
    );
    await expect(item.locator('em').first()).toHaveText('without');
    await expect(
      regionOf(page, 'Places').getByAltText('The tower of the hotel'),
      'a place cannot be selected here',
    ).toBeVisible();
    const file = (await item.getByRole('link', { name: TOWER }).getAttribute('href')) ?? '';
    expect(file).toMatch(/^media\/tower-[\w-]{8}\.svg$/);
    const answer = await page.goto(`/${file}`);
    expect(answer?.headers()['content-security-policy']).toContain('sandbox');
  });
});
