import type { Browser, CDPSession, Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { launchBrowser } from './browser.ts';
import { generateStory } from './generate-story.ts';
import { serveFolder } from './server.ts';
import { quantile } from './trace.ts';

/**
 * How the page grows with its story: the shipped one, and generated ones of 300 and 1,000 events. A step of the
 * longest is to cost the main thread at most 2 times a step of the shipped one, and its page is to have at most
 * 10,000 elements. In turn, because what else the machine does changes from minute to minute.
 */
const ROUNDS = Number(process.env['PARLEY_ROUNDS'] ?? 5);

/** Positions of the slider from one end to the other. */
const STEPS = 201;

/** Ms from one step to the next: two frames at 60 Hz. The next step waits longer where the picture comes later. */
const PACE = 34;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COMMAND = join(ROOT, 'dist/cli/parley-map.js');

interface Scrub {
  /** Of the main thread, in ms of processor time. */
  readonly busy: number;
  /** From the input to the end of the frame that shows it: the median of the steps, in ms. */
  readonly shown: number;
}

interface ReadyPage {
  readonly page: Page;
  readonly session: CDPSession;
  readonly elements: number;
}

const folder = await mkdtemp(join(tmpdir(), 'parley-growth-'));
const shipped = join(ROOT, 'geo/stories/korea-thaw.json');
const names = ['shipped', '300 events', '1,000 events'];
await buildPage('0', shipped);
for (const [index, count] of [300, 1_000].entries()) {
  const path = join(folder, `${count}.json`);
  await writeFile(path, JSON.stringify(generateStory(count)));
  await buildPage(String(index + 1), path);
}
const server = await serveFolder(join(folder, 'pages'));
const browser = await launchBrowser();
try {
  const pages: ReadyPage[] = [];
  for (const index of names.keys()) pages.push(await openReady(browser, String(index)));
  const load = loadavg()[0] ?? NaN;
  report(
    await measureAll(pages),
    pages.map(({ elements }) => elements),
  );
  console.log(
    `\nload of the machine: ${load.toFixed(1)} before, ${loadavg()[0]?.toFixed(1)} after`,
  );
} finally {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
}

/** Builds the site of a story, as a newsroom does. */
async function buildPage(name: string, story: string): Promise<void> {
  const out = join(folder, 'pages', name);
  await promisify(execFile)(process.execPath, [COMMAND, 'build', story, '--out', out]);
}

/** Opens a page and waits until all of it answers and its map is live. */
async function openReady(browser: Browser, name: string): Promise<ReadyPage> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${server.address}${name}/index.html`);
  await page.locator('html[data-parley="ready"]').waitFor({ timeout: 120_000 });
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  await page.locator('[data-ground="live"]').first().waitFor({ timeout: 120_000 });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, session, elements };
}

async function measureAll(pages: readonly ReadyPage[]): Promise<readonly (readonly Scrub[])[]> {
  const scrubs = pages.map((): Scrub[] => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, { page, session }] of pages.entries()) {
      const measured = await measureScrub(page, session);
      // The first round compiles what is run often.
      if (round > 0) scrubs[index]?.push(measured);
    }
  }
  return scrubs;
}

async function measureScrub(page: Page, session: CDPSession): Promise<Scrub> {
  await page.bringToFront();
  const before = await busyOf(session);
  const times = await scrub(page);
  const after = await busyOf(session);
  return { busy: (after - before) / STEPS, shown: quantile(times, 0.5) };
}

/** What the main thread has done so far, in ms of processor time. */
async function busyOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
  if (seconds === undefined) throw new Error('The browser does not tell its TaskDuration.');
  return seconds * 1000;
}

/** Moves the slider from one end to the other. Returns ms from each input to the end of its frame. */
function scrub(page: Page): Promise<readonly number[]> {
  return page.evaluate(
    async ({ steps, pace }) => {
      const slider = document.querySelector<HTMLInputElement>('input[type="range"]');
      if (!slider) throw new Error('The page has no slider.');
      const times: number[] = [];
      for (let step = 0; step < steps; step++) {
        const start = performance.now();
        slider.valueAsNumber = Math.round((step / (steps - 1)) * Number(slider.max));
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
        const time = performance.now() - start;
        times.push(time);
        await new Promise((next) => setTimeout(next, pace - time));
      }
      return times;
    },
    { steps: STEPS, pace: PACE },
  );
}

/** A Markdown table. In brackets: so many times what the shipped story takes. */
function report(scrubs: readonly (readonly Scrub[])[], elements: readonly number[]): void {
  console.log(`\n${STEPS} steps at 1280 x 800, medians of ${ROUNDS} rounds\n`);
  console.log('| story | main thread per step | input to frame, p50 | elements |');
  console.log('| --- | --- | --- | --- |');
  const median = (own: readonly Scrub[], key: keyof Scrub): number =>
    quantile(
      own.map((scrub) => scrub[key]),
      0.5,
    );
  const shippedBusy = median(scrubs[0] ?? [], 'busy');
  for (const [index, own] of scrubs.entries()) {
    const busy = median(own, 'busy');
    const times = index > 0 ? ` (${(busy / shippedBusy).toFixed(2)})` : '';
    console.log(
      `| ${names[index]} | ${busy.toFixed(1)} ms${times} | ${median(own, 'shown').toFixed(0)} ms | ${elements[index]} |`,
    );
  }
}
