import AxeBuilder from '@axe-core/playwright';
import { expect, test as plain } from '../browser/page.ts';
import { HOST, test } from './host.ts';

/** `public/examples/`, each with the moment that its first map opens at. */
const EXAMPLES: readonly [name: string, moment: RegExp][] = [
  ['plain', /^12 June 2018/],
  ['line', /^12 June 2018/],
  ['columns', /^19 September 2018/],
  ['dark', /^25 March 2018/],
  ['strict', /^27 April 2018/],
  ['hostile', /^19 September 2018/],
  ['twenty', /^19 September 2017/],
  ['scroll', /^29 November 2017/],
];

for (const [name, moment] of EXAMPLES) {
  test(`EM-04: the example “${name}” shows its map, and does not notice it`, async ({
    page,
    host,
  }) => {
    await page.setViewportSize({ width: 360, height: 720 });
    await host.example(`${name}.html`);
    const map = page.locator('iframe').first();
    await page.locator('figure').first().scrollIntoViewIfNeeded();
    await expect(host.frame().getByRole('slider')).toHaveAttribute('aria-valuetext', moment);
    await expect(map).toBeVisible();

    const box = await map.boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(300);
    expect(box?.height).toBeGreaterThanOrEqual(300);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
}

plain(
  'The examples are listed on one page, and all of them are there',
  async ({ page, request }) => {
    await page.goto('/examples/index.html');
    const links = await page
      .locator('main a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    for (const [name] of EXAMPLES) expect(links.join()).toContain(`/examples/${name}.html`);
    for (const link of links) expect((await request.head(link)).status(), link).toBe(200);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
  },
);

plain(
  'The examples are sound pages by themselves, with a way to the map in each',
  async ({ page }) => {
    await page.route(/parley-map\.js/, (route) =>
      route.fulfill({ contentType: 'text/javascript' }),
    );
    await page.route(/embed\.html/, (route) => route.fulfill({ contentType: 'text/html' }));
    // Here the frame is of the page's own origin, where its sandbox would hold nobody: a browser says so.
    await page.route(/plain\.html/, async (route) => {
      const answer = await route.fetch();
      const html = await answer.text();
      await route.fulfill({ response: answer, body: html.replace(/ sandbox="[^"]*"/, '') });
    });
    for (const [name] of EXAMPLES) {
      await page.goto(`/examples/${name}.html`);
      await expect(page.locator('figure a').first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
      expect(violations.map(({ id, nodes }) => [name, id, nodes[0]?.html])).toEqual([]);
    }
  },
);

plain.describe('Without scripts', () => {
  plain.use({ javaScriptEnabled: false });

  plain(
    'the article that steers the map is an article, with a picture and a link',
    async ({ page }) => {
      await page.goto(`${HOST}/examples/scroll.html`);
      await expect(page.getByRole('heading', { level: 2 })).toHaveCount(8);
      await expect(page.getByRole('img', { name: /^Map/ })).toBeVisible();
      await expect(page.locator('parley-map a')).toHaveAttribute('href', '../index.html');
      await expect(page.getByRole('link', { name: 'Singapore' })).toHaveAttribute(
        'href',
        '../index.html?t=2018-06-12',
      );
      await expect(page.getByRole('button')).toHaveCount(0);
    },
  );
});
