import { spanEnd } from './gregorian.ts';
import type { Interval } from './interval.ts';

/**
 * The latest instant at which an interval may have begun: the last of the day (month, year) that its
 * first date names. Two dates contradict an order only if not even this instant fits.
 */
export function latestStart({ from, start, localStart, end }: Interval): number {
  if (from === null) return end - 1;
  const span = spanEnd(localStart, from.precision) - localStart;
  return Math.min(start + span, end) - 1;
}
