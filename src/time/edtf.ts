import { flawOf, isFlaw } from './flaw.ts';
import type { Flaw } from './flaw.ts';
import { DAY, daysIn, localOf, MINUTE, spanEnd } from './gregorian.ts';
import { describeMistake } from './date-hints.ts';
import type { Bound, Certainty } from './interval.ts';

/** Longer texts are rejected without parsing. The longest valid interval has 53 characters. */
export const MAX_LENGTH = 64;

/** One date as written. It covers the local times `[localStart, localEnd)`. */
export interface EdtfPoint extends Bound {
  readonly localStart: number;
  readonly localEnd: number;
  /** The written offset from UTC in milliseconds, or null. */
  readonly offset: number | null;
  readonly text: string;
}

/** A parsed date without a time zone. For a single date `from === to`; an open end is null. */
export interface EdtfDate {
  readonly from: EdtfPoint | null;
  readonly to: EdtfPoint | null;
  readonly text: string;
}

const POINT =
  /^(\d{3}[\dX])(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?)?)?)?([?~%])?$/;

const CERTAINTY: Readonly<Record<string, Certainty>> = {
  '?': 'uncertain',
  '~': 'approximate',
  '%': 'both',
};

const monthName = (year: number, month: number): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    localOf(year, month),
  );

/** An offset such as `Z` or `-03:30` in milliseconds; null if its hours or minutes are out of range. */
export function parseOffset(text: string): number | null {
  if (text === 'Z') return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(4, 6));
  // The largest offset that any place ever had is 15:13 (Metlakatla, before 1867).
  if (hours > 15 || minutes > 59) return null;
  const size = (hours * 60 + minutes) * MINUTE;
  return text.startsWith('-') ? 0 - size : size;
}

function impossible(text: string, year: number, month: number, day: number): Flaw | null {
  if (year === 0) return flawOf('date', `${text} does not exist. Years run from 0001 to 9999.`);
  if (month < 1 || month > 12) {
    const remedy =
      month > 20 && month < 25
        ? 'Seasons are not supported. Write an interval such as 2018-03/2018-05.'
        : 'Months run from 01 to 12.';
    return flawOf('date', `${text} does not exist. ${remedy}`);
  }
  const days = daysIn(year, month);
  if (day >= 1 && day <= days) return null;
  return flawOf('date', `${text} does not exist. ${monthName(year, month)} has ${days} days.`);
}

/** The time of day in milliseconds, or why it does not exist. */
function parseClock(text: string, date: number, parts: readonly (string | undefined)[]) {
  const [hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0));
  if (hour === 24) {
    const next = new Date(date + DAY).toISOString().slice(0, 10);
    return flawOf('date', `${text} does not exist. Write ${next}T00:00.`);
  }
  if (hour > 23 || minute > 59 || second > 59) {
    return flawOf('date', `${text} does not exist. Clock times run from 00:00 to 23:59.`);
  }
  return (hour * 60 + minute) * MINUTE + second * 1000;
}

function parseDecade(text: string, years: string, certainty: Certainty): EdtfPoint | Flaw {
  const year = Number(`${years.slice(0, 3)}0`);
  if (year === 0) return impossible(text, 0, 1, 1) ?? flawOf('date', describeMistake(text));
  const localStart = localOf(year);
  const localEnd = spanEnd(localStart, 'decade');
  return { precision: 'decade', certainty, text, localStart, localEnd, offset: null };
}

function parsePoint(text: string): EdtfPoint | Flaw {
  const match = POINT.exec(text);
  if (match === null) return flawOf('date', describeMistake(text));
  const [, years = '', month, day, hour, minute, second, zone, qualifier = ''] = match;
  const certainty = CERTAINTY[qualifier] ?? 'certain';
  if (years.endsWith('X')) {
    return month === undefined
      ? parseDecade(text, years, certainty)
      : flawOf('date', describeMistake(text));
  }
  const numbers = [Number(years), Number(month ?? 1), Number(day ?? 1)] as const;
  const wrong = impossible(text, ...numbers);
  if (wrong !== null) return wrong;
  const date = localOf(...numbers);
  if (hour === undefined) {
    const precision = day ? 'day' : month ? 'month' : 'year';
    const localEnd = spanEnd(date, precision);
    return { precision, certainty, text, localStart: date, localEnd, offset: null };
  }
  const clock = parseClock(text, date, [hour, minute, second]);
  if (isFlaw(clock)) return clock;
  const offset = zone ? parseOffset(zone) : null;
  if (zone && offset === null) {
    return flawOf('date', `${zone} is not an offset from UTC. Write one such as +09:00.`);
  }
  const localStart = date + clock;
  const localEnd = localStart + (second === undefined ? MINUTE : 1000);
  return { precision: 'minute', certainty, text, localStart, localEnd, offset };
}

const parseEnd = (text: string): EdtfPoint | Flaw | null =>
  text === '..' ? null : parsePoint(text);

/**
 * Reads our subset of EDTF (ISO 8601-2): `2018`, `2018-06`, `2018-06-12`, `2018-06-12T09:04` with or
 * without offset, and `201X`. Each may end in a qualifier `?`, `~` or `%`. Intervals are `a/b`, `a/..` and
 * `../b`. Time zones are not looked at. Takes time linear in the length of the text.
 */
export function parseEdtf(text: string): EdtfDate | Flaw {
  if (text.length > MAX_LENGTH) {
    return flawOf('date', `A date has at most ${MAX_LENGTH} characters; this has ${text.length}.`);
  }
  const [first = '', second, ...more] = text.split('/');
  if (second === undefined) {
    const point = parsePoint(first);
    return isFlaw(point) ? point : { from: point, to: point, text };
  }
  if (more.length > 0) return flawOf('date', describeMistake(text));
  // The second part of 1977/78 is an abbreviation. It means nothing without the first.
  if (/^\d{1,2}$/.test(second)) return flawOf('date', describeMistake(text));
  if (first === '' || second === '') {
    const open = first === '' ? `../${second}` : `${first}/..`;
    return flawOf('date', `"${text}" has only one date. Write ${open} for an open end.`);
  }
  const from = parseEnd(first);
  if (isFlaw(from)) return from;
  const to = parseEnd(second);
  if (isFlaw(to)) return to;
  if (from === null && to === null) {
    return flawOf('date', 'An interval needs at least one date.');
  }
  if (from !== null && to !== null && endsBefore(to, from)) {
    return flawOf('date-order', `${text} ends before it begins. Write ${second}/${first}.`);
  }
  return { from, to, text };
}

/** Whether one date ends before the other begins. Compares instants if both have an offset, else local times. */
function endsBefore(to: EdtfPoint, from: EdtfPoint): boolean {
  const shift = to.offset !== null && from.offset !== null ? from.offset - to.offset : 0;
  return to.localEnd + shift <= from.localStart;
}
