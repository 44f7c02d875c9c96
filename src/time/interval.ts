/** How finely a date is known, from a clock time down to a decade. */
export type Precision = 'minute' | 'day' | 'month' | 'year' | 'decade';

/** How finely a date is written. A clock time is written next to its day. */
export type DatePrecision = Exclude<Precision, 'minute'>;

/** The EDTF qualifier of a date: `?` uncertain, `~` approximate, `%` both. */
export type Certainty = 'certain' | 'uncertain' | 'approximate' | 'both';

/** One end of an interval. */
export interface Bound {
  readonly precision: Precision;
  readonly certainty: Certainty;
}

/**
 * A half-open span of time, `[start, end)`, known to a certain precision. An open end is ±Infinity.
 *
 * Each end is stored twice, because a story needs both. `start` and `end` are instants in epoch
 * milliseconds. They order events in different time zones. `localStart` and `localEnd` are local times:
 * what the clock at the event's place showed, as milliseconds since 1970 as if that clock ran on UTC.
 * Readers see local times, and the slider counts in them.
 */
export interface Interval {
  readonly start: number;
  readonly end: number;
  readonly localStart: number;
  readonly localEnd: number;
  /** The first and the last date as written; for a single date the two are equal. Null where open. */
  readonly from: Bound | null;
  readonly to: Bound | null;
  /** The date as the author wrote it (EDTF). */
  readonly text: string;
}
