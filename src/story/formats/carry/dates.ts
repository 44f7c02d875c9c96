import { parseEdtf } from '../../../time/edtf.ts';
import { isFlaw } from '../../../time/flaw.ts';
import { formatLocal, formatOffset } from '../../../time/local-time.ts';
import { instantsAt, isZone, offsetAt } from '../../../time/zone.ts';
import type { ImportOptions } from '../format.ts';

/** Whether the story format reads a date. */
export const isEdtf = (text: string): boolean => !isFlaw(parseEdtf(text));

const pad = (value: number | string, length = 2): string => String(value).padStart(length, '0');

/** Whether the story format has a year. */
const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1 && year <= 9999;

/**
 * An instant (epoch milliseconds) on the clocks of a zone, without an offset; null if it is out of range. A time that
 * the clocks showed twice has the offset.
 */
export function instantIn(instant: number, zone: string): string | null {
  if (!Number.isFinite(instant) || instant < -62_000_000_000_000 || instant > 253_000_000_000_000) {
    return null;
  }
  const clock = isZone(zone) ? zone : 'UTC';
  const second = Math.floor(instant / 1000) * 1000;
  const offset = offsetAt(second, clock);
  const local = second + offset;
  const isTwice = instantsAt(local, clock).length > 1;
  const text = `${formatLocal(local)}${isTwice ? formatOffset(offset) : ''}`;
  return isEdtf(text) ? text : null;
}

const ISO =
  /^([+-]?\d{4,6})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ](\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?)?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * A date of ISO 8601, XML Schema, KML or EDTF as a date of the story format; null if it is none. A time with an
 * offset is told on the clocks of the zone.
 */
export function readIso(written: string, zone: string): string | null {
  const text = written.trim();
  if (text.length > 64) return null;
  const parts = ISO.exec(text);
  if (parts === null) return readEdtf(text);
  const [, year = '', month, day, hour, minute, second, offset] = parts;
  if (!isYear(Number(year))) return null;
  const date = [pad(Number(year), 4), month, day]
    .flatMap((one) => (one ? [pad(one)] : []))
    .join('-');
  if (hour === undefined) return isEdtf(date) ? date : null;
  const local = `${date}T${pad(hour)}:${minute ?? '00'}:${second ?? '00'}`;
  if (!isEdtf(local)) return null;
  // A time to the minute stays one.
  const short = local.replace(/:00$/, '');
  if (offset === undefined) return short;
  const colon = offset.toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  return instantIn(Date.parse(`${local}${colon}`), zone);
}

/** EDTF of level 1 that the story format has other words for. */
function readEdtf(text: string): string | null {
  const known = text
    .replace(/^(\d{4})-XX(?:-XX)?$/i, '$1')
    .replace(/^(\d{4}-\d\d)-XX$/i, '$1')
    .replace(/^([^/]+)\/$/, '$1/..')
    .replace(/^\/([^/]+)$/, '../$1');
  return known.length > 1 && isEdtf(known) ? known : null;
}

/**
 * Epoch seconds or milliseconds as milliseconds. Without a unit, numbers below 100,000,000,000 are seconds: as
 * milliseconds they would be before March 1973.
 */
export const epoch = (value: number, unit?: 'seconds' | 'milliseconds'): number =>
  unit === 'seconds' || (unit === undefined && Math.abs(value) < 1e11) ? value * 1000 : value;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const ENGLISH = [
  // 12 June 2018, 12–14 June 2018
  [
    `(\\d{1,2})(?:st|nd|rd|th)?(?:\\s?[-–]\\s?(\\d{1,2})(?:st|nd|rd|th)?)?\\s+(?:of\\s+)?${MONTH},?\\s+(\\d{4})`,
    [1, 2, 3, 4],
  ],
  // June 12, 2018, June 12–14, 2018
  [
    `${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s?[-–]\\s?(\\d{1,2})(?:st|nd|rd|th)?)?,?\\s+(\\d{4})`,
    [2, 3, 1, 4],
  ],
  // June 2018
  [`${MONTH},?\\s+(\\d{4})`, [0, 0, 1, 2]],
] as const;

const monthOf = (name: string): string => pad(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

/** Finds dates in English words, with where they stand. */
function* englishDates(text: string): Generator<readonly [date: string, at: number, end: number]> {
  for (const [pattern, [first, last, month, year]] of ENGLISH) {
    for (const match of text.matchAll(new RegExp(`(?<![\\w-])${pattern}(?![\\w-])`, 'gi'))) {
      const named = `${match[year] ?? ''}-${monthOf(match[month] ?? '')}`;
      const day = (index: number) => {
        const digits = index > 0 ? match[index] : undefined;
        return digits === undefined ? '' : `${named}-${pad(digits)}`;
      };
      const date = [day(first) || named, day(last)].filter((one) => one !== '').join('/');
      yield [date, match.index, match.index + match[0].length];
    }
  }
}

const NUMERIC = /(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\w/-]|\.\d)/g;

