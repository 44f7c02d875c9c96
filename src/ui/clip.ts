import type { Clip } from '../player/player.svelte.ts';
import type { Chronology } from '../story/chronology.ts';
import { parseEdtf, type EdtfDate } from '../time/edtf.ts';
import { isFlaw } from '../time/flaw.ts';

/**
 * The part of a story that `?start=2018-03&end=2018-06` names, by dates as their author writes them or by events:
 * from the beginning of the one, and with all of the other. What is neither, what would leave nothing to play, and
 * a start after the end are passed over.
 */
export function clipOf(chronology: Chronology, start: string, end: string): Clip {
  const last = endOf(chronology, end);
  const whole = { start: 0, end: last > 0 ? last : chronology.duration };
  const first = startOf(chronology, start);
  return first < whole.end ? { ...whole, start: Math.max(0, first) } : whole;
}

function startOf({ calendar, momentOf }: Chronology, text: string): number {
  const from = dateOf(text)?.from;
  return momentOf(text)?.start ?? (from ? calendar.indexAt(from.localStart) : 0);
}

/** With the time that playing gives to the last event: who plays it in a loop must be able to read it. */
function endOf({ calendar, duration, moments, momentOf }: Chronology, text: string): number {
  const to = dateOf(text)?.to;
  const step = to ? calendar.indexAt(to.localEnd - 1) : Infinity;
  const moment = momentOf(text) ?? moments.findLast((each) => each.start < step + 1);
  const told = moment ? moment.start + moment.creep : 0;
  return Math.min(duration, momentOf(text) ? told : Math.max(step, told));
}

function dateOf(text: string): EdtfDate | null {
  const date = parseEdtf(text);
  return isFlaw(date) ? null : date;
}
