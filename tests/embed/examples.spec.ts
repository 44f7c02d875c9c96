import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test as plain } from '../browser/kit/page.ts';
import { expectSeen } from './kit/example.ts';
import { HOST, test } from './kit/host.ts';

/** `public/examples/`, each with the moment that its first map opens at. The last one's test is `scroll.spec.ts`. */
const EXAMPLES: readonly [name: string, moment: RegExp][] = [
  ['plain', /^12 June 2018/],
  ['line', /^12 June 2018/],
  ['columns', /^19 September 2018/],
  ['dark', /^25 March 2018/],
  ['strict', /^27 April 2018/],
  ['hostile', /^19 September 2018/],
  ['twenty', /^19 September 2017/],
];
const NAMES = [...EXAMPLES.map(([name]) => name), 'scroll'];

test('EM-04: each example shows its map, and does not notice it', async ({ page, host }) => {
  await page.setViewportSize({ width: 360, height: 720 });
  for (const [name, moment] of EXAMPLES) {
    await test.step(`the example “${name}”`, async () => {
      await host.example(`${name}.html`);
      await expectSeen(page, moment);
      await expect(host.frame().locator('.ground .land').first()).toBeVisible();
    });
  }

  await test.step('EM-25: of twenty maps in an article every one that is seen is drawn', async () => {
    const maps = page.locator('parley-map');
    await expect(maps).toHaveCount(20);
    for (const map of await maps.all()) {
      await map.scrollIntoViewIfNeeded();
      const land = map.locator('iframe').contentFrame().locator('.ground .land');
      await expect(land.first()).toBeVisible();
    }
  });
});

/** What axe finds in a page; an embed's frame is not looked into. */
async function findFaults(page: Page) {
  const options = { preload: false, resultTypes: ['violations' as const] };
  // One document: axe's own second page, slow to open, has nothing to do.
  const axe = new AxeBuilder({ page }).setLegacyMode().options(options).exclude('iframe');
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
}

plain(
  'The examples are listed on one page, all of them are there, and each is a sound page with a way to the map',
  async ({ page, request }) => {
    await page.goto('/examples/index.html');
    const links = await page
      .locator('main a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    for (const name of NAMES) expect(links.join()).toContain(`/examples/${name}.html`);
    for (const link of links) expect((await request.head(link)).status(), link).toBe(200);
    expect(await findFaults(page)).toEqual([]);

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
    for (const name of NAMES) {
      await page.goto(`/examples/${name}.html`);
      await expect(page.locator('figure a').first()).toBeVisible();
      expect(await findFaults(page), name).toEqual([]);
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
