import type { Precision } from './interval.ts';

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/**
 * Local milliseconds of a proleptic Gregorian date. Month and day count from 1, and both may overflow.
 * `Date.UTC` is not used because it takes the years 0–99 for 1900–1999.
 */
export function localOf(year: number, month = 1, day = 1): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** Number of days in a month (from 1) of a year. */
export function daysIn(year: number, month: number): number {
  return new Date(localOf(year, month + 1, 0)).getUTCDate();
}

/** Units of the calendar, the shortest first. */
export const UNITS = ['day', 'month', 'year'] as const;
export type Unit = (typeof UNITS)[number];

/** Whole units between 1 January 1970 and a local time: days, months or years. */
export function countAt(localMs: number, unit: Unit): number {
  if (unit === 'day') return Math.floor(localMs / DAY);
  const date = new Date(localMs);
  const years = date.getUTCFullYear() - 1970;
  return unit === 'year' ? years : years * 12 + date.getUTCMonth();
}

/** The start of the unit with that count: the inverse of `countAt`. */
export function startAt(count: number, unit: Unit): number {
  if (unit === 'day') return count * DAY;
  return unit === 'year' ? localOf(1970 + count) : localOf(1970, 1 + count);
}

/** The end (exclusive) of the minute, day, month, year or decade that begins at a local time. */
export function spanEnd(localMs: number, precision: Precision): number {
  if (precision === 'minute') return localMs + MINUTE;
  if (precision === 'decade') return startAt(countAt(localMs, 'year') + 10, 'year');
  return startAt(countAt(localMs, precision) + 1, precision);
}
