import type { Page } from '@playwright/test';
import { expect, mapOf, openStory, test, untilLive, untilReady } from '../kit/page.ts';
import {
  buttonOf,
  goToDay,
  holdMapLibre,
  openStill,
  painted,
  placeOf,
  saidBy,
} from '../kit/story.ts';
import { openDoor, untilCome } from '../kit/live.ts';
import { coloursAt } from '../kit/pixels.ts';
import { shared } from '../kit/shared.ts';
import { waitForWebGL } from '../kit/waits.ts';

const LIGHT = { sea: 'rgb(233, 238, 241)', paper: 'rgb(255, 255, 255)' };
const DARK = { sea: 'rgb(26, 32, 39)', paper: 'rgb(20, 23, 26)' };

/** The colours of the page, of the still map and of the timeline, as they are drawn now. */
const coloursOf = (page: Page) =>
  page.evaluate(() => {
    const of = (selector: string) => {
      const element = document.querySelector(selector);
      if (!element) throw new Error(`There is no ${selector}`);
      return getComputedStyle(element);
    };
    return {
      page: of('body').backgroundColor,
      sea: of('.still').backgroundColor,
      point: of('.timeline .point').fill,
      ink: of('h1').color,
    };
  });

/** A pixel of the live ground in the open Pacific, as `rgb(…)`; MapLibre's picture is read as it is drawn. */
const seaOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const canvas = document.querySelector<HTMLCanvasElement>('[data-ground] canvas');
        const gl = canvas?.getContext('webgl2');
        if (!canvas || !gl) throw new Error('There is no live map.');
        const read = () => {
          const pixel = new Uint8Array(4);
          const { width, height } = canvas;
          const at = [Math.round(width * 0.75), Math.round(height * 0.3)] as const;
          gl.readPixels(...at, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
          resolve(`rgb(${[...pixel.slice(0, 3)].join(', ')})`);
        };
        window.ground.once('render', read);
        window.ground.triggerRepaint();
      }),
  );

test('The theme follows the system while the page is open, unless the address decides', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openStill(page);
  expect(await coloursOf(page)).toMatchObject({ page: LIGHT.paper, sea: LIGHT.sea });
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await coloursOf(page);
  expect(dark).toMatchObject({ page: DARK.paper, sea: DARK.sea });
  await openStill(page, 'theme=light');
  expect(await coloursOf(page)).toMatchObject({ page: LIGHT.paper, sea: LIGHT.sea });
  await page.emulateMedia({ colorScheme: 'light' });
  await openStill(page, 'theme=dark');
  expect(await coloursOf(page)).toEqual(dark);
  await openStill(page, 'theme=sepia&motion=slow&keyboard=maybe&lang=tlh');
  expect(await coloursOf(page)).toMatchObject({ page: LIGHT.paper, sea: LIGHT.sea });
});

