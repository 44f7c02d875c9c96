import { chromium, type Frame, type Page } from '@playwright/test';
import { drag } from '../browser/kit/touch.ts';
import { test as plain, UNUSED_PRELOAD } from '../browser/kit/page.ts';
import { EMBED, expect, HOST, test } from './kit/host.ts';
import { frameLine, mapIn, OFTEN, painted, readyFrame, untilLiveIn } from './kit/frames.ts';

/** The colour of each layer of a frame's live map, with the name of the property that says it. */
const coloursOfLayers = (frame: Frame) =>
  frame.evaluate(() => {
    interface Layer {
      readonly paint: Readonly<Record<string, string>>;
    }
    const live = document.querySelector('.live');
    const map = live && (Reflect.get(live, Symbol.for('parley.map')) as unknown);
    const { layers } = (map as { getStyle(): { layers: readonly Layer[] } }).getStyle();
    return layers.map(({ paint }) =>
      Object.entries(paint)
        .find(([name]) => name.endsWith('-color'))
        ?.join(' '),
    );
  });

test.describe('With a live map', () => {
  test.use({ live: true });

  test('EM-15: a frame in which nothing moves comes to life by itself, without the end of anybody’s patience', async ({
    page,
    host,
  }) => {
    await page.setViewportSize({ width: 400, height: 400 });
    await page.addInitScript(() => {
      const ask = window.requestIdleCallback.bind(window);
      window.requestIdleCallback = (callback) => ask(callback);
    });
    /** What has been asked for by the second frame, which is far below. */
    const asked: string[] = [];
    page.on('request', (request) => {
      const isBelow = request.frame() === page.frames()[2];
      if (isBelow && !request.isNavigationRequest()) asked.push(new URL(request.url()).pathname);
    });
    const size = 'height="300" loading="eager"';
    await host.open(
      `${frameLine(size, 'basemap=none&theme=dark&event=singapore')}<div style="height:3000px"></div>${frameLine(size)}`,
    );
    const frame = await readyFrame(page);

    await test.step('EM-24: without its ground the map is one colour under the story, still and live', async () => {
      const [sea = '', ...rest] = await painted(frame, 'sea', 'land', 'coast', 'border');
      expect(rest).toEqual([sea, sea, sea]);
      expect(sea).toBe('rgb(26, 32, 39)');
      await untilLiveIn(frame);
      const colours = await coloursOfLayers(frame);
      expect(colours.length).toBeGreaterThan(10);
      for (const colour of colours)
        expect(colour).toMatch(new RegExp(`-color ${sea.replace(/[()]/g, '.')}$`));
      // The story is there, in its own colours.
      await expect(mapIn(frame).getByRole('button', { name: /^Singapore/ })).toBeVisible();
      await expect(frame.locator('.arc, .trace').first()).toBeVisible();
    });

    await test.step('EM-15: MapLibre is not asked for before the frame comes into sight', async () => {
      const below = host.frame(1);
      await expect(below.getByRole('slider')).toHaveAttribute('aria-valuetext', /2017/);
      await expect(below.locator('.still').first()).toBeAttached();
      expect(asked.length).toBeGreaterThan(3);
      expect(asked.filter((path) => /maplibre|ground/.test(path))).toEqual([]);
      await page.evaluate(() => scrollTo(0, 3000));
      await readyFrame(page, 1);
      await expect.poll(() => asked.join(' '), OFTEN).toMatch(/\/assets\/maplibre/);
    });
  });

  test.describe('By finger', () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 480 } });

    test('EM-21: one finger moves the article, also where it begins on the map', async ({
      page,
      host,
    }) => {
      await host.open(`${frameLine()}<div style="height:3000px"></div>`, {
        head: '<meta name="viewport" content="width=device-width">',
      });
      await untilLiveIn(await readyFrame(page));
      await drag(page, [
        [160, 150],
        [160, 20],
      ]);
      await expect.poll(() => page.evaluate(() => scrollY), OFTEN).toBeGreaterThan(80);
    });
  });
});

plain.describe('Without scripts', () => {
  plain.use({
    javaScriptEnabled: false,
    allowedOrigins: [EMBED],
    allowed: [UNUSED_PRELOAD],
  });

  plain(
    'EM-02: the frame is a page to read: title, every event, sources, and the way to the whole page',
    async ({ page }) => {
      await page.route(`${HOST}/host.html`, (route) =>
        route.fulfill({ contentType: 'text/html', body: `<title>a</title>${frameLine()}` }),
      );
      await page.context().grantPermissions(['local-network-access'], { origin: HOST });
      await page.goto(`${HOST}/host.html`);
      const frame = page.frameLocator('iframe');
      await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(frame.locator('ol > li h3').first()).toBeVisible();
      expect(await frame.locator('ol > li').count()).toBeGreaterThan(50);
      await expect(frame.getByRole('slider')).toBeHidden();
      await expect(frame.getByRole('link', { name: 'Whole page' })).toHaveAttribute(
        'target',
        '_blank',
      );
      const sources = frame.locator('ol > li a[href^="https:"]');
      // To its very end: a page that is cut off at one screen would have all of it, and show none.
      // Lengths that are only estimated until they are seen may move it once more.
      const isInside = (link: Element) => {
        link.scrollIntoView({ block: 'center' });
        const { top, bottom } = link.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      };
      await expect.poll(() => sources.last().evaluate(isInside), OFTEN).toBe(true);
    },
  );
});

/** What the slider of the article's map says; then it is moved to its beginning, as a reader moves it. */
const moveToBeginning = (page: Page) =>
  page.evaluate(() => {
    const slider = document
      .querySelector('iframe')
      ?.contentDocument?.querySelector<HTMLInputElement>('input[type="range"]');
    const before = slider?.ariaValueText ?? slider?.getAttribute('aria-valuetext');
    if (slider) slider.value = '0';
    slider?.dispatchEvent(new Event('input', { bubbles: true }));
    return before;
  });

plain(
  'EM-27: going back to an article finds it as it was left, its map with it',
  async ({ launchOptions, baseURL }) => {
    // Playwright switches the cache of pages off; it is what this is about.
    const browser = await chromium.launch({
      ...launchOptions,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    const page = await browser.newPage({ viewport: { width: 320, height: 480 } });
    await page.addInitScript(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }));
    });
    await page.goto(`${baseURL}/examples/plain.html`);
    const frame = await readyFrame(page);
    await frame.getByRole('slider').press('End');
    // A page that is still fetching something is not kept.
    await untilLiveIn(frame);
    await page.goto(`${baseURL}/examples/index.html`);
    // Playwright waits in vain for a page that does not load.
    await page.evaluate(() => void setTimeout(() => history.back()));
    const persisted = () => page.evaluate(() => Reflect.get(window, 'persisted') as unknown);
    // While it goes there is no page to ask.
    await expect.poll(() => persisted().catch(() => null), OFTEN).toBe(true);
    expect(await moveToBeginning(page)).toMatch(/^28 February 2019/);
    await expect.poll(() => moveToBeginning(page), OFTEN).not.toMatch(/^28 February 2019/);
    await browser.close();
  },
);
