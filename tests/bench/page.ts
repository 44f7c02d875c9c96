import { loadavg } from 'node:os';
import { chromium, type Browser, type Page } from '@playwright/test';
import { preview } from 'vite';
import { findChromium } from '../browser/kit/chromium.ts';
import { doneBetween, processOf, startSampling } from './thread.ts';
import { quantile, tasksBeside, traceOf, type TraceEvent } from './trace.ts';

/** Steps of the slider that are measured, and how long the page is left alone, in ms. */
const STEPS = 300;
const REST = 10_000;

interface Counts {
  readonly frames: number;
  readonly draws: number;
}

const server = await preview({
  build: { outDir: process.env['PARLEY_DIST'] ?? '../dist' },
  preview: { host: '127.0.0.1', port: 4189 },
  logLevel: 'silent',
});
const address = server.resolvedUrls?.local[0] ?? '';
const executablePath = await findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: [
    '--no-sandbox',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--disable-quic',
  ],
});
try {
  const page = await openLive(browser);
  const bare = await openBare(browser);
  // Where others want the processors too, frames are left out and the numbers say nothing.
  console.log(`load of the machine: ${loadavg()[0]?.toFixed(1)}`);
  for (const round of [1, 2, 3]) {
    const own = await measureScrub(browser, page);
    const other = await measureScrub(browser, bare);
    report(`page ${round}`, own);
    report(`bare slider ${round}`, other);
    const [median, p95] = [0.5, 0.95].map((share) =>
      (quantile(own.times, share) - quantile(other.times, share)).toFixed(2),
    );
    console.log(`added ${round}: median ${median} ms, p95 ${p95} ms`);
  }
  for (const [name, of] of [
    ['page', page],
    ['bare slider', bare],
  ] as const) {
    await of.bringToFront();
    console.log(`${name}: a step is drawn in ${(await timeDrawing(of)).toFixed(1)} ms`);
  }
  const rest = await countAtRest(page);
  console.log(`at rest, ${REST / 1000} s: ${rest.frames} animation frames, ${rest.draws} GL draws`);
} finally {
  await browser.close();
  await server.close();
}

/** What a slider costs by itself on this machine today: one native range that writes one number. */
async function openBare(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.setContent(
    '<input type="range" max="528" oninput="this.nextSibling.textContent = this.value"><p></p>',
  );
  return page;
}

/** Counts animation frames that are asked for and WebGL draws, from before any script has run. */
async function openLive(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(() => {
    const counts = { frames: 0, draws: 0 };
    Object.assign(window, { counts });
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => {
      counts.frames++;
      return ask(callback);
    };
    for (const name of ['drawElements', 'drawArrays'] as const) {
      const draw = WebGL2RenderingContext.prototype[name] as (...args: number[]) => void;
      WebGL2RenderingContext.prototype[name] = function (this: unknown, ...args: number[]) {
        counts.draws++;
        draw.apply(this, args);
      } as never;
    }
  });
  await page.goto(`${address}index.html`);
  await page.locator('[data-ground="live"]').waitFor({ timeout: 60_000 });
  return page;
}

function countsOf(page: Page): Promise<Counts> {
  return page.evaluate(() => ({
    ...((window as unknown as { counts?: Counts }).counts ?? { frames: 0, draws: 0 }),
  }));
}

/**
 * Main-thread milliseconds of each step (script, style, layout, paint): time on the processor, which Linux counts
 * for each thread; elsewhere from the browser's own trace, which adds some of its own.
 */
async function measureScrub(browser: Browser, page: Page) {
  await page.bringToFront();
  const before = await countsOf(page);
  const times = await (process.platform === 'linux' ? countScrub : traceScrub)(browser, page);
  const after = await countsOf(page);
  return { times, draws: after.draws - before.draws };
}

async function countScrub(browser: Browser, page: Page): Promise<readonly number[]> {
  const stop = startSampling(await processOf(browser, page));
  const starts = await scrub(page);
  return doneBetween(starts, stop());
}

async function traceScrub(browser: Browser, page: Page): Promise<readonly number[]> {
  return timesOf(await traceOf(browser, page, async () => void (await scrub(page))));
}

/** When each step began, in ms from 1970; also as marks for a trace. */
function scrub(page: Page): Promise<readonly number[]> {
  return page.evaluate(async (steps) => {
    const slider = document.querySelector<HTMLInputElement>('input[type="range"]');
    if (!slider) throw new Error('no slider');
    // Any first answer is over before the first step.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const starts: number[] = [];
    for (let step = 0; step <= steps; step++) {
      const { startTime } = performance.mark(`step-${step}`);
      starts.push(performance.timeOrigin + startTime);
      slider.valueAsNumber = Math.round((step / steps) * Number(slider.max));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      // Two frames at 60 Hz: long enough for the step to be on screen before the next.
      await new Promise((resolve) => setTimeout(resolve, 34));
    }
    return starts;
  }, STEPS);
}

/** Ms from one picture to the next, all threads and what stands in for a GPU together, where each step waits for its own. */
function timeDrawing(page: Page): Promise<number> {
  return page.evaluate(async (steps) => {
    const slider = document.querySelector<HTMLInputElement>('input[type="range"]');
    if (!slider) throw new Error('no slider');
    const start = performance.now();
    for (let step = 0; step <= steps; step++) {
      await new Promise(requestAnimationFrame);
      slider.valueAsNumber = Math.round((step / steps) * Number(slider.max));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }
    return (performance.now() - start) / steps;
  }, STEPS);
}

function timesOf(events: readonly TraceEvent[]): readonly number[] {
  const marks = events.filter(({ name }) => /^step-\d+$/.test(name)).sort((a, b) => a.ts - b.ts);
  const [first] = marks;
  if (!first) throw new Error('The trace has no marks.');
  const tasks = tasksBeside(events, first);
  return marks.slice(0, -1).map(({ ts }, index) => {
    const [from, to] = [ts / 1000, (marks[index + 1]?.ts ?? Infinity) / 1000];
    // The mark is set inside a task that began a little before it.
    const own = tasks.filter(({ end }) => end > from && end <= to);
    return own.reduce((sum, { busy }) => sum + busy, 0);
  });
}

function report(name: string, { times, draws }: { times: readonly number[]; draws: number }): void {
  const at = (share: number) => quantile(times, share).toFixed(2);
  console.log(
    `${name}: ${times.length} steps, main thread median ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms; GL draws ${draws}`,
  );
}

async function countAtRest(page: Page) {
  await page.mouse.move(1, 1);
  const before = await countsOf(page);
  await new Promise((resolve) => setTimeout(resolve, REST));
  const after = await countsOf(page);
  return { frames: after.frames - before.frames, draws: after.draws - before.draws };
}
