import { countUpTo } from '../time/binary-search.ts';

/** An event as the playhead meets it: where it stops, how far it creeps, for how long. */
export interface Stop {
  /** Position in steps. */
  readonly at: number;
  /** Where the playhead leaves it: a little after `at`, so that playing time can be told from it. */
  readonly end: number;
  /** Milliseconds at 1×, over 0. */
  readonly dwell: number;
  /** How many steps before `at` somebody sets out; that part of the way is shown without haste. */
  readonly approach?: number;
}

/**
 * Playing by meaning: which position in steps is on screen after so many milliseconds of playing at 1×.
 * Both directions are strictly increasing, inverse to each other, and clamped at the ends.
 */
export interface PlaybackSchedule {
  /** Milliseconds of playing at 1×. */
  readonly length: number;
  timeAt(ms: number): number;
  msAt(time: number): number;
}

/**
 * How long the way between two stops takes, in milliseconds. 250 ms is the shortest move that is seen as
 * a move and not as a jump; 40 ms a step (25 days a second) lets the eye count off a week; 1,400 ms is
 * reached at 29 steps, so that an empty month costs no more patience than an empty year.
 */
export const gapMs = (steps: number): number => (steps > 0 ? Math.min(1400, 250 + 40 * steps) : 0);

/** A traveller's token needs about this long, in ms, for the eye to follow it across the map. */
const APPROACH = 900;

/** Linear between the knots, clamped at the first and the last. */
function interpolate(value: number, from: Float64Array, to: Float64Array): number {
  const index = Math.max(0, countUpTo(from, value) - 1);
  const [x0 = 0, x1 = x0] = from.subarray(index, index + 2);
  const [y0 = 0, y1 = y0] = to.subarray(index, index + 2);
  if (x1 === x0 || !(value > x0)) return y0;
  return Math.min(y1, y0 + (y1 - y0) * ((value - x0) / (x1 - x0)));
}

/**
 * The score of stops in order (`at < end`, no overlap, all within `[0, duration]`) over a number of steps.
 * @throws RangeError if they are not: a score that runs backwards would freeze the clock.
 */
export function createPlaybackSchedule(stops: readonly Stop[], duration: number): PlaybackSchedule {
  const times = [0];
  const marks = [0];
  let time = 0;
  let ms = 0;
  const moveTo = (next: number, takes: number) => {
    if (!(next > time && takes > 0)) return;
    time = next;
    ms += takes;
    times.push(time);
    marks.push(ms);
  };
  for (const { at, end, dwell, approach = 0 } of stops) {
    if (!(at >= time && end > at && end <= duration && dwell > 0)) {
      throw new RangeError(`Stop ${at}–${end} (${dwell} ms) is out of order or out of range.`);
    }
    const departure = Math.max(time, at - approach);
    moveTo(departure, gapMs(departure - time));
    moveTo(at, approach > 0 ? APPROACH : gapMs(at - time));
    moveTo(end, dwell);
  }
  moveTo(duration, gapMs(duration - time));
  const steps = Float64Array.from(times);
  const elapsed = Float64Array.from(marks);
  return {
    length: ms,
    timeAt: (at) => interpolate(at, elapsed, steps),
    msAt: (at) => interpolate(at, steps, elapsed),
  };
}
