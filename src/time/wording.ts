import { localOf } from './gregorian.ts';
import type { Unit } from './gregorian.ts';
import type { Bound, Interval, Precision } from './interval.ts';
import { phrase, phrasesOf } from './phrases.ts';
import { formatLocal, formatOffset } from './zone.ts';

type Style = 'day' | 'month' | 'year' | 'time' | 'short-day' | 'short-month';

const OPTIONS: Readonly<Record<Style, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
  // Versions of Intl disagree on the names of the halves of a day.
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  'short-day': { day: 'numeric', month: 'short' },
  'short-month': { month: 'short' },
};

/** The formats of dates that are known to a precision. A clock time has its date here and `formatTime`. */
const STYLE: Readonly<Record<Precision, Style>> = {
  minute: 'day',
  day: 'day',
  month: 'month',
  year: 'year',
  decade: 'year',
};

const locales = new Map<string, string>();
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The locale to format in: British English for `en` (12 June 2018) and for whatever Intl does not know,
 * which would otherwise read in the language of the reader's machine.
 */
function localeOf(language: string): string {
  const known = locales.get(language);
  if (known !== undefined) return known;
  let locale = 'en-GB';
  try {
    const [supported = 'en'] = Intl.DateTimeFormat.supportedLocalesOf(language);
    locale = supported === 'en' ? 'en-GB' : supported;
  } catch {
    // Not even a tag: English.
  }
  locales.set(language, locale);
  return locale;
}

function formatOf(style: Style, locale: string): Intl.DateTimeFormat {
  const key = `${style} ${locale}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  // Local milliseconds are read as UTC, so the reader's own zone never enters. The calendar is forced,
  // or Thai and Persian pages would count other years than the sources do.
  const options = { ...OPTIONS[style], timeZone: 'UTC', calendar: 'gregory' };
  const format = new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}

/** One end of an interval in words, e.g. “June 2018” or “2010s”. */
function formatBound(localMs: number, precision: Precision, locale: string): string {
  const format = formatOf(STYLE[precision], locale);
  if (precision !== 'decade') return format.format(localMs);
  const { decade } = phrasesOf(locale);
  const first = new Date(localMs).getUTCFullYear();
  if (decade !== null) return phrase(decade, format.format(localMs).replace(/[^\p{Nd}]/gu, ''));
  return format.formatRange(localMs, localOf(first + 9));
}

/** The first moment of the unit that an interval's end is known to. */
function lastLocal({ localEnd, to }: Interval): number {
  if (to?.precision !== 'decade') return localEnd - 1;
  return localOf(new Date(localEnd).getUTCFullYear() - 10);
}

/**
 * Two dates as the language joins them. Thin spaces and those round a tilde go: versions of Intl disagree
 * on them, and a printed page closes up “18–20”. Chinese and Japanese ranges fall back to digits and
 * slashes: there the second date is written without the year and the month that it shares with the first.
 */
function formatRange(first: number, last: number, style: Style, locale: string): string {
  const format = formatOf(style, locale);
  const range = format.formatRange(first, last);
  if (!range.includes('/')) {
    return range
      .replace(/\u2009/g, ' ')
      .replace(/(\d) – (?=\d)/g, '$1–')
      .replace(/ ~ /g, '~');
  }
  const [start, end] = [format.format(first), format.format(last)];
  const shared = [/^.*月/u, /^.*年/u].map((unit) => unit.exec(start)?.[0] ?? '');
  const said = shared.find((part) => end.startsWith(part)) ?? '';
  return start + phrasesOf(locale).to + end.slice(said.length);
}

function formatEnds(interval: Interval, from: Bound, to: Bound, locale: string): string {
  const first = interval.localStart;
  const last = lastLocal(interval);
  const style = STYLE[from.precision];
  const decade = from.precision === 'decade' || to.precision === 'decade';
  if (style === STYLE[to.precision] && !decade) {
    return formatRange(first, last, style, locale);
  }
  const start = formatBound(first, from.precision, locale);
  const end = formatBound(last, to.precision, locale);
  return start === end ? start : start + phrasesOf(locale).to + end;
}

/**
 * A date in words: “12 June 2018”, “18–20 September 2018”, “about February 2019”, “since 2018”,
 * “June 2018 (uncertain)”. Without the time of day. Languages other than en, ko, zh and ar get signs
 * (≈, ?) for the words round the date; a language unknown to Intl gets English.
 */
export function formatDate(interval: Interval, language: string): string {
  const known = worded.get(interval) ?? new Map<string, string>();
  worded.set(interval, known);
  const text = known.get(language) ?? wordDate(interval, language);
  known.set(language, text);
  return text;
}

/** Wording a range takes Intl a tenth of a millisecond, and the same dates are worded again and again. */
const worded = new WeakMap<Interval, Map<string, string>>();

function wordDate(interval: Interval, language: string): string {
  const { from, to, localStart } = interval;
  const locale = localeOf(language);
  const { approximate, uncertain, since, until } = phrasesOf(locale);
  const said = [from?.certainty, to?.certainty];
  let text = '';
  if (from !== null && to !== null) text = formatEnds(interval, from, to, locale);
  else if (from !== null) text = formatBound(localStart, from.precision, locale);
  else if (to !== null) text = formatBound(lastLocal(interval), to.precision, locale);
  if (said.includes('approximate') || said.includes('both')) text = phrase(approximate, text);
  if (to === null) text = phrase(since, text);
  if (from === null) text = phrase(until, text);
  if (said.includes('uncertain') || said.includes('both')) text = phrase(uncertain, text);
  return text;
}

/** A step of the slider in words: “12 June 2018”, “June 2018”, “2018”. */
export const formatStep = (localMs: number, unit: Unit, language: string): string =>
  formatOf(unit, localeOf(language)).format(localMs);

/** A label below the timeline: “3 Jun”, “Jun”, “2018”. */
export const formatTick = (localMs: number, unit: Unit, language: string): string =>
  formatOf(unit === 'year' ? 'year' : `short-${unit}`, localeOf(language)).format(localMs);

/** A time of day as the language writes it: “09:04”. */
export const formatTime = (localMs: number, language: string): string =>
  formatOf('time', localeOf(language)).format(localMs);

/**
 * The value of `<time datetime>` for an interval's start at its own precision: `2018-06-12`,
 * `2018-06-12T09:04+08:00`, `2018-06`, `2018` (also for a decade). Null for an open start.
 */
export function datetimeOf({ from, start, localStart }: Interval): string | null {
  if (from === null) return null;
  const text = formatLocal(localStart);
  if (from.precision === 'day') return text.slice(0, 10);
  if (from.precision === 'month') return text.slice(0, 7);
  if (from.precision !== 'minute') return text.slice(0, 4);
  const offset = localStart - start;
  // HTML knows no offsets with seconds; without an offset it is a valid local time.
  return offset % 60_000 === 0 ? text + formatOffset(offset) : text;
}
