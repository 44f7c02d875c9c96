import { test as base, expect, type Page } from '@playwright/test';
import { watch } from './faults.ts';
import { createVisits, type Visits } from './visits.ts';
import { untilReady, waitLonger } from './waits.ts';

export { READ_BACK, UNUSED_PRELOAD, watch } from './faults.ts';
export { SIZES, SMALL } from './settings.ts';
export { untilDrawn, untilLive, untilReady } from './waits.ts';
export { expect };

/** What a test may knowingly let pass; everything else that goes wrong in a page fails it. */
export interface Leniency {
  /** Errors and console lines the test provokes itself. */
  readonly allowed: readonly RegExp[];
  /** Origins besides the server's own that the test itself sets up, such as a host page's. */
  readonly allowedOrigins: readonly string[];
}

/** Playwright's test, failing on anything a page does that a newsroom would not want on its own. */
export const test = base.extend<Leniency & { quiet: undefined }, { visits: Visits }>({
  visits: [
    async ({ browser }, use) => {
      await use(createVisits(browser));
    },
    { scope: 'worker' },
  ],
  page: async ({ page }, use) => {
    await page.addInitScript(waitLonger);
    await use(page);
  },
  allowed: [[], { option: true }],
  allowedOrigins: [[], { option: true }],
  quiet: [
    async ({ context, baseURL, allowed, allowedOrigins }, use) => {
      const faults = watch(context, [new URL(baseURL ?? '').origin, ...allowedOrigins]);
      await use(undefined);
      expectQuiet(faults, allowed);
    },
    { auto: true },
  ],
});

/** Fails on what has gone wrong in a page, but for what the test knows that it provokes. */
export function expectQuiet(faults: readonly string[], allowed: readonly RegExp[]): void {
  const unexpected = faults.filter((fault) => !allowed.some((words) => words.test(fault)));
  expect(unexpected, 'a page throws nothing, logs nothing and asks no other origin').toEqual([]);
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

/** Adds rules to a page as its own scripts may: its policy lets in no style element. */
export async function addStyle(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, css);
}
