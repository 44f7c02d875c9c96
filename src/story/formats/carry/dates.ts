import { parseEdtf } from '../../../time/edtf.ts';
import { isFlaw } from '../../../time/flaw.ts';
import { parseInterval } from '../../../time/parse-interval.ts';
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

const DAY_OF = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const YEAR_OF = String.raw`(?:,?\s+(\d{4}))?`;
const UNTIL = String.raw`\s*(?:[-–—]|\bto\b|\buntil\b)\s*`;
/** Two dates in months of their own. Where the first has no year, it has that of the second, or the year before. */
const RANGES = [
  // 30 June – 2 July 2018
  [
    `${DAY_OF}\\s+${MONTH}${YEAR_OF}${UNTIL}${DAY_OF}\\s+${MONTH},?\\s+(\\d{4})`,
    [1, 2, 3, 4, 5, 6],
  ],
  // June 30 – July 2, 2018
  [
    `${MONTH}\\s+${DAY_OF}${YEAR_OF}${UNTIL}${MONTH}\\s+${DAY_OF},?\\s+(\\d{4})`,
    [2, 1, 3, 5, 4, 6],
  ],
  // June – July 2018
  [`${MONTH}${YEAR_OF}${UNTIL}${MONTH},?\\s+(\\d{4})`, [0, 1, 2, 0, 3, 4]],
] as const;

