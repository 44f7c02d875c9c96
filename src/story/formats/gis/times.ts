import { fieldOf } from '../../parse/faults/raw.ts';
import { between, epoch, instantIn, readDate } from '../carry/dates.ts';
import type { OtherOptions } from '../carry/item.ts';
import type { Reading } from '../carry/reading.ts';

/** What properties say about time: a date, the times of the positions of a line, or why there is nothing. */
export type Times =
  | { readonly date: string }
  | { readonly date: string; readonly steps: number }
  | { readonly why: string };

/** A year, an epoch or a text as a date; null if it is none. */
export function dateOf(
  value: unknown,
  zone: string,
  { dayOrder }: OtherOptions,
  unit?: 'seconds' | 'milliseconds',
): string | null {
  if (typeof value === 'number') {
    const isYear = unit === undefined && Number.isInteger(value) && value > 0 && value <= 9999;
    return isYear ? String(value).padStart(4, '0') : instantIn(epoch(value, unit), zone);
  }
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^-?\d{9,16}(?:\.\d+)?$/.test(text)) return instantIn(epoch(Number(text), unit), zone);
  const found = readDate(text, zone, dayOrder);
  return 'date' in found ? found.date : null;
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
const SINGLES = ['time', 'timestamp', 'date', 'datetime', 'when', 'Date', 'year', 'Year'];

const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || value === '';

/** The earliest and the latest of many dates, as one date. The list may be nested, as for a line in parts. */
export function hullOf(
  list: readonly unknown[],
  zone: string,
  options: OtherOptions,
): string | null {
  const values = list.flat(1);
  const dates = [values[0], values.at(-1)].map((one) => dateOf(one, zone, options));
  const [first = null, last = null] = dates;
  if (first === null || last === null) return null;
  return between(first, last) ?? between(last, first);
}

/** Whether properties have a time for each position of their geometry. */
export const hasSteps = (record: unknown): boolean =>
  LISTS.some((key) => Array.isArray(fieldOf(record, key))) ||
  fieldOf(record, 'coordinateProperties') !== undefined;

/** Takes the times of properties in every dialect that we know. `record` is the object that is read. */
export function takeTimes(
  properties: Reading,
  record: unknown,
  zone: string,
  options: OtherOptions,
): Times {
  const own = (key: string) => fieldOf(record, key);
  for (const [start, end, unit] of SPANS) {
    if (isMissing(own(start)) && isMissing(own(end))) continue;
    const [from, to] = [properties.take(start), properties.take(end)];
    const [first, last] = [from, to].map((one) =>
      isMissing(one) ? null : dateOf(one, zone, options, unit),
    );
    if ((first === null && !isMissing(from)) || (last === null && !isMissing(to))) {
      return {
        why: `${start} ${JSON.stringify(from) ?? ''} and ${end} ${JSON.stringify(to) ?? ''} are no dates, or have two readings.`,
      };
    }
    // A start without an end is one date. An end without a start is open.
    const date = last === null || last === undefined ? first : between(first ?? null, last);
    return isMissing(date) || typeof date !== 'string'
      ? { why: `${end} is before ${start}.` }
      : { date };
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
    const date = hullOf(list, zone, options);
    return date === null ? { why: `${key} has no dates.` } : { date, steps: list.flat(1).length };
  }
  for (const key of SINGLES) {
    const value = own(key);
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    if (isMissing(value)) continue;
    properties.take(key);
    const date = dateOf(value, zone, options);
    return date === null
      ? { why: `${key} ${JSON.stringify(value).slice(0, 80)} is no date, or has two readings.` }
      : { date };
  }
  return { why: 'no date.' };
}
