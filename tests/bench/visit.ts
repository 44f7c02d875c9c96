import type { Browser, Page } from '@playwright/test';
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

/** How soon the slider answers. */
export interface Answer {
  readonly answers: number;
  /** The longest turn of the main thread until then, in ms of processor time. */
  readonly longest: number;
  /** MapLibre had been asked for by then. */
  readonly late: boolean;
}

/** Loads a page as slowly as that phone does, until its map is live and nothing more happens. */
export async function measureLoad(browser: Browser, url: string): Promise<Load> {
  const page = await openSlowly(browser);
  try {
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

/** Moves the slider again and again from the first moment on, until it says another date. */
export async function measureAnswer(browser: Browser, url: string): Promise<Answer> {
  const page = await openSlowly(browser);
  try {
    await page.addInitScript(() => {
      const timer = setInterval(() => {
        const slider = document.querySelector<HTMLInputElement>('input[type="range"]');
        if (!slider) return;
        const before = slider.getAttribute('aria-valuetext');
        performance.mark('moved');
        slider.valueAsNumber = Number(slider.max);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        queueMicrotask(() => {
          if (slider.getAttribute('aria-valuetext') === before) return;
          performance.mark('answers');
          clearInterval(timer);
        });
      }, 50);
    });
    const events = await traceOf(browser, page, async () => {
      await page.goto(url);
      await page.waitForFunction(() => performance.getEntriesByName('answers').length > 0);
    });
    const begin = startOf(events, url);
    const answer = events.find(({ name }) => name === 'answers');
    if (!answer) throw new Error('The slider never answered.');
    // The turn in which it is moved and answers is the interaction itself.
    const moved = events.findLast(({ name, ts }) => name === 'moved' && ts <= answer.ts) ?? answer;
    const before = tasksBeside(events, begin).filter(
      ({ end }) => end > begin.ts / 1000 && end <= moved.ts / 1000,
    );
    return {
      answers: (answer.ts - begin.ts) / 1000,
      longest: Math.max(...before.map(({ busy }) => busy)),
      late: (askedFor(events, /maplibre-/)?.ts ?? Infinity) < answer.ts,
    };
  } finally {
    await page.context().close();
  }
}

/** A new page in a context of its own, so that nothing is in its cache. */
async function openSlowly(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-ground="live"]')) return;
      performance.mark('live');
      observer.disconnect();
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ground'] });
  });
  return page;
}

/** The navigation to an address: it took place on the main thread, and time counts from it. */
function startOf(events: readonly TraceEvent[], url: string): TraceEvent {
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
