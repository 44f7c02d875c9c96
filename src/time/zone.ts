import { binarySearch } from './binary-search.ts';
import { flawOf } from './flaw.ts';
import type { Flaw } from './flaw.ts';
import { parseOffset } from './edtf.ts';
import { DAY, MINUTE } from './gregorian.ts';

const FIXED = /^[+-]\d\d:\d\d$/;
const WRITTEN = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

/** Zone name → the formatter that tells its offset. A story has a few zones; the table stays small. */
const formatters = new Map<string, Intl.DateTimeFormat | null>();

/** Zone and day → its offset, or null on a day that sees a change: Intl is asked twice a day at most. */
const days = new Map<string, Map<number, number | null>>();

function formatterOf(zone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  let formatter: Intl.DateTimeFormat | null = null;
  try {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    // An unknown zone is an answer here, not an accident.
    return null;
  }
  formatters.set(zone, formatter);
  return formatter;
}

/** Whether a text names a zone: an IANA name that Intl knows, or a fixed offset such as `+08:30`. */
export function isZone(text: string): boolean {
  if (text.length > 64) return false;
  if (/^[+-]/.test(text)) return FIXED.test(text) && parseOffset(text) !== null;
  return formatterOf(text) !== null;
}

function askOffset(instant: number, zone: string): number {
  const [, sign, hours, minutes, seconds] =
    WRITTEN.exec(formatterOf(zone)?.format(instant) ?? '') ?? [];
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE;
  const ms = size + Number(seconds ?? 0) * 1000;
  return sign === '-' ? 0 - ms : ms;
}

function dayOffset(day: number, zone: string): number | null {
  const table = days.get(zone) ?? new Map<number, number | null>();
  days.set(zone, table);
  const known = table.get(day);
  if (known !== undefined) return known;
  const first = askOffset(day * DAY, zone);
  const offset = first === askOffset((day + 1) * DAY, zone) ? first : null;
  table.set(day, offset);
  return offset;
}

/** How far the clocks of a zone were ahead of UTC at an instant, in milliseconds. */
export function offsetAt(instant: number, zone: string): number {
  if (FIXED.test(zone)) return parseOffset(zone) ?? 0;
  return dayOffset(Math.floor(instant / DAY), zone) ?? askOffset(instant, zone);
}

/** What the clock of a zone showed at an instant, in local milliseconds. */
export const localAt = (instant: number, zone: string): number => instant + offsetAt(instant, zone);

/** The offsets in force a day before and a day after: every change of a clock lies between them. */
function candidates(localMs: number, zone: string): number[] {
  const before = offsetAt(localMs - DAY, zone);
  const after = offsetAt(localMs + DAY, zone);
  return before === after ? [before] : [before, after];
}

/** Every instant at which the clock of a zone showed a local time, the earliest first. */
export function instantsAt(localMs: number, zone: string): readonly number[] {
  return candidates(localMs, zone)
    .filter((offset) => offsetAt(localMs - offset, zone) === offset)
    .map((offset) => localMs - offset)
    .sort((a, b) => a - b);
}

/** `+08:30`; with seconds (`+08:27:52`) for the local mean times of before standard time. */
export function formatOffset(offset: number): string {
  const pad = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const size = Math.abs(offset);
  const seconds = (size % MINUTE) / 1000;
  const hours = `${pad(size / (60 * MINUTE))}:${pad((size / MINUTE) % 60)}`;
  return `${offset < 0 ? '-' : '+'}${hours}${seconds ? `:${pad(seconds)}` : ''}`;
}

/** `2018-05-04T23:45`, with seconds only if there are any. */
export function formatLocal(localMs: number): string {
  const text = new Date(localMs).toISOString();
  return text.slice(0, localMs % MINUTE === 0 ? 16 : 19);
}

/** The first instant at which the clock of a zone showed a local time or a later one. */
export function firstInstantAt(localMs: number, zone: string): number {
  const [first] = instantsAt(localMs, zone);
  if (first !== undefined) return first;
  // The clock jumped over it. The jump lies between the two readings; halve the way to it.
  const offsets = candidates(localMs, zone);
  const early = localMs - Math.max(...offsets);
  const late = localMs - Math.min(...offsets);
  return early + binarySearch(late - early, (since) => localAt(early + since, zone) >= localMs);
}

/**
 * The instant of a wall-clock reading: epoch milliseconds. Of a reading that came twice the earlier
 * one is taken, unless the author's own offset decides. Flaws: `zone`; `date-gap` for a reading that
 * the clocks jumped over; `date-offset` for an offset that the zone did not keep then.
 */
export function instantAt(
  localMs: number,
  zone: string,
  offset: number | null = null,
): number | Flaw {
  if (!isZone(zone)) return flawOf('zone', `"${zone}" is not a time zone.`);
  const instants = instantsAt(localMs, zone);
  if (offset !== null) {
    const meant = localMs - offset;
    if (instants.includes(meant)) return meant;
    const local = localAt(meant, zone);
    const kept = formatOffset(local - meant);
    const written = `${formatLocal(localMs)}${formatOffset(offset)}`;
    return flawOf(
      'date-offset',
      `${written} contradicts ${zone}, which kept ${kept} then. ` +
        `Write the time on the clocks there: ${formatLocal(local)}.`,
    );
  }
  const [first] = instants;
  if (first !== undefined) return first;
  const jump = firstInstantAt(localMs, zone);
  const before = formatLocal(jump + offsetAt(jump - 1, zone));
  const after = formatLocal(localAt(jump, zone));
  return flawOf(
    'date-gap',
    `${formatLocal(localMs)} does not exist in ${zone}: ` +
      `the clocks went from ${before} to ${after}. Write ${after} or later.`,
  );
}
