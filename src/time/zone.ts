import { binarySearch } from './binary-search.ts';
import { flawOf } from './flaw.ts';
import type { Flaw } from './flaw.ts';
import { parseOffset } from './edtf.ts';
import { DAY, MINUTE } from './gregorian.ts';
import { formatLocal, formatOffset } from './local-time.ts';

const FIXED = /^[+-]\d\d:\d\d$/;
const WRITTEN = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

/** The formatter that gives a zone's offset, by zone name. A story has few zones, so the table stays small. */
const formatters = new Map<string, Intl.DateTimeFormat | null>();

/** The offset by zone and day; null for a day on which it changes. Saves calls of Intl, which are slow. */
const days = new Map<string, Map<number, number | null>>();

function formatterOf(zone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  let formatter: Intl.DateTimeFormat | null = null;
  try {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    // Intl throws for an unknown zone.
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

/** The offset of a zone from UTC at an instant, in milliseconds; positive east of Greenwich. */
export function offsetAt(instant: number, zone: string): number {
  if (FIXED.test(zone)) return parseOffset(zone) ?? 0;
  return dayOffset(Math.floor(instant / DAY), zone) ?? askOffset(instant, zone);
}

/** The local time of a zone at an instant. */
export const localAt = (instant: number, zone: string): number => instant + offsetAt(instant, zone);

/** The offsets a day before and a day after a local time. If the clocks change near it, the two differ. */
function candidates(localMs: number, zone: string): number[] {
  const before = offsetAt(localMs - DAY, zone);
  const after = offsetAt(localMs + DAY, zone);
  return before === after ? [before] : [before, after];
}

/** Every instant at which a zone had a local time, the earliest first: none, one or two. */
export function instantsAt(localMs: number, zone: string): readonly number[] {
  return candidates(localMs, zone)
    .filter((offset) => offsetAt(localMs - offset, zone) === offset)
    .map((offset) => localMs - offset)
    .sort((a, b) => a - b);
}

/** The first instant at which a zone had a local time or a later one. */
export function firstInstantAt(localMs: number, zone: string): number {
  const [first] = instantsAt(localMs, zone);
  if (first !== undefined) return first;
  // The clocks skipped this time. Search for the moment of the change between the two offsets.
  const offsets = candidates(localMs, zone);
  const early = localMs - Math.max(...offsets);
  const late = localMs - Math.min(...offsets);
  return early + binarySearch(late - early, (since) => localAt(early + since, zone) >= localMs);
}

/** An offset to the minute, as authors write it. Local mean times had seconds too; Temporal rounds them likewise. */
const toMinute = (offset: number): number => Math.round(offset / MINUTE) * MINUTE;

/** Asks for the offset of a local time that occurred twice, and names both. Null if the two have the same offset to the minute. */
function describeTwice(localMs: number, zone: string, instants: readonly number[]): Flaw | null {
  const [first, second] = instants;
  if (first === undefined || second === undefined) return null;
  const local = formatLocal(localMs);
  const [earlier, later] = [first, second].map((one) => formatOffset(toMinute(localMs - one)));
  if (earlier === later) return null;
  return flawOf(
    'date-twice',
    `${local} occurred twice in ${zone}, because the clocks went back. ` +
      `Write ${local}${earlier} for the first time or ${local}${later} for the second.`,
  );
}

/**
 * The instant of a local time, in epoch milliseconds. Flaws: `zone`; `date-gap` for a time that the clocks skipped;
 * `date-twice` for a time that occurred twice, unless the author wrote an offset; `date-offset` for an offset that the
 * zone did not have then.
 */
export function instantAt(
  localMs: number,
  zone: string,
  offset: number | null = null,
): number | Flaw {
  if (!isZone(zone)) return flawOf('zone', `"${zone}" is not a time zone.`);
  const instants = instantsAt(localMs, zone);
  if (offset !== null) {
    const found = instants.find((one) => toMinute(localMs - one) === offset);
    if (found !== undefined) return found;
    const meant = localMs - offset;
    const local = localAt(meant, zone);
    const kept = formatOffset(local - meant);
    const written = `${formatLocal(localMs)}${formatOffset(offset)}`;
    return flawOf(
      'date-offset',
      `${written} is not a time in ${zone}, whose offset was ${kept} then. ` +
        `Write the local time there: ${formatLocal(local)}.`,
    );
  }
  const twice = describeTwice(localMs, zone, instants);
  if (twice !== null) return twice;
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
