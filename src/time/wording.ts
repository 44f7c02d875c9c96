import type { DateWords } from './date-words.ts';
import { formatOf, formatPoint, formatTime, localeOf, type Style } from './format.ts';
import { localOf } from './gregorian.ts';
import type { Bound, Interval, Precision } from './interval.ts';
import { formatLocal, formatOffset } from './local-time.ts';

/** The formats of dates that are known to a precision. A clock time has its date here and `formatTime`. */
const STYLE: Readonly<Record<Precision, Style>> = {
  minute: 'day',
  day: 'day',
  month: 'month',
  year: 'year',
  decade: 'year',
};

/** One end of an interval in words. */
const formatBound = (localMs: number, precision: Precision, words: DateWords): string =>
  formatPoint(localMs, precision === 'minute' ? 'day' : precision, words);

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
function formatRange(first: number, last: number, style: Style, words: DateWords): string {
  const format = formatOf(style, localeOf(words.language));
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
  return start + words.dates.to + end.slice(said.length);
}

function formatEnds(interval: Interval, from: Bound, to: Bound, words: DateWords): string {
  const first = interval.localStart;
  const last = lastLocal(interval);
  const style = STYLE[from.precision];
  const decade = from.precision === 'decade' || to.precision === 'decade';
  if (style === STYLE[to.precision] && !decade) {
    return formatRange(first, last, style, words);
  }
  const start = formatBound(first, from.precision, words);
  const end = formatBound(last, to.precision, words);
  return start === end ? start : start + words.dates.to + end;
}

/**
 * A date in words: “12 June 2018”, “18–20 September 2018”, “about February 2019”, “since 2018”,
 * “June 2018 (uncertain)”. Without the time of day. A language that Intl does not know gets English dates.
 */
export function formatDate(interval: Interval, words: DateWords): string {
  const known = worded.get(words) ?? new WeakMap<Interval, string>();
  worded.set(words, known);
  const text = known.get(interval) ?? wordDate(interval, words);
  known.set(interval, text);
  return text;
}

/** Wording a range takes Intl a tenth of a millisecond, and the same dates are worded again and again. */
const worded = new WeakMap<DateWords, WeakMap<Interval, string>>();

function wordDate(interval: Interval, words: DateWords): string {
  const { from, to, localStart } = interval;
  const { approximate, uncertain, since, until } = words.dates;
  const said = [from?.certainty, to?.certainty];
  // A time of day is what is about so: its day is not.
  const about = [from, to].map((end) => end?.precision !== 'minute' && end?.certainty);
  let text = '';
  if (from !== null && to !== null) text = formatEnds(interval, from, to, words);
  else if (from !== null) text = formatBound(localStart, from.precision, words);
  else if (to !== null) text = formatBound(lastLocal(interval), to.precision, words);
  if (about.includes('approximate') || about.includes('both')) text = approximate(text);
  if (to === null) text = since(text);
  if (from === null) text = until(text);
  if (said.includes('uncertain') || said.includes('both')) text = uncertain(text);
  return text;
}

/** The time of day at which an interval begins: “09:04”, “about 16:10”. */
export function formatClock({ from, localStart }: Interval, words: DateWords): string {
  const time = formatTime(localStart, words.language);
  const about = from?.certainty === 'approximate' || from?.certainty === 'both';
  return about ? words.dates.approximate(time) : time;
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
