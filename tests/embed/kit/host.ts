import type { FrameLocator, Page, Request } from '@playwright/test';
import { test as base, expect, READ_BACK } from '../../browser/kit/page.ts';

export { expect };

const PORT = process.env['PARLEY_PORT'] ?? '4179';

/** Where the host page lives, and where the embed: two sites, one server. */
export const HOST = `http://127.0.0.1:${PORT}`;
export const EMBED = `http://localhost:${PORT}`;

/** The line that a host page writes. */
export const SCRIPT = `<script async src="${EMBED}/parley-map.js"></script>`;

/** The element, with attributes as they are written and what stands in it for a fallback. */
export const mapLine = (
  attributes = '',
  inside = `<a href="${EMBED}/index.html">Open the map</a>`,
) => `<parley-map src="${EMBED}/" ${attributes}>${inside}</parley-map>`;

/**
 * The room that a page keeps for the map until its script has come, as `src/embed/README.md` tells it to: here the column
 * is as wide as the page.
 */
export const ROOM = `<style>body{margin:0}parley-map:not(:defined){display:block;height:476px}
@media(width>=480px){parley-map:not(:defined){height:calc(62vw + 150px)}}
@media(width>=768px){parley-map:not(:defined){height:clamp(480px,56vw + 120px,720px)}}</style>`;

/** The same for maps whose height is said. */
export const roomOf = (height: number): string =>
  `<style>body{margin:0}parley-map:not(:defined){display:block;height:${height}px}</style>`;

/** What a page must not notice of the embed in it. Every part is empty, or zero, in the end. */
interface Footprint {
  readonly errors: readonly string[];
  readonly globals: readonly string[];
  readonly shifts: number;
  readonly entries: number;
}

declare global {
  interface Window {
    /** Only on a host page under test. */
    hostRecord: {
      errors: string[];
      globals: string[];
      shifts: number;
      entries: number;
      /** What a test's own script on the page writes down. */
      heard: string[];
    };
  }
}

/** A host page, and all that it would have to complain of. */
export interface Host {
  /** Shows a page of this HTML (the inside of its body) under the host's origin. */
  open(body: string, options?: HostOptions): Promise<void>;
  /** Shows one of `public/examples/` under the host's origin, its embed under the other. */
  example(name: string): Promise<void>;
  /** The n-th frame's contents. */
  frame(index?: number): FrameLocator;
  /** The addresses that have been asked of the embed's origin so far, without that origin. */
  asked(): readonly string[];
}

export interface HostOptions {
  /** What stands in the head; the room for the map, if nothing is said. */
  readonly head?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The page's query and fragment. */
  readonly query?: string;
}

/** What a test needs besides a host page. */
export interface HostNeeds {
  /** What the test itself provokes on its host page. */
  readonly tolerated: readonly (keyof Footprint)[];
  /** Whether MapLibre is loaded. Only for tests of the live map: without a graphics card it takes seconds to start. */
  readonly live: boolean;
}

/** Keeps MapLibre from loading. */
export async function keepStill(page: Page): Promise<void> {
  await page.route(/maplibre/, () => undefined);
}

/**
 * Playwright's test with a host page, failing when the embed leaves a trace on it: an error, a console
 * line, a global, a layout shift, an entry in the history, a cookie.
 */
export const test = base.extend<{ host: Host } & HostNeeds>({
  allowedOrigins: [EMBED],
  tolerated: [[], { option: true }],
  live: [false, { option: true }],
  host: async ({ page, tolerated, live, allowed }, use) => {
    const lines: string[] = [];
    const asked: string[] = [];
    page.on('console', (line) => {
      const said = `${line.type()}: ${line.text()}`;
      if (![READ_BACK, ...allowed].some((words) => words.test(said))) lines.push(said);
    });
    page.on('request', (request: Request) => {
      const { origin, pathname } = new URL(request.url());
      if (origin === EMBED) asked.push(pathname);
    });
    // A page that the test makes up comes from nowhere, and browsers keep those from this machine.
    await page.context().grantPermissions(['local-network-access'], { origin: HOST });
    await page.addInitScript(recordHost);
    if (!live) await keepStill(page);

    /** The page that is shown now, before it goes: nothing of the embed may be found on it. */
    const expectUntouched = async (): Promise<void> => {
      const footprint = await footprintOf(page);
      const none: Footprint = { errors: [], globals: [], shifts: 0, entries: 0 };
      const excused = Object.fromEntries(tolerated.map((name) => [name, footprint?.[name]]));
      if (!footprint) return;
      expect(footprint, 'the host page is as if no embed were in it').toEqual({
        ...none,
        ...excused,
      });
    };

    await use({
      async open(body, { head = ROOM, headers = {}, query = '' } = {}) {
        await expectUntouched();
        await page.route(`${HOST}/host.html*`, (route) =>
          route.fulfill({
            body: pageOf(body, head),
            headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
          }),
        );
        await page.goto(`${HOST}/host.html${query}`);
      },
      async example(name) {
        await expectUntouched();
        await page.route(`${HOST}/examples/*.html*`, async (route) => {
          const response = await route.fetch();
          const html = await response.text();
          // What the page allows of its own server it allows of the embed's.
          const body = html
            .replaceAll('="../', `="${EMBED}/`)
            .replaceAll("-src 'self'", `-src 'self' ${EMBED}`);
          await route.fulfill({ response, body });
        });
        await page.goto(`${HOST}/examples/${name}`);
      },
      frame: (index = 0) => page.frameLocator('iframe').nth(index),
      asked: () => asked,
    });

    await expectUntouched();
    expect(lines, 'nothing is written to the console').toEqual([]);
    expect(await page.context().cookies(), 'no cookie is set').toEqual([]);
  },
});

const pageOf = (body: string, head: string) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>An article</title><link rel="icon" href="data:,">${head}</head>
<body>${body}</body>
</html>`;

/** Runs in every document before its scripts; only the host page's keeps a record. */
function recordHost(): void {
  if (window !== window.top) return;
  const record: Window['hostRecord'] = {
    ...{ errors: [], globals: [], heard: [] },
    ...{ shifts: 0, entries: 0 },
  };
  window.hostRecord = record;
  record.globals = Object.getOwnPropertyNames(window);
  record.entries = history.length;
  // Captured on its way down, so an event that does not bubble is heard too; an `error` of an element is its own.
  window.addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) record.errors.push(event.message);
  });
  window.addEventListener('unhandledrejection', (event) => {
    record.errors.push(String(event.reason));
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) record.shifts += (entry as LayoutShift).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
}

/** Null when the page has gone elsewhere, or was never opened. */
async function footprintOf(page: Page): Promise<Footprint | null> {
  if (!page.url().startsWith(HOST)) return null;
  return page.evaluate(() => {
    const { errors, globals, shifts, entries } = window.hostRecord;
    const known = new Set([...globals, 'hostRecord']);
    const own = (name: string) => !known.has(name) && !/^(__pw|__playwright|\d+$)/.test(name);
    return {
      errors,
      globals: Object.getOwnPropertyNames(window).filter(own),
      shifts,
      entries: history.length - entries,
    };
  });
}