/** Numeric dates that can be read in one way only, or as the options say; null in place of one with two readings. */
function* numericDates(
  text: string,
  order: ImportOptions['dayOrder'],
): Generator<readonly [date: string | null, at: number, end: number]> {
  for (const match of text.matchAll(NUMERIC)) {
    const [whole, a = '', sign, b = '', year = ''] = match;
    const isDayFirst =
      Number(a) > 12 || a === b ? true : Number(b) > 12 ? false : sign === '.' ? true : null;
    const choice = isDayFirst ?? (order === undefined ? null : order === 'day-first');
    const date = choice === null ? null : `${year}-${pad(choice ? b : a)}-${pad(choice ? a : b)}`;
    yield [date, match.index, match.index + whole.length];
  }
}

/** A year where a headline puts one: alone, before a colon or dash, in brackets, at the end, or after “in”. */
const YEAR =
  /^(\d{4})(?:\s?[–-]\s?(\d{4}))?(?=\s*(?:$|[:,–—]|-\s))|[([](\d{4})(?:\s?[–-]\s?(\d{4}))?[)\]]|(?:[,:–—]|\b(?:in|since))\s+(\d{4})(?:\s?[–-]\s?(\d{4}))?(?=\s*(?:$|[.:,;]))/gi;

function* years(text: string): Generator<readonly [date: string, at: number, end: number]> {
  for (const match of text.matchAll(YEAR)) {
    const [from, to] = match.slice(1).filter((one) => one !== undefined);
    const isLikely = (year = '1500') => Number(year) >= 1000 && Number(year) <= 2100;
    if (!isLikely(from) || !isLikely(to)) continue;
    const since = /since/i.test(match[0]) ? `${from}/..` : (from ?? '');
    yield [to === undefined ? since : `${from}/${to}`, match.index, match.index + match[0].length];
  }
}

/** What is found of dates in a text. */
export type Found = { readonly date: string } | { readonly why: 'none' | 'several' | 'ambiguous' };

/**
 * The one date in a headline or another text of a few words: ISO, English, or numeric. A text with two dates, or with
 * a numeric date that may be read in two ways, gives none.
 */
export function findDate(text: string, order: ImportOptions['dayOrder']): Found {
  const head = text.slice(0, 400);
  const iso = [...head.matchAll(/(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])/g)].map(
    (match) => [match[0], match.index, match.index + match[0].length] as const,
  );
  let rest = head;
  const found = new Set<string | null>();
  const takeAll = (dates: Iterable<readonly [string | null, number, number]>) => {
    for (const [date, at, end] of [...dates]) {
      // The same words may match a shorter pattern too.
      if (rest.slice(at, end).includes('\0')) continue;
      rest = rest.slice(0, at) + '\0'.repeat(end - at) + rest.slice(end);
      if (date === null || isEdtf(date)) found.add(date);
    }
  };
  takeAll(iso);
  takeAll(englishDates(head));
  takeAll(numericDates(head, order));
  if (found.size === 0) takeAll(years(head));
  if (found.size > 1) return { why: 'several' };
  const [date] = found;
  if (date === null) return { why: 'ambiguous' };
  return date === undefined ? { why: 'none' } : { date };
}

/** A date that is all of a text, in any of the ways that we read; null if it is none. */
export function readDate(written: string, zone: string, order: ImportOptions['dayOrder']): Found {
  const text = written.trim();
  const iso = readIso(text, zone);
  if (iso !== null) return { date: iso };
  return text.length > 60 ? { why: 'none' } : findDate(text, order);
}

/** Words with which people say that a date is not exact. */
const VAGUE =
  /\b(?:about|approximately|approx|around|circa|ca|c|early|late|mid|possibly|probably|perhaps|maybe|or so|unknown|estimated|nearly|almost|before|after|um|etwa|vers|environ|hacia)\b|[?~≈]/i;

/** Whether words such as “about 1987” say that the date is not exact. */
export const isVague = (words: string): boolean => VAGUE.test(words.slice(0, 400));

/** Marks both ends of a date as approximate, where they are not qualified yet. */
export const approximate = (date: string): string =>
  date
    .split('/')
    .map((end) => (end === '..' || /[?~%]$/.test(end) ? end : `${end}~`))
    .join('/');

/** An interval of two dates; open where one is missing. Null if both are. One date if they are equal. */
export function between(from: string | null, to: string | null): string | null {
  if (from === null && to === null) return null;
  if (from === to) return from;
  // Each end may be an interval itself: its outer end counts.
  const date = `${from?.split('/')[0] ?? '..'}/${to?.split('/').at(-1) ?? '..'}`;
  return isEdtf(date) ? date : null;
}