const monthOf = (name: string): string => pad(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

/** All matches of a pattern that are whole words. */
const wordsLike = (pattern: string, text: string) =>
  text.matchAll(new RegExp(`(?<![\\w-])${pattern}(?![\\w-])`, 'gi'));

/** Finds dates in English words, with where they stand. */
function* englishDates(text: string): Generator<readonly [date: string, at: number, end: number]> {
  for (const [pattern, [day, month, year, lastDay, lastMonth, lastYear]] of RANGES) {
    for (const match of wordsLike(pattern, text)) {
      const [from, to] = [monthOf(match[month] ?? ''), monthOf(match[lastMonth] ?? '')];
      const endYear = Number(match[lastYear]);
      const startYear = Number(match[year] ?? (from > to ? endYear - 1 : endYear));
      const dayAt = (index: number) => (index > 0 ? `-${pad(match[index] ?? '')}` : '');
      const date = `${pad(startYear, 4)}-${from}${dayAt(day)}/${pad(endYear, 4)}-${to}${dayAt(lastDay)}`;
      yield [date, match.index, match.index + match[0].length];
    }
  }
  for (const [pattern, [first, last, month, year]] of ENGLISH) {
    for (const match of wordsLike(pattern, text)) {
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

/** What is found of dates in a text. `isRough`: words say that the date is not exact, and it is marked as approximate. */
export type Found =
  | { readonly date: string; readonly isRough?: true }
  | { readonly why: 'none' | 'several' | 'ambiguous' };

/**
 * The one date in a headline or another text of a few words: ISO, English, or numeric. A text with two dates, or with
 * a numeric date that may be read in two ways, gives none.
 */
export const findDate = (text: string, order: ImportOptions['dayOrder']): Found =>
  search(text, order).found;

/** The one date in a text, and the words around it. */
function search(
  text: string,
  order: ImportOptions['dayOrder'],
): { readonly found: Found; readonly others: string } {
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
  const others = rest.replaceAll('\0', '') + text.slice(400);
  if (found.size > 1) return { found: { why: 'several' }, others };
  const [date] = found;
  if (date === null) return { found: { why: 'ambiguous' }, others };
  return { found: date === undefined ? { why: 'none' } : { date }, others };
}

/**
 * Digits without signs between them that form a day of the calendar, with a time or without: `20180612`,
 * `201806121430`, `20180612T143000Z`. In ISO 8601 with signs; null for any other number. Other years may be an epoch.
 */
export function withSigns(text: string): string | null {
  const [, year = '', month = '', day = '', hour, minute = '', second = '00', offset = ''] =
    /^((?:1\d|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?$/i.exec(text) ?? [];
  const days = `${year}-${month}-${day}`;
  if (!isEdtf(days)) return null;
  if (hour === undefined) return days;
  const clock = `${days}T${hour}:${minute}:${second}`;
  return isEdtf(clock) ? `${clock}${offset}` : null;
}

const CLOCK =
  /^(.*?[^\s,])(?:,?\s+(?:at\s+)?|,)(\d{1,2})(?::(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*(?:([ap])\.?m\.?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;

/** A date in words or numbers with a clock time behind it. Programs write a day as its midnight to the second. */
function readClocked(text: string, zone: string, order: ImportOptions['dayOrder']): Found {
  const [, days = '', hours = '', minute, second = '', half = '', offset = ''] =
    CLOCK.exec(text) ?? [];
  // A number alone may be a year or a day.
  if (days === '' || (minute === undefined && half === '')) return { why: 'none' };
  const day = readWhole(days, order);
  if (!('date' in day)) return day;
  const isOfHalf = half !== '' && Number(hours) >= 1 && Number(hours) <= 12;
  const hour = isOfHalf
    ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
    : Number(hours);
  const isMidnight = hour === 0 && minute === '00' && second === '00' && offset === '';
  if (isMidnight && /^\d{4}-\d\d-\d\d$/.test(day.date)) return day;
  const date = readIso(
    `${day.date}T${pad(hour)}:${minute ?? '00'}:${second || '00'}${offset}`,
    zone,
  );
  return date === null ? { why: 'none' } : { date };
}

/** A date in words or numbers that is all of a text, but for its weekday. */
function readWhole(written: string, order: ImportOptions['dayOrder']): Found {
  const text = written
    .replace(
      /^(?:mon|tues|wednes|thurs|fri|satur|sun)day[.,]?\s+|^(?:mon|tue|wed|thu|fri|sat|sun)[.,]+\s+/i,
      '',
    )
    // 2018/06/12, 2018. 6. 12.
    .replace(
      /^(\d{4}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{1,2})\.?$/,
      (_, year: string, _sign, month: string, day: string) =>
        [year, pad(month), pad(day)].join('-'),
    );
  const { found, others } = search(text, order);
  return 'date' in found && /[^\s.,;:]/.test(others) ? { why: 'none' } : found;
}

const SPAN = /\s+(?:[-–—]|to|until)\s+/i;

/** Two dates as one interval: `12/06/2018 – 14/06/2018`. */
function readSpan(text: string, zone: string, order: ImportOptions['dayOrder']): Found {
  const ends = text.split(SPAN);
  if (ends.length !== 2) return { why: 'none' };
  const [from, to] = ends.map((end) => readExact(end, zone, order));
  if (from === undefined || !('date' in from)) return from ?? { why: 'none' };
  if (to === undefined || !('date' in to)) return to ?? { why: 'none' };
  const date = between(from.date, to.date);
  return date === null ? { why: 'none' } : { date };
}

function readExact(text: string, zone: string, order: ImportOptions['dayOrder']): Found {
  const date = readIso(withSigns(text) ?? text, zone);
  if (date !== null) return { date };
  const whole = readWhole(text, order);
  if ('date' in whole || whole.why === 'ambiguous') return whole;
  const clocked = readClocked(text, zone, order);
  return 'date' in clocked || whole.why === 'none' ? clocked : whole;
}

/** A date that is all of a text, in any of the ways that we read. Words beside it that are not known make it none. */
export function readDate(written: string, zone: string, order: ImportOptions['dayOrder']): Found {
  const text = written.trim();
  if (text.length > 64) return { why: 'none' };
  const exact = readExact(text, zone, order);
  if ('date' in exact || exact.why === 'ambiguous') return exact;
  const span = readSpan(text, zone, order);
  if ('date' in span || span.why === 'ambiguous') return span;
  const plain = text.replace(ROUGH, '').replace(/\s*(?:\bor so|[?~])$/i, '');
  if (plain === text) return exact;
  const rough = readExact(plain, zone, order);
  return 'date' in rough ? { date: approximate(rough.date), isRough: true } : rough;
}

/** Words with which people say that a date is not exact. */
const ROUGH_WORDS =
  'about|approximately|approx|around|circa|ca|c|early|late|mid|possibly|probably|perhaps|maybe|estimated|nearly|almost|before|after|um|etwa|vers|environ|hacia';
const VAGUE = new RegExp(String.raw`\b(?:${ROUGH_WORDS}|or so|unknown)\b|[?~≈]`, 'i');
/** The same before a date: `c. 1850`, `~1850`. */
const ROUGH = new RegExp(String.raw`^(?:(?:(?:${ROUGH_WORDS})(?![a-z])[.\s-]*|[~≈])\s*)+`, 'i');

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

/** Whether a date says the same as a start and an end: its own first and last day, or what is missing there. */
export function agrees(
  date: string,
  first: string | null,
  last: string | null,
  zone: string,
): boolean {
  const [told, from, to] = [date, first, last].map((one) =>
    one === null ? null : parseInterval(one, zone),
  );
  if (!told || isFlaw(told) || (from && isFlaw(from)) || (to && isFlaw(to))) return false;
  const isStart = from ? told.localStart === from.localStart : told.from === null;
  const isEnd = to ? told.localEnd === to.localEnd : told.to === null;
  return isStart && isEnd;
}
