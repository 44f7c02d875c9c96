import type { Browser, CDPSession, Page, ViewportSize } from '@playwright/test';
import { tasksBeside, traceOf, type Task, type TraceEvent } from './trace.ts';

/** Chromium's own wish for a middling phone: a processor at a quarter of its speed, on Slow 4G. */
const SLOWDOWN = 4;
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

/** A load is over when this many ms have passed without a long task. */
const QUIET = 5_000;
const LONG = 50;

/** How a page came to life; times in ms since it was asked for. */
export interface Load {
  /** First and largest contentful paint. */
  readonly painted: number;
  readonly largest: number;
  /** The first file of MapLibre's is asked for. */
  readonly asked: number;
  readonly live: number;
  /** What long tasks took beyond 50 ms each, from the first paint until all was quiet; in ms of processor time. */
  readonly blocked: number;
  /** The same by the clock on the wall, which other programs lengthen. */
  readonly blockedByTheWall: number;
  readonly tasks: readonly Task[];
}

/** Loads a page as slowly as that phone does, until its map is live and nothing more happens. */
export async function measureLoad(browser: Browser, url: string): Promise<Load> {
  const { page } = await openSlowly(browser, { width: 1280, height: 800 });
  try {
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('[data-ground="live"]')) return;
        performance.mark('live');
        observer.disconnect();
      }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ground'] });
    });
    const events = await traceOf(browser, page, async () => {
      await page.goto(url);
      await page.locator('[data-ground="live"]').first().waitFor({ timeout: 120_000 });
      await page.waitForTimeout(QUIET);
    });
    const begin = startOf(events, url);
    const since = (event: TraceEvent | undefined): number =>
      event ? event.ts / 1000 - begin.ts / 1000 : NaN;
    const painted = since(events.find(({ name }) => name === 'firstContentfulPaint'));
    const largest = events.findLast(({ name }) => name === 'largestContentfulPaint::Candidate');
    const tasks = tasksBeside(events, begin)
      .map((task) => shifted(task, begin.ts / 1000))
      .filter(({ end }) => end > 0);
    const later = tasks.filter(({ end }) => end > painted);
    const excess = (length: number): number => Math.max(0, length - LONG);
    return {
      painted,
      largest: since(largest),
      asked: since(askedFor(events, /maplibre-/)),
      live: await page.evaluate(() => performance.getEntriesByName('live')[0]?.startTime ?? NaN),
      blocked: sum(later.map(({ busy }) => excess(busy))),
      blockedByTheWall: sum(later.map(({ start, end }) => excess(end - start))),
      tasks: tasks.filter(({ busy }) => busy > LONG),
    };
  } finally {
    await page.context().close();
  }
}

interface SlowPage {
  readonly page: Page;
  readonly session: CDPSession;
}

/** A new page in a context of its own, so that nothing is in its cache. */
export async function openSlowly(browser: Browser, viewport: ViewportSize): Promise<SlowPage> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  return { page, session };
}

/** The navigation to an address: it took place on the main thread, and time counts from it. */
export function startOf(events: readonly TraceEvent[], url: string): TraceEvent {
  const start = events.findLast(
    ({ name, args }) => name === 'navigationStart' && args?.data?.['documentLoaderURL'] === url,
  );
  if (!start) throw new Error(`The trace has no navigation to ${url}.`);
  return start;
}

const askedFor = (events: readonly TraceEvent[], file: RegExp): TraceEvent | undefined =>
  events.find(
    ({ name, args }) => name === 'ResourceSendRequest' && file.test(String(args?.data?.['url'])),
  );

const shifted = ({ start, end, busy }: Task, by: number): Task => ({
  start: start - by,
  end: end - by,
  busy,
});

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
