import { expect, mapOf, openStory, test as own, untilLive } from '../kit/page.ts';
import { jumpTo, openDoor, untilCome, viewOf } from '../kit/live.ts';
import { boxOf, goToDay, MAIN, painted, placeOf } from '../kit/story.ts';
import { drag } from '../kit/touch.ts';
import { shared } from '../kit/shared.ts';

const test = shared('live');

own('MapLibre is asked for only when the map is near', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.route('**/index.html', async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    const spacer = '<canvas width="1" height="6000"></canvas>';
    await route.fulfill({ response: answer, body: html.replace('<main', `${spacer}<main`) });
  });
  const isAsked = () => asked.some((url) => url.includes('/maplibre-'));
  await page.goto('/index.html');
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
  expect(isAsked()).toBe(false);
  await mapOf(page).scrollIntoViewIfNeeded();
  await expect.poll(isAsked).toBe(true);
});

test.describe('The live map', () => {
  test.beforeEach(({ page }) => openDoor(page));

  test('zooms by buttons, as close as it is true and no closer', async ({ page }) => {
    const [zoomIn, zoomOut] = [
      page.getByRole('button', { name: 'Zoom in' }),
      page.getByRole('button', { name: 'Zoom out' }),
    ];
    const home = await viewOf(page);
    await zoomIn.click();
    await untilCome(page);
    expect((await viewOf(page)).zoom).toBeCloseTo(home.zoom + 1, 2);
    // Once seen to glide, it may jump: each gliding takes many pictures.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await zoomOut.click();
    await untilCome(page);
    expect((await viewOf(page)).zoom).toBeCloseTo(home.zoom, 2);
    await expect(zoomOut).toHaveAttribute('aria-disabled', 'true');

    const closest = page.getByText('The map is not accurate beyond this zoom.');
    await expect(closest).toHaveCount(0);
    await jumpTo(page, [126.9, 37.9], 8.5);
    await zoomIn.click();
    await untilCome(page);
    await zoomIn.click({ force: true });
    await untilCome(page);
    expect((await viewOf(page)).zoom).toBeCloseTo(9, 5);
    await expect(zoomIn).toHaveAttribute('aria-disabled', 'true');
    await expect(closest).toBeVisible();

    await page.getByRole('button', { name: 'Whole map' }).click();
    await untilCome(page);
    const back = await viewOf(page);
    expect(back.zoom).toBeCloseTo(home.zoom, 2);
    expect((back.lng - home.lng) % 360).toBeCloseTo(0, 1);
    await expect(closest).toHaveCount(0);
  });

  test('pans and zooms by keyboard, and neither turns nor tilts', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await jumpTo(page, [150, 20], 3);
    await page.locator('[data-ground] canvas').focus();
    const before = await viewOf(page);
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await viewOf(page)).lng).toBeGreaterThan(before.lng + 1);
    await untilCome(page);
    await page.keyboard.press('Equal');
    await expect.poll(async () => (await viewOf(page)).zoom).toBeGreaterThan(before.zoom + 0.5);
    await untilCome(page);
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
      await page.keyboard.press(`Shift+${key}`);
      await untilCome(page);
      // At once: what turns to the left is turned back to the right.
      expect(await viewOf(page), key).toMatchObject({ bearing: 0, pitch: 0 });
    }
    const { x, y } = await boxOf(mapOf(page));
    for (const button of ['right', 'left'] as const) {
      await page.keyboard.down('Control');
      await page.mouse.move(x + 300, y + 250);
      await page.mouse.down({ button });
      await page.mouse.move(x + 380, y + 200, { steps: 4 });
      await page.mouse.up({ button });
      await page.keyboard.up('Control');
      await untilCome(page);
    }
    expect(await viewOf(page)).toMatchObject({ bearing: 0, pitch: 0 });
  });

  test('leaves the wheel to the page', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 500 });
    await painted(page);
    const before = await viewOf(page);
    const { x, y } = await boxOf(mapOf(page));
    await page.mouse.move(x + 300, y + 100);
    await page.mouse.wheel(0, 200);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    expect(await viewOf(page)).toEqual(before);
  });

  test('folds the inset away when it shows Korea itself', async ({ page }) => {
    await goToDay(page, '2018-09-19');
    const inset = page.getByRole('img', { name: 'Korean peninsula' });
    const inInset = async () => {
      const [frame, name] = [await boxOf(inset), await boxOf(placeOf(page, 'Pyongyang'))];
      const [x, y] = [name.x - frame.x, name.y - frame.y];
      return x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
    };
    expect(await inInset()).toBe(true);
    await jumpTo(page, [127, 38.5], 6);
    await expect(inset).toHaveCount(0);
    for (const name of ['Pyongyang', 'DMZ']) {
      const button = placeOf(page, name);
      await expect(button).toHaveCount(1);
      await button.click();
      await expect(button).toHaveAttribute('aria-pressed', 'true');
    }
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'Whole map' }).click();
    await untilCome(page);
    await expect(inset).toHaveCount(1);
    expect(await inInset()).toBe(true);
    for (const { name } of MAIN) await expect(placeOf(page, name)).toHaveCount(1);
  });
});

own.describe('By touch, the live map', () => {
  own.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  own('leaves one finger to the page, and follows two', async ({ page }) => {
    await openStory(page);
    await untilLive(page);
    await openDoor(page);
    const before = await viewOf(page);
    const { x, y, width } = await boxOf(mapOf(page));
    const [middle, high] = [x + width / 2, y + 110];
    await drag(
      page,
      [
        [middle - 20, high],
        [middle - 80, high],
      ],
      [
        [middle + 20, high],
        [middle + 80, high],
      ],
    );
    await expect.poll(async () => (await viewOf(page)).zoom).toBeGreaterThan(before.zoom + 0.3);
    await untilCome(page);
    const zoomed = await viewOf(page);
    expect(zoomed).toMatchObject({ bearing: 0, pitch: 0 });

    // After the pinch, because a page that is still gliding takes the next fingers for its own.
    await drag(page, [
      [middle, high + 60],
      [middle, high - 60],
    ]);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
    expect(await viewOf(page)).toEqual(zoomed);
  });
});
