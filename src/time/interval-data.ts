import type { Interval } from './interval.ts';

/** An interval as JSON. JSON has no Infinity, so an open end is null. */
export interface IntervalData extends Pick<Interval, 'from' | 'to' | 'text'> {
  readonly start: number | null;
  readonly end: number | null;
  readonly localStart: number | null;
  readonly localEnd: number | null;
}

const finite = (time: number): number | null => (Number.isFinite(time) ? time : null);

export function toIntervalData({
  start,
  end,
  localStart,
  localEnd,
  from,
  to,
  text,
}: Interval): IntervalData {
  return {
    start: finite(start),
    end: finite(end),
    localStart: finite(localStart),
    localEnd: finite(localEnd),
    from,
    to,
    text,
  };
}

export function toInterval({
  start,
  end,
  localStart,
  localEnd,
  from,
  to,
  text,
}: IntervalData): Interval {
  return {
    start: start ?? -Infinity,
    end: end ?? Infinity,
    localStart: localStart ?? -Infinity,
    localEnd: localEnd ?? Infinity,
    from,
    to,
    text,
  };
}
