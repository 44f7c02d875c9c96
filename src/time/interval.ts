/** How finely a date is known, from a clock time down to a decade. */
export type Precision = 'minute' | 'day' | 'month' | 'year' | 'decade';

/** How finely a date is written. A clock time is written beside its day. */
export type DatePrecision = Exclude<Precision, 'minute'>;

/** What the author's EDTF qualifier says of a date: `?` uncertain, `~` approximate, `%` both. */
export type Certainty = 'certain' | 'uncertain' | 'approximate' | 'both';

/** One end of an interval. */
export interface Bound {
  readonly precision: Precision;
  readonly certainty: Certainty;
}

/**
 * A half-open span of time, `[start, end)`, known to a certain precision.
 *
 * It is kept twice, because a story needs both. *Instants* (`start`, `end`: epoch milliseconds) order
 * events that happened in different zones. *Wall-clock readings* (`localStart`, `localEnd`: the digits
 * on the clock at the event's place, as milliseconds read as though they were UTC) are what a reader is
 * shown, and what the slider counts in. An open end is ±Infinity.
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
