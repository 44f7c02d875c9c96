import { pathToFileURL } from 'node:url';
import type { Page, Route } from '@playwright/test';
import { DIST } from '../../site/dist.ts';
import { expect, mapOf, openStory, SMALL, test, untilReady } from '../kit/page.ts';
import { buttonOf, saidBy, sliderOf } from '../kit/story.ts';

const UNREADY = /controls could not be loaded/;
const NOT_SHOWN = /asks for another moment/;
/** A person's name is a button that then looks like the name it is. */
const CONTROLS = ':is(button:not([data-person]), input, select, [role="toolbar"]):visible';
const LOST = 'A part of the page could not be loaded. Check the connection and try again.';

/** What the network makes of a file that is lost. */
const LOSSES = {
  'cut off': (route: Route) => route.abort(),
  'an error page of the server': (route: Route) =>
    route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>Not found</h1>' }),
  'another page, as if it were the file': (route: Route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Sign in</h1>' }),
} as const;

test.use({
  viewport: SMALL,
  allowed: [
    /Failed to load (resource|module script)|MIME type|SyntaxError|Unexpected|preloaded .* not used/,
  ],
});

/** As if so much time had passed that a page without scripts gives up waiting for them. */
const waitForScripts = (page: Page) =>
  page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });

/** Nothing is there that would not answer, what can be read is, and a sentence says why. */
async function expectReadable(page: Page): Promise<void> {
  await expect(page.getByText(UNREADY)).toBeVisible();
  await expect(page.locator(CONTROLS)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(mapOf(page).locator('svg.ground').first()).toBeVisible();
  await page.locator('li[id^="event-"] summary').first().click();
  await expect(page.locator('li[id^="event-"] .event-details').first()).toBeVisible();
}

for (const [loss, fulfil] of Object.entries(LOSSES)) {
  test(`The story in the page’s language is lost (${loss}): the page says so, and answers as soon as it can be had`, async ({
    page,
  }) => {
    await page.route(/\/story-/, fulfil);
    await page.goto('/index.html?event=singapore');
    await expectReadable(page);
    await expect(page.getByText(NOT_SHOWN)).toBeVisible();
    await page.unroute(/\/story-/);
    await page.getByRole('heading', { level: 1 }).click();
    await untilReady(page);
    expect(await saidBy(page)).toMatch(/^12 June 2018/);
    await expect(page.getByText(UNREADY)).toBeHidden();
    await expect(sliderOf(page)).toBeVisible();
  });

  test(`The dialog that shares is lost (${loss}): a sentence says so, and the next press brings it`, async ({
    page,
  }) => {
    await openStory(page);
    await page.route(/\/open-share-/, fulfil);
    await buttonOf(page, 'Share').click();
    await expect(page.getByRole('alert')).toHaveText(LOST);
    await page.unroute(/\/open-share-/);
    await buttonOf(page, 'Share').click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

test('The page’s script is lost: after a while the page is there to be read, and says so', async ({
  page,
}) => {
  await page.route(/\/page-/, (route) => route.abort());
  await page.goto('/index.html?t=2018-06-12');
  await expect(page.getByText(UNREADY)).toBeHidden();
  await waitForScripts(page);
  await expectReadable(page);
  await expect(page.getByText(NOT_SHOWN)).toBeVisible();
});

for (const address of ['/index.html', '/index.html?t=2018-06-12']) {
  test(`Where scripts stand there and never run, as in an archive’s copy, the page is there to be read: ${address}`, async ({
    page,
  }) => {
    await page.route(/\/assets\/.*\.js$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `{\n${await response.text()}\n}` });
    });
    await page.goto(address);
    await waitForScripts(page);
    await expectReadable(page);
    await expect(page.getByText(NOT_SHOWN)).toBeVisible({ visible: address.includes('?') });
  });
}

test.describe('Opened from a disk, where no script may run', () => {
  test.use({
    allowed: [
      /has been blocked by CORS policy|net::ERR_FAILED|Unsafe attempt to load URL file:|preloaded .* not used/,
    ],
  });
  const fileOf = (name: string): string => pathToFileURL(DIST + name).href;

  test('the page is there to be read, in its colours', async ({ page }) => {
    await page.goto(`${fileOf('index.html')}?event=singapore`);
    await waitForScripts(page);
    await expectReadable(page);
    await expect(page.getByText(NOT_SHOWN)).toBeVisible();
    await expect(page.locator('path.land').first()).toHaveCSS('fill', 'rgb(248, 246, 241)');
  });

  test('a frame has no dead control, and says what it does not show', async ({ page }) => {
    await page.goto(`${fileOf('embed.html')}?t=2018-06-12`);
    await waitForScripts(page);
    await expect(page.getByText(UNREADY)).toBeVisible();
    await expect(page.getByText(NOT_SHOWN)).toBeVisible();
    await expect(page.locator(CONTROLS)).toHaveCount(0);
    await expect(page.locator('path.land').first()).toHaveCSS('fill', 'rgb(248, 246, 241)');
  });
});

test('A clip’s script is lost: the page opens without the clip, and says that something is missing', async ({
  page,
}) => {
  await page.route(/\/clip-/, (route) => route.abort());
  await openStory(page, 'start=2018-06-12');
  expect(await saidBy(page)).toMatch(/^19 September 2017/);
  await expect(page.getByRole('alert')).toHaveText(LOST);
});
