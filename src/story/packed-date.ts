import type { Bound, Certainty, Interval, Precision } from '../time/interval.ts';

/**
 * A date as it is sent: the author's own writing and the clocks' offset from UTC in minutes, from which
 * days and clock times follow; or, for what is rarer, the whole interval.
 */
export type PackedDate = readonly [text: string, offset: number] | Interval;

const MINUTE = 60_000;

/** By the length of the writing: `2018-06-12`, `2018-06-12T09:04`. */
const KNOWN: Readonly<Record<number, readonly [precision: Precision, length: number]>> = {
  10: ['day', 1440 * MINUTE],
  16: ['minute', MINUTE],
};

const QUALIFIED: Readonly<Record<string, Certainty>> = {
  '?': 'uncertain',
  '~': 'approximate',
  '%': 'both',
};

interface Point {
  readonly start: number;
  readonly end: number;
  /** Null where the date is left open. */
  readonly bound: Bound | null;
}

/** `open`: where a date lies that is left open. */
function readPoint(text: string, open: number): Point {
  if (text === '..') return { start: open, end: open, bound: null };
  const certainty = QUALIFIED[text.at(-1) ?? ''] ?? 'certain';
  const digits = certainty === 'certain' ? text : text.slice(0, -1);
  const [precision, length] = KNOWN[digits.length] ?? ['day', NaN];
  const start = Date.parse(`${digits}${precision === 'minute' ? 'Z' : ''}`);
  return { start, end: start + length, bound: { precision, certainty } };
}

/** The interval of a packed date. What is no day and no clock time gives NaN: the packer sends it whole. */
export function readDate(packed: PackedDate): Interval {
  if ('text' in packed) return packed;
  const [text, minutes] = packed;
  const [from = '', to = from] = text.split('/');
  const [first, last] = [readPoint(from, -Infinity), readPoint(to, Infinity)];
  const offset = minutes * MINUTE;
  return {
    start: first.start - offset,
    end: last.end - offset,
    localStart: first.start,
    localEnd: last.end,
    from: first.bound,
    to: last.bound,
    text,
  };
}
