import type { Browser, Page } from '@playwright/test';

/** No more than tasks and marks: the profiler that comes with the rest would be measured too. */
const CATEGORIES = [
  'disabled-by-default-devtools.timeline',
  'devtools.timeline',
  'blink.user_timing',
  'loading',
];

/** As Chromium writes it; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly dur?: number;
  /** Time on the processor; what other programs take from the machine is not in it. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly data?: Readonly<Record<string, unknown>> };
}

/** A turn of the main thread. */
export interface Task {
  /** In ms, on the trace's own clock. */
  readonly start: number;
  readonly end: number;
  /** Time on the processor, in ms: what slows the machine down beside the browser is not in it. */
  readonly busy: number;
}

/** What the browser did meanwhile, of all its threads. */
export async function traceOf(
  browser: Browser,
  page: Page,
  during: () => Promise<void>,
): Promise<readonly TraceEvent[]> {
  await browser.startTracing(page, { categories: CATEGORIES });
  try {
    await during();
  } finally {
    const trace = await browser.stopTracing();
    return (JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }).traceEvents;
  }
}

/** The turns of the thread on which an event took place, in order. */
export function tasksBeside(events: readonly TraceEvent[], { pid, tid }: TraceEvent): Task[] {
  return events
    .filter((event) => event.name === 'RunTask' && event.pid === pid && event.tid === tid)
    .map(({ ts, dur = 0, tdur = dur }) => ({
      start: ts / 1000,
      end: (ts + dur) / 1000,
      busy: tdur / 1000,
    }))
    .sort((a, b) => a.start - b.start);
}

/** The middle of some numbers, and the like: `share` 0.5 is the median, 1 the largest. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
}
