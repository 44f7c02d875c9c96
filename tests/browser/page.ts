import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';

export { expect };

/** The frames a story is read in, from a small phone to a large desk. */
export const SIZES = [
  { width: 320, height: 568 },
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

/** Room enough for the live map where its size does not matter: its pictures take time by their pixels. */
export const SMALL = { width: 800, height: 600 } as const;

/** What a test may knowingly let pass; everything else that goes wrong in a page fails it. */
export interface Leniency {
  /** Errors and console lines the test provokes itself. */
  readonly allowed: readonly RegExp[];
  /** Origins besides the server's own that the test itself sets up, such as a host page's. */
  readonly allowedOrigins: readonly string[];
}

/** Playwright's test, failing on anything a page does that a newsroom would not want on its own. */
export const test = base.extend<Leniency & { quiet: undefined }>({
  allowed: [[], { option: true }],
  allowedOrigins: [[], { option: true }],
  quiet: [
    async ({ context, baseURL, allowed, allowedOrigins }, use) => {
      const faults = watch(context, [new URL(baseURL ?? '').origin, ...allowedOrigins]);
      await use(undefined);
      const unexpected = faults.filter((fault) => !allowed.some((words) => words.test(fault)));
      expect(unexpected, 'a page throws nothing, logs nothing and asks no other origin').toEqual(
        [],
      );
    },
    { auto: true },
  ],
});

/**
 * Said by the browser about itself, not about the page: composing without a graphics card, it reads
 * each picture of a WebGL canvas back.
 */
export const READ_BACK = /GL Driver Message .* GPU stall due to ReadPixels/;

/** Collects what goes wrong in every page and frame of a context, in words, from now on. */
export function watch(context: BrowserContext, origins: readonly string[]): readonly string[] {
  const faults: string[] = [];
  // Rejections that nobody handles arrive here too.
  context.on('weberror', (thrown) => faults.push(`error: ${String(thrown.error())}`));
  context.on('console', (line) => {
    const isFault = line.type() === 'error' || line.type() === 'warning';
    if (isFault && !READ_BACK.test(line.text())) {
      faults.push(`console.${line.type()}: ${line.text()} (${line.location().url})`);
    }
  });
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const foreign = /^(https?|wss?):$/.test(protocol) && !origins.includes(origin);
    if (foreign) faults.push(`request to another origin: ${request.url()}`);
  });
  return faults;
}

/** The part of the page that holds the ground and the story; not MapLibre's canvas of that name. */
export const mapOf = (page: Page) =>
  page.getByRole('region', { name: /^Map/ }).and(page.locator('[data-ground]'));

/** Opens the shipped story and waits until it answers to the reader. */
export async function openStory(page: Page, query = ''): Promise<void> {
  await page.goto(`/index.html${query && `?${query.replace(/^\?/, '')}`}`);
  await untilReady(page);
  await expect(mapOf(page)).toBeVisible();
}

/** Waits for the first picture: a box may be measured before its style sheets are there, but nothing is drawn. */
export async function untilDrawn(page: Page): Promise<void> {
  const drawings = () =>
    page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length);
  await expect.poll(drawings, { message: 'the page is drawn' }).toBeGreaterThan(0);
}

/** Waits until the page answers to the reader; asked often, since every test begins with it. */
export async function untilReady(page: Page): Promise<void> {
  const answers = () => page.locator('html').getAttribute('data-parley');
  await expect.poll(answers, { message: 'the page answers', intervals: [20, 50] }).toBe('ready');
}

/** Waits until MapLibre has taken over from the still ground; slow without a graphics card. */
export async function untilLive(page: Page): Promise<void> {
  const ground = () => page.locator('[data-ground]').getAttribute('data-ground');
  await expect
    .poll(ground, { message: 'the live map has come', timeout: 30_000, intervals: [100] })
    .toBe('live');
}

/** Adds rules to a page as its own scripts may: its policy lets in no style element. */
export async function addStyle(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, css);
}