test('In a frame the page is light, whatever the reader’s system says, unless it is told', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const frames = {
    '/index.html': 'light',
    '/embed.html': 'light',
    '/index.html?theme=auto': 'dark',
  };
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Host</title>${Object.keys(frames)
        .map((src) => `<iframe src="${src}" title="${src}"></iframe>`)
        .join('')}`,
    }),
  );
  await page.route(/\/maplibre-/, () => new Promise(() => undefined));
  await page.goto('/host.html');
  for (const [src, theme] of Object.entries(frames)) {
    const frame = page.frameLocator(`iframe[title="${src}"]`);
    await expect(frame.locator('html')).toHaveAttribute('data-parley', 'ready');
    const paper = theme === 'dark' ? DARK.paper : LIGHT.paper;
    await expect(frame.locator('body'), src).toHaveCSS('background-color', paper);
  }
});

test('The live map changes with the theme, and comes back from a loss as the page is by then', async ({
  page,
}) => {
  await waitForWebGL(page);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await openStory(page, 't=2018-04-27');
  await untilLive(page);
  await openDoor(page);
  expect(await seaOf(page)).toBe(LIGHT.sea);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => seaOf(page)).toBe(DARK.sea);

  await page.evaluate(() => {
    const zooms: number[] = [];
    window.ground.on('move', () => zooms.push(window.ground.getZoom()));
    Object.assign(window, { zooms });
  });
  await buttonOf(page, 'Zoom in').click();
  await untilCome(page);
  const zooms = () => page.evaluate(() => (window as unknown as { zooms: number[] }).zooms);
  await expect.poll(zooms, 'with motion off the camera jumps').toHaveLength(1);
  await buttonOf(page, 'Whole map').click();

  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-ground] canvas');
    const context = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    context?.loseContext();
    Object.assign(window, { restore: () => context?.restoreContext() });
  });
  await expect(mapOf(page)).toHaveAttribute('data-live', 'lost');
  await expect(page.locator('.still').first()).toBeVisible();
  await goToDay(page, '2018-06-12');
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await saidBy(page)).toMatch(/^12 June 2018\./);
  await painted(page);
  await page.evaluate(() => (window as unknown as { restore: () => void }).restore());
  await expect(mapOf(page)).toHaveAttribute('data-live', 'live');
  await expect.poll(() => seaOf(page)).toBe(LIGHT.sea);
  await expect(mapOf(page).locator('[data-mark="singapore"] [data-figure]')).not.toHaveCount(0);

  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
  await expect.poll(() => seaOf(page), 'the system’s own paper').toBe('rgb(255, 255, 255)');
});

shared('desktop')(
  'In forced colours, thumb, focus, what is selected and what is now can be told apart',
  async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await goToDay(page, '2018-06-12');
    await placeOf(page, 'Singapore').click();
    await painted(page);
    const drawn = await page.evaluate(() => {
      const of = (selector: string) =>
        getComputedStyle(document.querySelector(selector) ?? document.body);
      const text = (place: string) => of(`[data-place="${place}"] .text`);
      return {
        plain: text('beijing').backgroundColor,
        selected: text('singapore').backgroundColor,
        now: text('new-york').borderColor,
        past: text('beijing').borderColor,
        arc: of('[data-arc]').stroke,
        sea: of('.still').backgroundColor,
      };
    });
    expect(drawn.selected).not.toBe(drawn.plain);
    expect(drawn.now).not.toBe(drawn.past);
    expect(drawn.arc).not.toBe(drawn.sea);
    const slider = page.getByRole('slider', { name: 'Date' });
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect(slider).toHaveCSS('outline-style', 'solid');
    await expect(slider).toHaveCSS('forced-color-adjust', 'none');
  },
);

test('The address decides on motion as it does on the theme', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.clock.install({ time: '2026-01-01T00:00:00Z' });
  await openStill(page, 'motion=reduce&t=2018-05-30');
  await page.clock.pauseAt('2026-01-01T01:00:00Z');
  await page.evaluate(() => {
    const dates: string[] = [];
    const date = document.querySelector('.date');
    if (!date) throw new Error('There is no date.');
    new MutationObserver(() => dates.push(date.textContent)).observe(date, {
      characterData: true,
      childList: true,
      subtree: true,
    });
    Object.assign(window, { dates });
  });
  const passed = () => page.evaluate(() => (window as unknown as { dates: string[] }).dates);
  await buttonOf(page, 'Play').click();
  await page.clock.runFor(12_000);
  const stepped = await passed();
  expect(stepped.length).toBeGreaterThan(0);
  for (const date of stepped)
    expect(['1 June 2018', '12 June 2018', '19 June 2018']).toContain(date);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('A browser that darkens light pages by itself leaves alone what is meant to be light', async ({
  page,
}) => {
  await holdMapLibre(page);
  // So is the system of a reader who has chosen that.
  await page.emulateMedia({ colorScheme: 'dark' });
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setAutoDarkModeOverride', { enabled: true });
  for (const address of [
    '/embed.html',
    '/embed.html?theme=light',
    '/index.html?theme=light',
    '/index.html?theme=dark',
    '/index.html',
  ]) {
    await page.goto(address);
    await untilReady(page);
    const corner = [[2, 2]] as const;
    /** What is painted is compared with what the style sheet asks for. */
    const read = async () =>
      (await coloursAt(page, await page.screenshot(), corner))[0]?.join(', ');
    const { paper } = /theme=dark|html$/.test(address.replace('/embed.html', '')) ? DARK : LIGHT;
    await expect.poll(read, { message: address }).toBe(paper.slice('rgb('.length, -1));
  }
});
