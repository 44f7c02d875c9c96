import { spanEnd } from './gregorian.ts';
import type { Bound, Certainty, Interval, Precision } from './interval.ts';

const PRECISIONS: Readonly<Record<number, Precision>> = {
  4: 'year',
  7: 'month',
  10: 'day',
  16: 'minute',
};

const CERTAINTY: Readonly<Record<string, Certainty>> = {
  '?': 'uncertain',
  '~': 'approximate',
  '%': 'both',
};

interface Point extends Bound {
  readonly localStart: number;
  readonly localEnd: number;
}

/** Seconds and offsets are passed over: no date is worded with them. */
function readPoint(text: string): Point | null {
  const [, years = '', rest = ''] = /^(\d{3}[\dX])((?:-\d\d){0,2}(?:T\d\d:\d\d)?)/.exec(text) ?? [];
  if (years === '') return null;
  const isDecade = years.endsWith('X');
  const plain = years.replace('X', '0') + rest;
  // Without an offset a clock time would be read in the zone of the reader's machine.
  const localStart = Date.parse(rest.includes('T') ? `${plain}Z` : plain);
  const precision = isDecade ? 'decade' : (PRECISIONS[plain.length] ?? 'day');
  const certainty = CERTAINTY[text.slice(-1)] ?? 'certain';
  return { precision, certainty, localStart, localEnd: spanEnd(localStart, precision) };
}

/**
 * Reads an EDTF date without a time zone, such as that of a source, to be worded. The checks have read it before, so
 * the page does not load the parser with its error texts.
 */
export function readCheckedDate(text: string): Interval {
  const [first = '', last = first] = text.split('/');
  const from = readPoint(first);
  const to = readPoint(last);
  const localStart = from?.localStart ?? -Infinity;
  const localEnd = to?.localEnd ?? Infinity;
  return { start: localStart, end: localEnd, localStart, localEnd, from, to, text };
}
