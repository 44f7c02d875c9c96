import { chromium, type Browser, type Page } from '@playwright/test';
import { preview } from 'vite';
import { findChromium } from '../browser/chromium.ts';

/** Steps of the slider that are measured, and how long the page is left alone, in ms. */
const STEPS = 300;
const REST = 10_000;

/** No more than tasks and marks: the profiler that comes with the rest would be measured too. */
const CATEGORIES = [
  'disabled-by-default-devtools.timeline',
  'devtools.timeline',
  'blink.user_timing',
];

interface Counts {
  readonly frames: number;
  readonly draws: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly dur?: number;
  /** Time on the processor; what other programs take from the machine is not in it. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
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
  for (const round of [1, 2, 3]) {
    report(`scrub ${round}`, await measureScrub(browser, page));
    report(`bare slider ${round}`, await measureScrub(browser, bare));
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

/** Main-thread milliseconds of each step (script, style, layout, paint), from the browser's own trace. */
async function measureScrub(browser: Browser, page: Page) {
  const before = await countsOf(page);
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.evaluate(async (steps) => {
    const slider = document.querySelector<HTMLInputElement>('input[type="range"]');
    if (!slider) throw new Error('no slider');
    for (let step = 0; step <= steps; step++) {
      performance.mark(`step-${step}`);
      slider.valueAsNumber = Math.round((step / steps) * Number(slider.max));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      // Two frames at 60 Hz: long enough for the step to be on screen before the next.
      await new Promise((resolve) => setTimeout(resolve, 34));
    }
  }, STEPS);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const after = await countsOf(page);
  return { times: timesOf(trace.traceEvents), draws: after.draws - before.draws };
}

function timesOf(events: readonly TraceEvent[]): readonly number[] {
  const marks = events.filter(({ name }) => /^step-\d+$/.test(name)).sort((a, b) => a.ts - b.ts);
  const [first] = marks;
  if (!first) throw new Error('The trace has no marks.');
  const tasks = events.filter(
    ({ name, pid, tid }) => name === 'RunTask' && pid === first.pid && tid === first.tid,
  );
  return marks.slice(0, -1).map(({ ts }, index) => {
    const end = marks[index + 1]?.ts ?? Infinity;
    // The mark is set inside a task that began a little before it.
    const own = tasks.filter(
      (task) => task.ts + (task.dur ?? 0) > ts && task.ts + (task.dur ?? 0) <= end,
    );
    return own.reduce((sum, task) => sum + (task.tdur ?? NaN), 0) / 1000;
  });
}

function report(name: string, { times, draws }: { times: readonly number[]; draws: number }): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(2);
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
