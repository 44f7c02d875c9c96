import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page, Route } from '@playwright/test';
import { expect, test, untilReady } from '../kit/page.ts';
import { ADDRESS, SMALL } from '../kit/settings.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');
const PARIS = read('paris.json');
const TITLE = 'The road to Paris';
/** The same, as if it were written in Korean. */
const KOREAN = PARIS.replaceAll('"en":', '"ko":').replace('"language": "en"', '"language": "ko"');
const SHIPPED = /Korean thaw/;
const STORY = `${ADDRESS}/desk/paris.json`;
const json = (body: string) => ({ status: 200, contentType: 'application/json', body });

const retryOf = (page: Page) => page.getByRole('button', { name: 'Try again' });
const alertOf = (page: Page) => page.getByRole('alert');
/** What is said below the alert: the address, and why its story is not shown. */
const reasonsOf = (page: Page) => page.locator('.gate .reasons');

/** Answers the story's address; counts how often it is asked. */
async function serve(page: Page, ...answers: readonly ((route: Route) => Promise<void>)[]) {
  const asked: string[] = [];
  await page.route(/\/desk\/|data\.example/, async (route) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(route.request().url());
    await answer?.(route);
  });
  return asked;
}
const give = (body: string) => (route: Route) => route.fulfill(json(body));
const busy = (route: Route) => route.fulfill({ status: 503, body: 'later' });

/** Every text that the page has ever shown of the story that it was built with. */
const watchFlashes = (page: Page) =>
  page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { flashes: seen });
    const look = (): void => {
      const heading = document.querySelector('article h1');
      if (heading?.checkVisibility({ visibilityProperty: true })) seen.push(heading.textContent);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
const flashesOf = (page: Page) =>
  page.evaluate(() => [...new Set((window as unknown as { flashes: string[] }).flashes)]);

test.use({
  viewport: SMALL,
  allowed: [
    /Failed to load resource| warning: |Content Security Policy|another origin: http:..127/,
  ],
});

for (const file of ['index.html', 'embed.html']) {
  test(`A story at run time is the page’s in title, language and address, and the other one is never seen: ${file}`, async ({
    page,
  }) => {
    await watchFlashes(page);
    await serve(page, give(KOREAN));
    await page.goto(`/${file}?story=desk/paris.json&theme=dark`);
    await untilReady(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
    await expect(page).toHaveTitle(TITLE);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    expect(await flashesOf(page)).toEqual([TITLE]);
    const canonical = await page
      .locator('[rel="canonical"]')
      .evaluate((link: HTMLLinkElement) => link.href);
    expect(canonical).toBe(`${ADDRESS}/?story=desk%2Fparis.json`);
    const head = await page.locator('head').innerHTML();
    expect(head.replace(/<script[^>]*parley-story.*?<\/script>/s, '')).not.toMatch(SHIPPED);
    await page.keyboard.press('End');
    await page.getByRole('slider').first().focus();
    await page.keyboard.press('End');
    await expect.poll(() => page.url()).toMatch(/story=desk%2Fparis\.json&theme=dark&(t|event)=/);
  });
}

test('Before scripts, and while the story is on its way, nothing of the other story is there; a wait is told', async ({
  page,
}) => {
  let go: (() => void) | undefined;
  await serve(page, async (route) => {
    await new Promise<void>((resolve) => (go = resolve));
    await route.fulfill(json(PARIS));
  });
  await page.route(/\/page-/, () => undefined);
  await page.goto('/index.html?story=desk/paris.json', { waitUntil: 'commit' });
  await expect(page.locator('main')).toBeVisible();
  await expect(page.locator('article.parley')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(0);
  await page.unroute(/\/page-/);
  await page.goto('/index.html?story=desk/paris.json');
  await expect(page.getByRole('progressbar', { name: 'Loading the story …' })).toBeVisible();
  await expect(page.locator('article')).toHaveCount(0);
  go?.();
  await untilReady(page);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
});

for (const [address, why] of [
  ['https://evil.example/s.json', 'It leads to https://evil.example.'],
  ['//evil.example/s.json', 'begins with “//”'],
  ['/\\evil.example/s.json', 'begins with “//”'],
  ['https://u:p@evil.example/s.json', 'user name or a password'],
  ['javascript:alert(1)', 'does not begin with'],
  ['data:application/json,{}', 'does not begin with'],
  [`blob:${ADDRESS}/1`, 'does not begin with'],
] as const) {
  test(`An address that is not allowed is refused, and nothing is asked: ${address}`, async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(`${ADDRESS}/`)) asked.push(request.url());
    });
    await page.goto(`/index.html?story=${encodeURIComponent(address)}`);
    await expect(alertOf(page)).toContainText('This page may not load the story');
    await expect(reasonsOf(page)).toContainText(why);
    await expect(alertOf(page).getByRole('list').last()).toHaveText(ADDRESS);
    await expect(page.locator('.gate')).toBeFocused();
    await expect(retryOf(page)).toHaveCount(0);
    expect(asked).toEqual([]);
  });
}

test('A busy server is asked three times, and its story shown', async ({ page }) => {
  const asked = await serve(page, busy, busy, give(PARIS));
  await page.goto('/index.html?story=desk/paris.json');
  await untilReady(page);
  expect(asked).toEqual([STORY, STORY, STORY]);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
});

test('A story with faults is told of by its first faults; when it is corrected, Try again shows it, by the keyboard alone', async ({
  page,
}) => {
  const wrong = PARIS.replaceAll('"when": "', '"when": "June ');
  await serve(page, give(wrong), give(PARIS));
  await page.goto('/index.html?story=desk/paris.json');
  await expect(alertOf(page)).toContainText('its file has faults');
  await expect(reasonsOf(page).getByRole('listitem').first()).toHaveText(
    /^\d+:\d+ events\[0\]\.when: "June \d/,
  );
  await expect(page.locator('.gate')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(retryOf(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await untilReady(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
});

test('A web page and a lost network have sentences of their own', async ({ page }) => {
  await serve(
    page,
    (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Sign in</h1>' }),
    (route) => route.abort(),
  );
  await page.goto('/index.html?story=desk/paris.json&lang=ar');
  await expect(reasonsOf(page)).toContainText('the address gives a web page, not a story');
  await expect(page.locator('.gate')).toHaveAttribute('dir', 'rtl');
  await page.getByRole('button').click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(reasonsOf(page)).toContainText('there was no answer');
});

test('A redirect to an origin that is not allowed is stopped by the policy: nothing is asked there', async ({
  page,
}) => {
  const asked: string[] = [];
  const other = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end(PARIS);
  }).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const location = `http://127.0.0.1:${port}/s.json`;
  await serve(page, (route) => route.fulfill({ status: 302, headers: { location } }));
  await page.goto('/index.html?story=desk/paris.json');
  await expect(reasonsOf(page)).toContainText('is not allowed by the policy of this page');
  other.close();
  expect(asked).toEqual([]);
});

test('What is shared is that story', async ({ page }) => {
  await serve(page, give(PARIS));
  await page.goto('/index.html?story=desk/paris.json');
  await untilReady(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const fields = page.getByRole('dialog').locator('input[readonly], textarea');
  await expect(fields).toHaveCount(3);
  const lines = await fields.evaluateAll((all) =>
    all.map((field) => (field as HTMLInputElement).value),
  );
  expect(lines[0]).toContain('?story=desk%2Fparis.json');
  expect(lines[1]).toContain('embed.html?story=desk%2Fparis.json');
  expect(lines[2]).toContain('story="desk/paris.json"');
});
