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

interface Point extends Bound {
  readonly start: number;
  readonly end: number;
}

function readPoint(text: string): Point {
  const certainty = QUALIFIED[text.at(-1) ?? ''] ?? 'certain';
  const digits = certainty === 'certain' ? text : text.slice(0, -1);
  const [precision, length] = KNOWN[digits.length] ?? ['day', NaN];
  const start = Date.parse(`${digits}${precision === 'minute' ? 'Z' : ''}`);
  return { precision, certainty, start, end: start + length };
}

/** The interval of a packed date. What is no day and no clock time gives NaN: the packer sends it whole. */
export function readDate(packed: PackedDate): Interval {
  if ('text' in packed) return packed;
  const [text, minutes] = packed;
  const [from = '', to = from] = text.split('/');
  const [first, last] = [readPoint(from), readPoint(to)];
  const offset = minutes * MINUTE;
  return {
    start: first.start - offset,
    end: last.end - offset,
    localStart: first.start,
    localEnd: last.end,
    from: { precision: first.precision, certainty: first.certainty },
    to: { precision: last.precision, certainty: last.certainty },
    text,
  };
}
