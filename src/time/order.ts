import { spanEnd } from './gregorian.ts';
import type { Interval } from './interval.ts';

/**
 * The latest instant at which an interval may have begun: the end of the day (month, year) that its first
 * date names. An event breaks an order only if even this instant is too early.
 */
export function latestStart({ from, start, localStart, end }: Interval): number {
  if (from === null) return end - 1;
  const span = spanEnd(localStart, from.precision) - localStart;
  return Math.min(start + span, end) - 1;
}
