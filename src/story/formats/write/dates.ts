import { DATE_SIGNS, type DatePhrases } from '../../../time/date-words.ts';
import { countAt, DAY, MINUTE, startAt } from '../../../time/gregorian.ts';
import type { Bound, Interval, Precision } from '../../../time/interval.ts';
import { formatClock, formatDate } from '../../../time/wording.ts';
import { formatOffset } from '../../../time/local-time.ts';

export { DATE_SIGNS, type DatePhrases };

/** A date as numbers: as many as are known. */
export interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}

/** One end of an interval: the first moment of the day, month or minute that is written, and how exact it is. */
export interface DateEnd {
  /** Local milliseconds at the place. */
  readonly local: number;
  /** The same moment in epoch milliseconds. Exact only where a clock time is known. */
  readonly instant: number;
  readonly precision: Precision;
}

/** Whether an interval is written as two dates. */
export const hasTwoDates = ({ text }: Interval): boolean => text.includes('/');

const isExact = (bound: Bound | null): boolean =>
  bound !== null &&
  bound.certainty === 'certain' &&
  (bound.precision === 'day' || bound.precision === 'minute');

/** Whether a date is less than certain days or clock times: open, approximate, uncertain, or a month or more. */
export const isVague = ({ from, to }: Interval): boolean => !isExact(from) || !isExact(to);

/** Whether a clock time is known at one of the two ends. */
export const hasClock = ({ from, to }: Interval): boolean =>
  from?.precision === 'minute' || to?.precision === 'minute';

/** The first date of an interval; null where it is open. */
export const firstOf = ({ from, localStart, start }: Interval): DateEnd | null =>
  from && { local: localStart, instant: start, precision: from.precision };

/** A clock time covers a minute; where its seconds are written, a second. */
const lengthOfClock = ({ text }: Interval): number =>
  /T\d\d:\d\d:\d\d[^/]*$/.test(text) ? 1000 : MINUTE;

function lastLocal(when: Interval, precision: Precision): number {
  if (precision === 'minute') return when.localEnd - lengthOfClock(when);
  const unit = precision === 'decade' ? 'year' : precision;
  const years = precision === 'decade' ? 9 : 0;
  return startAt(countAt(when.localEnd - 1, unit) - years, unit);
}

/** The last date of an interval; null where it is open. A single date is its own last. */
export function lastOf(when: Interval): DateEnd | null {
  const { to, end, localEnd } = when;
  if (to === null) return null;
  const local = lastLocal(when, to.precision);
  return { local, instant: end - (localEnd - local), precision: to.precision };
}

/** The day of a local time: `2018-06-12`. */
export const isoDay = (local: number): string => new Date(local).toISOString().slice(0, 10);

/** A clock time with its offset, `2018-06-12T09:04:00+08:00`; in UTC where the offset had seconds, as before 1900. */
function isoClock({ local, instant }: DateEnd): string {
  const offset = local - instant;
  if (offset % MINUTE !== 0) return `${new Date(instant).toISOString().slice(0, 19)}Z`;
  return `${new Date(local).toISOString().slice(0, 19)}${formatOffset(offset)}`;
}

const LENGTHS: Readonly<Record<Exclude<Precision, 'minute'>, number>> = {
  decade: 4,
  year: 4,
  month: 7,
  day: 10,
};

/** A date at its own precision: `2018`, `2018-06`, `2018-06-12`, `2018-06-12T09:04:00+08:00`; a decade is its first year. */
export const isoOf = (date: DateEnd): string =>
  date.precision === 'minute'
    ? isoClock(date)
    : isoDay(date.local).slice(0, LENGTHS[date.precision]);

/** The same for the end of an interval: the last year of a decade. */
export const isoOfEnd = (date: DateEnd): string =>
  date.precision === 'decade'
    ? isoDay(startAt(countAt(date.local, 'year') + 9, 'year')).slice(0, 4)
    : isoOf(date);

/** The first day, or the clock time, at which an interval begins; null where it is open. */
export function firstDay(when: Interval): string | null {
  const first = firstOf(when);
  if (first === null) return null;
  return first.precision === 'minute' ? isoClock(first) : isoDay(first.local);
}

/** The last day, or the clock time, that an interval has; null where it is open. */
export function lastDay(when: Interval): string | null {
  const last = lastOf(when);
  if (last === null) return null;
  return last.precision === 'minute' ? isoClock(last) : isoDay(when.localEnd - DAY);
}

/** A date in numbers, in the local time of its place. */
export function partsOf({ local, precision }: DateEnd): DateParts {
  const date = new Date(local);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  if (precision === 'decade' || precision === 'year') return { year };
  if (precision === 'month') return { year, month };
  if (precision === 'day') return { year, month, day };
  const clock = { year, month, day, hour: date.getUTCHours(), minute: date.getUTCMinutes() };
  return date.getUTCSeconds() === 0 ? clock : { ...clock, second: date.getUTCSeconds() };
}

/** A date in words, with its time of day if it is known. */
export function wordsOf(when: Interval, language: string, dates: DatePhrases): string {
  const words = { language, dates };
  const date = formatDate(when, words);
  return when.from?.precision === 'minute' ? `${date}, ${formatClock(when, words)}` : date;
}
