import { countUpTo } from '../time/binary-search.ts';

/** A stop of the playhead at an event. During the stop the playhead moves slowly from `at` to `end`. */
export interface Stop {
  /** Position in steps. */
  readonly at: number;
  /** Where the stop ends: a little after `at`, so that each position has its own playing time. */
  readonly end: number;
  /** Milliseconds at 1×, greater than 0. */
  readonly dwell: number;
  /** How many steps before `at` a journey begins. These steps are played slowly. */
  readonly approach?: number;
}

/**
 * Which position, in steps, is shown after so many milliseconds of playing at 1×. `timeAt` and `msAt` are strictly
 * increasing, inverse to each other, and clamped at the ends.
 */
export interface PlaybackSchedule {
  /** Milliseconds of playing at 1×. */
  readonly length: number;
  timeAt(ms: number): number;
  msAt(time: number): number;
}

/**
 * Milliseconds from one stop to the next. 250 ms is the shortest move that is seen as a move and not as a jump. 40 ms
 * for each step (25 days a second) lets the eye follow a week. The limit of 1,400 ms is reached at 29 steps, so that an
 * empty year takes no longer than an empty month.
 */
export const gapMs = (steps: number): number => (steps > 0 ? Math.min(1400, 250 + 40 * steps) : 0);

/** Milliseconds for the steps of an approach: the eye needs about this long to follow a traveller across the map. */
const APPROACH = 900;

/** Linear interpolation between knots, clamped at the first and the last. */
function interpolate(value: number, from: Float64Array, to: Float64Array): number {
  const index = Math.max(0, countUpTo(from, value) - 1);
  const [x0 = 0, x1 = x0] = from.subarray(index, index + 2);
  const [y0 = 0, y1 = y0] = to.subarray(index, index + 2);
  if (x1 === x0 || !(value > x0)) return y0;
  return Math.min(y1, y0 + (y1 - y0) * ((value - x0) / (x1 - x0)));
}

/**
 * The schedule for stops in order (`at < end`, no overlap, all within `[0, duration]`).
 * @throws RangeError if they are not: a schedule that runs backwards would freeze the clock.
 */
export function createPlaybackSchedule(stops: readonly Stop[], duration: number): PlaybackSchedule {
  const positions = [0];
  const timestamps = [0];
  let time = 0;
  let ms = 0;
  const moveTo = (next: number, takes: number) => {
    if (!(next > time && takes > 0)) return;
    time = next;
    ms += takes;
    positions.push(time);
    timestamps.push(ms);
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
  const steps = Float64Array.from(positions);
  const elapsed = Float64Array.from(timestamps);
  return {
    length: ms,
    timeAt: (at) => interpolate(at, elapsed, steps),
    msAt: (at) => interpolate(at, steps, elapsed),
  };
}
