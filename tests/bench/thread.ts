import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';

/** How long a page is kept busy, in ms, so that its process can be told from the others. */
const BUSY = 150;

/** Processes are told apart by ten times as much done; a machine that is busy itself is asked so often. */
const TRIES = 20;

/** Where one step ends and the next begins: so many ms before the next, when the thread has long been idle. */
const BEFORE = 1.5;

/** What a thread had done at a time: both in ms, the time as `performance` tells it, from 1970. */
interface Sample {
  readonly time: number;
  readonly done: number;
}

/** Time on the processor of a process's main thread since it began, in ms, as Linux counts it: to the nanosecond. */
function doneBy(pid: number): number {
  const [nanoseconds = NaN] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1e6;
}

/** The process in which a page is rendered: the one that is busy when the page is. */
export async function processOf(browser: Browser, page: Page): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const ids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  for (let tries = 0; tries < TRIES; tries++) {
    const before = ids.map(doneBy);
    await keepBusy(page);
    const [first, second] = ids
      .map((id, index) => ({ id, done: doneBy(id) - (before[index] ?? 0) }))
      .sort((a, b) => b.done - a.done);
    if (first && first.done > 10 * Math.max(1, second?.done ?? 0)) return first.id;
  }
  throw new Error('The machine is too busy to tell the page’s process from the others.');
}

const keepBusy = (page: Page): Promise<void> =>
  page.evaluate((ms) => {
    const end = performance.now() + ms;
    while (performance.now() < end);
  }, BUSY);

/** Reads each millisecond what a process's main thread has done. Returns what ends it and tells. */
export function startSampling(pid: number): () => readonly Sample[] {
  const samples: Sample[] = [];
  const timer = setInterval(() => {
    samples.push({ time: performance.timeOrigin + performance.now(), done: doneBy(pid) });
  }, 1);
  return () => {
    clearInterval(timer);
    return samples;
  };
}

/** What was done from each of these times to the next, in ms. */
export function doneBetween(
  times: readonly number[],
  samples: readonly Sample[],
): readonly number[] {
  const done = times.map(
    (time) => samples.findLast((sample) => sample.time <= time - BEFORE)?.done ?? NaN,
  );
  return done.slice(1).map((sum, index) => sum - (done[index] ?? NaN));
}
