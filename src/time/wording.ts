import { formatOf, formatPoint, formatTime, localeOf, type Style } from './format.ts';
import { localOf } from './gregorian.ts';
import type { Bound, Interval, Precision } from './interval.ts';
import { phrase, phrasesOf } from './phrases.ts';
import { formatLocal, formatOffset } from './zone.ts';

/** The formats of dates that are known to a precision. A clock time has its date here and `formatTime`. */
const STYLE: Readonly<Record<Precision, Style>> = {
  minute: 'day',
  day: 'day',
  month: 'month',
  year: 'year',
  decade: 'year',
};

/** One end of an interval in words. */
const formatBound = (localMs: number, precision: Precision, locale: string): string =>
  formatPoint(localMs, precision === 'minute' ? 'day' : precision, locale);

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
  // A time of day is what is about so: its day is not.
  const about = [from, to].map((end) => end?.precision !== 'minute' && end?.certainty);
  let text = '';
  if (from !== null && to !== null) text = formatEnds(interval, from, to, locale);
  else if (from !== null) text = formatBound(localStart, from.precision, locale);
  else if (to !== null) text = formatBound(lastLocal(interval), to.precision, locale);
  if (about.includes('approximate') || about.includes('both')) text = phrase(approximate, text);
  if (to === null) text = phrase(since, text);
  if (from === null) text = phrase(until, text);
  if (said.includes('uncertain') || said.includes('both')) text = phrase(uncertain, text);
  return text;
}

/** The time of day at which an interval begins: “09:04”, “about 16:10”. */
export function formatClock({ from, localStart }: Interval, language: string): string {
  const time = formatTime(localStart, language);
  const about = from?.certainty === 'approximate' || from?.certainty === 'both';
  return about ? phrase(phrasesOf(localeOf(language)).approximate, time) : time;
}

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
