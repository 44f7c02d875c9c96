import { parseEdtf } from './edtf.ts';
import type { EdtfPoint } from './edtf.ts';
import { flawOf, isFlaw } from './flaw.ts';
import type { Flaw } from './flaw.ts';
import type { Interval } from './interval.ts';
import { firstInstantAt, instantAt, isZone } from './zone.ts';

/**
 * The instant at which a date begins. A clock time must exist in the zone. A day, month or year begins with
 * the first moment of it that the clocks showed, even where they skipped midnight.
 */
function startOf(point: EdtfPoint, zone: string): number | Flaw {
  if (point.precision === 'minute') return instantAt(point.localStart, zone, point.offset);
  return firstInstantAt(point.localStart, zone);
}

function endOf(point: EdtfPoint, start: number, zone: string): number {
  if (point.precision !== 'minute') return firstInstantAt(point.localEnd, zone);
  return start + point.localEnd - point.localStart;
}

/** Reads an EDTF date in a time zone. */
export function parseInterval(text: string, zone: string): Interval | Flaw {
  if (!isZone(zone)) return flawOf('zone', `"${zone}" is not a time zone.`);
  const date = parseEdtf(text);
  if (isFlaw(date)) return date;
  const { from, to } = date;
  const start = from === null ? -Infinity : startOf(from, zone);
  if (isFlaw(start)) return start;
  const last = to === null ? Infinity : to === from ? start : startOf(to, zone);
  if (isFlaw(last)) return last;
  const end = to === null ? Infinity : endOf(to, last, zone);
  if (end <= start && from === to) {
    return flawOf('date-gap', `${text} does not exist in ${zone}: the calendar skipped it.`);
  }
  if (end <= start) {
    return flawOf('date-order', `${text} ends before it begins. Write the earlier date first.`);
  }
  return {
    start,
    end,
    localStart: from?.localStart ?? -Infinity,
    localEnd: to?.localEnd ?? Infinity,
    from: from && { precision: from.precision, certainty: from.certainty },
    to: to && { precision: to.precision, certainty: to.certainty },
    text,
  };
}
