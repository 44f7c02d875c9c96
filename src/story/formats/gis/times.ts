import { fieldOf } from '../../parse/faults/raw.ts';
import { agrees, between, epoch, instantIn, readDate, readIso, withSigns } from '../carry/dates.ts';
import type { Context } from '../carry/item.ts';
import type { Reading } from '../carry/reading.ts';

/** What properties say about time: a date, the times of the positions of a line, or why there is nothing. */
export type Times =
  | { readonly date: string }
  | { readonly date: string; readonly steps: number }
  | { readonly why: string };

/** Without a unit, smaller numbers are no epoch: as seconds they would lie between November 1966 and March 1973. */
const LEAST_EPOCH = 1e8;

/** Keys whose numbers are years and days of the calendar, never an epoch. */
const CALENDAR = /^year$|_date$/i;

/** A number of a clock, `930` for 09:30, may look like a year. */
const isClock = (value: number): boolean => value % 100 < 60 && value < 2400;

function numberDate(
  value: number,
  zone: string,
  key: string,
  unit?: 'seconds' | 'milliseconds',
): string | null {
  if (unit !== undefined) return instantIn(epoch(value, unit), zone);
  if (Number.isInteger(value) && value > 0 && value <= 9999) {
    return key === 'time' && isClock(value) ? null : String(value).padStart(4, '0');
  }
  const calendar = withSigns(String(value));
  if (calendar !== null) return readIso(calendar, zone);
  const isEpoch = Math.abs(value) >= LEAST_EPOCH && !CALENDAR.test(key);
  return isEpoch ? instantIn(epoch(value), zone) : null;
}

/** A year, an epoch or a text as a date; null if it is none. Words such as “about” that a date has no sign for are told. */
export function dateOf(
  value: unknown,
  key: string,
  zone: string,
  { options, losses }: Context,
  where: string,
  unit?: 'seconds' | 'milliseconds',
): string | null {
  if (typeof value === 'number') return numberDate(value, zone, key, unit);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^-?\d{9,16}(?:\.\d+)?$/.test(text)) return numberDate(Number(text), zone, key, unit);
  const found = readDate(text, zone, options.dayOrder);
  if (!('date' in found)) return null;
  if (found.isRough) {
    const message = `The words of the date are not carried over: “${text}”. It is marked as approximate.`;
    losses.push({ where, message });
  }
  return found.date;
}

/** Keys of a start with the key of its end and the unit of numbers. The surest come first. */
const SPANS: readonly (readonly [start: string, end: string, unit?: 'seconds' | 'milliseconds'])[] =
  [
    // OpenHistoricalMap
    ['start_date:edtf', 'end_date:edtf'],
    ['start_date', 'end_date'],
    // Leaflet.timeline
    ['start', 'end'],
    // MapStory
    ['start_time', 'end_time', 'seconds'],
    ['startTime', 'endTime'],
    ['begin', 'end'],
    ['Timestamp', 'End timestamp'],
  ];
const LISTS = ['times', 'coordTimes', 'linestringTimestamps', 'time', 'timestamps'];
/** The surest come first: `time` may be a clock beside a date. */
const SINGLES = ['datetime', 'date', 'when', 'Date', 'timestamp', 'time', 'year', 'Year'];
const CLOCKS = ['time', 'Time'];

const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || value === '';

/** The earliest and the latest of many dates, as one date. The list may be nested, as for a line in parts. */
export function hullOf(
  list: readonly unknown[],
  zone: string,
  context: Context,
  where: string,
): string | null {
  const values = list.flat(1);
  const dates = [values[0], values.at(-1)].map((one) => dateOf(one, 'times', zone, context, where));
  const [first = null, last = null] = dates;
  if (first === null || last === null) return null;
  return between(first, last) ?? between(last, first);
}

/** Whether properties have a time for each position of their geometry. */
export const hasSteps = (record: unknown): boolean =>
  LISTS.some((key) => Array.isArray(fieldOf(record, key))) ||
  fieldOf(record, 'coordinateProperties') !== undefined;

/** The clock time beside a day: `{ "date": "2018-06-12", "time": "09:30" }`. Null if there is none. */
function withClock(properties: Reading, record: unknown, day: string, zone: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  for (const key of CLOCKS) {
    const value = fieldOf(record, key);
    if (typeof value !== 'string') continue;
    const clock = readDate(`${day} ${value.trim()}`, zone, undefined);
    // A moment that lies on that day says more than the day.
    const date = 'date' in clock ? clock.date : readIso(value, zone);
    if (date?.startsWith(`${day}T`) !== true) continue;
    properties.take(key);
    return date;
  }
  return null;
}

/** Takes the times of properties in every dialect that we know. `record` is the object that is read. */
export function takeTimes(
  properties: Reading,
  record: unknown,
  zone: string,
  context: Context,
): Times {
  const { where } = properties;
  const own = (key: string) => fieldOf(record, key);
  for (const [start, end, unit] of SPANS) {
    if (isMissing(own(start)) && isMissing(own(end))) continue;
    const [from, to] = [properties.take(start), properties.take(end)];
    const [first = null, last = null] = [
      [start, from],
      [end, to],
    ].map(([key, one]) =>
      isMissing(one) ? null : dateOf(one, String(key), zone, context, where, unit),
    );
    if ((first === null && !isMissing(from)) || (last === null && !isMissing(to))) {
      return {
        why: `${start} ${JSON.stringify(from) ?? ''} and ${end} ${JSON.stringify(to) ?? ''} are no dates, or have two readings.`,
      };
    }
    // Our own export has the date as written beside its first and last day.
    const written = own('date');
    const exact = typeof written === 'string' ? readIso(written, zone) : null;
    if (exact !== null && agrees(exact, first, last, zone)) {
      properties.take('date');
      return { date: exact };
    }
    // A start without an end is one date. An end without a start is open.
    const date = last === null ? first : between(first, last);
    return date === null ? { why: `${end} is before ${start}.` } : { date };
  }
  const inner =
    own('coordinateProperties') === undefined ? null : properties.inner('coordinateProperties');
  for (const [reading, key, value] of [
    ...LISTS.map((key) => [properties, key, own(key)] as const),
    ...(inner === null
      ? []
      : [[inner, 'times', fieldOf(own('coordinateProperties'), 'times')] as const]),
  ]) {
    if (!Array.isArray(value) || value.length === 0) continue;
    const list = reading.list(key);
    const date = hullOf(list, zone, context, where);
    return date === null ? { why: `${key} has no dates.` } : { date, steps: list.flat(1).length };
  }
  for (const key of SINGLES) {
    const value = own(key);
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    if (isMissing(value)) continue;
    properties.take(key);
    const date = dateOf(value, key, zone, context, where);
    return date === null
      ? { why: `${key} ${JSON.stringify(value).slice(0, 80)} is no date, or has two readings.` }
      : { date: withClock(properties, record, date, zone) ?? date };
  }
  return { why: 'no date.' };
}
