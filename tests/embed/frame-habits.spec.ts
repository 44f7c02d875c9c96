import { chromium } from '@playwright/test';
import { test as plain } from '../browser/page.ts';
import { EMBED, expect, HOST, test } from './host.ts';
import { frameLine, readyFrame, untilLiveIn } from './frames.ts';

test('EM-15: MapLibre is not asked for before the frame comes into sight', async ({
  page,
  host,
}) => {
  await host.open(`<div style="height:3000px"></div>${frameLine('loading="eager"')}`);
  await expect(host.frame().getByRole('slider')).toHaveAttribute('aria-valuetext', /2017/);
  await expect(host.frame().locator('.still').first()).toBeAttached();
  expect(host.asked().filter((path) => /maplibre|ground/.test(path))).toEqual([]);
  const asked = page.waitForRequest(/\/assets\/maplibre/);
  await page.evaluate(() => scrollTo(0, 3000));
  await readyFrame(page);
  await asked;
});

test('EM-15: a frame in which nothing moves comes to life by itself, without the end of anybody’s patience', async ({
  page,
  host,
}) => {
  await page.addInitScript(() => {
    const ask = window.requestIdleCallback.bind(window);
    window.requestIdleCallback = (callback) => ask(callback);
  });
  await host.open(frameLine());
  const frame = await readyFrame(page);
  await untilLiveIn(frame);
});

plain.describe('Without scripts', () => {
  plain.use({ javaScriptEnabled: false, allowedOrigins: [EMBED] });

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
      await sources.last().scrollIntoViewIfNeeded();
      const isInside = (link: Element) => {
        const { top, bottom } = link.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      };
      expect(await sources.last().evaluate(isInside)).toBe(true);
    },
  );
});

plain(
  'EM-27: going back to an article finds it as it was left, its map with it',
  async ({ launchOptions, baseURL }) => {
    // Playwright switches the cache of pages off; it is what this is about.
    const browser = await chromium.launch({
      ...launchOptions,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    const page = await browser.newPage();
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
    await expect.poll(() => persisted().catch(() => null)).toBe(true);
    const said = () =>
      page.evaluate(() => {
        const slider = document
          .querySelector('iframe')
          ?.contentDocument?.querySelector<HTMLInputElement>('input[type="range"]');
        const before = slider?.ariaValueText ?? slider?.getAttribute('aria-valuetext');
        if (slider) slider.value = '0';
        slider?.dispatchEvent(new Event('input', { bubbles: true }));
        return before;
      });
    expect(await said()).toMatch(/^28 February 2019/);
    await expect.poll(said).not.toMatch(/^28 February 2019/);
    await browser.close();
  },
);
