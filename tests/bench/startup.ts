import type { Browser, CDPSession, Page } from '@playwright/test';
import { setTimeout as wait } from 'node:timers/promises';
import { tasksBeside, traceOf } from './trace.ts';
import { openSlowly, startOf } from './visit.ts';

/** A tablet upright, or half a laptop: the pages show their control without a scroll. */
const VIEWPORT = { width: 820, height: 900 };

/** How often the control is used, in ms, until the page answers. */
const EVERY = 50;

/** How long a page that has begun to answer may take for the rest, in ms, before its control is used again. */
const PATIENCE = 1_000;

/** All has arrived when the network has been silent for so many ms. */
const SILENCE = 2_000;

/** Where a page shows which moment it stands at: an attribute, or the text, of some elements. */
interface View {
  readonly selector: string;
  readonly attribute?: string;
}

/** A page whose startup is measured. */
export interface Candidate {
  readonly name: string;
  readonly url: string;
  /** The time control: a range is moved, anything else is clicked. */
  readonly control: string;
  /** First the words that tell the moment, then the picture. The page has answered when both have changed. */
  readonly shows: readonly View[];
}

/** One startup. Times in ms since the page was asked for, sizes in bytes as transferred, headers included. */
export interface Startup {
  /** First contentful paint. */
  readonly painted: number;
  /** The control has been used and the page has answered. */
  readonly usable: number;
  /** The longest task of the main thread until then, in ms of processor time. */
  readonly longest: number;
  readonly bytesUntilUsable: number;
  readonly bytes: number;
}

/** Opens a page on a slow phone and uses its time control from the first moment on, until it answers. */
export async function measureStartup(browser: Browser, candidate: Candidate): Promise<Startup> {
  const { url, control, shows } = candidate;
  const { page, session } = await openSlowly(browser, VIEWPORT);
  try {
    const network = watchNetwork(session);
    await page.addInitScript(useUntilAnswered, {
      control,
      shows,
      every: EVERY,
      patience: PATIENCE,
    });
    const events = await traceOf(browser, page, async () => {
      await page.goto(url, { waitUntil: 'commit' });
      // Not in every frame, which would slow the page down.
      await page.waitForFunction(
        () => performance.getEntriesByName('usable').length > 0,
        undefined,
        { polling: 250 },
      );
    });
    await ensureReachable(page, candidate);
    const begin = startOf(events, url);
    const timeOf = (name: string): number => {
      const event = events.find((each) => each.name === name && each.ts >= begin.ts);
      if (!event) throw new Error(`The trace of ${candidate.name} has no ${name}.`);
      return (event.ts - begin.ts) / 1000;
    };
    const usable = timeOf('usable');
    const before = tasksBeside(events, begin).filter(
      ({ start, end }) => end > begin.ts / 1000 && start < begin.ts / 1000 + usable,
    );
    const received = await network.untilSilent(new URL(url).origin);
    return {
      painted: timeOf('firstContentfulPaint'),
      usable,
      longest: Math.max(...before.map(({ busy }) => busy)),
      bytesUntilUsable: sum(received.filter(({ at }) => at <= usable).map(({ bytes }) => bytes)),
      bytes: sum(received.map(({ bytes }) => bytes)),
    };
  } finally {
    await page.context().close();
  }
}

/**
 * Runs in the page, before its own scripts. Uses the control again and again; each time, looks after each frame
 * whether the page shows something else. Marks the end of the frame in which all its views have changed.
 */
async function useUntilAnswered(how: {
  control: string;
  shows: readonly View[];
  every: number;
  patience: number;
}): Promise<void> {
  const views = {
    read(): string[] {
      return how.shows.map(({ selector, attribute }) =>
        Array.from(document.querySelectorAll(selector), (element) =>
          attribute ? element.getAttribute(attribute) : element.textContent,
        ).join('\n'),
      );
    },
  };
  for (let tries = 1; ; tries++) {
    const control = document.querySelector<HTMLElement>(how.control);
    const before = views.read();
    if (!control || before.includes('')) {
      await new Promise((resolve) => setTimeout(resolve, how.every));
      continue;
    }
    if (control instanceof HTMLInputElement) {
      // Another value at every try, so that each would show something else.
      const [min, max] = [Number(control.min), Number(control.max)];
      control.valueAsNumber = min + Math.round(((tries * 0.618) % 1) * (max - min));
      control.dispatchEvent(new Event('input', { bubbles: true }));
    } else {
      control.click();
    }
    let next = performance.now() + how.every;
    const latest = performance.now() + how.patience;
    while (performance.now() < next) {
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      const now = views.read();
      if (now.every((view, index) => view !== before[index])) {
        return void performance.mark('usable');
      }
      // The words answer: the picture may be animated, and another try would begin that anew. The picture alone tells
      // nothing, since it also changes while the page is still arriving.
      if (now[0] !== before[0]) next = latest;
    }
  }
}

/** A control that a reader cannot see, or that lies under something else, is not usable. */
async function ensureReachable(page: Page, { name, control }: Candidate): Promise<void> {
  const reachable = await page.evaluate((selector) => {
    const element = document.querySelector(selector);
    const { left, top, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit !== null && (element?.contains(hit) ?? false);
  }, control);
  if (!reachable) throw new Error(`${name} answers, but its control cannot be reached.`);
}

interface Received {
  /** In ms since the page was asked for. */
  readonly at: number;
  readonly bytes: number;
}

/** Notes what arrives, from now on. */
function watchNetwork(session: CDPSession) {
  const received: Received[] = [];
  const origins = new Set<string>();
  let begin = NaN;
  let latest = performance.now();
  session.on('Network.requestWillBeSent', ({ request, timestamp }) => {
    latest = performance.now();
    if (Number.isNaN(begin)) begin = timestamp;
    if (request.url.startsWith('http')) origins.add(new URL(request.url).origin);
  });
  session.on('Network.dataReceived', () => void (latest = performance.now()));
  session.on('Network.loadingFinished', ({ timestamp, encodedDataLength: bytes }) => {
    latest = performance.now();
    received.push({ at: (timestamp - begin) * 1000, bytes });
  });
  return {
    /** Waits until all has arrived. Throws where a page asks another server than its own. */
    async untilSilent(origin: string): Promise<readonly Received[]> {
      while (performance.now() - latest < SILENCE) await wait(100);
      origins.delete(origin);
      if (origins.size > 0) throw new Error(`The page asks ${[...origins].join(', ')}.`);
      return received;
    },
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
