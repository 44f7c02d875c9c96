import type { Clip, Player } from '../../player/player.svelte.ts';
import type { Chronology, DatePoint } from '../../story/chronology.ts';
import { parseEdtf, type EdtfDate } from '../../time/edtf.ts';
import { isFlaw } from '../../time/flaw.ts';
import type { Parameters } from './parameters.ts';

/** Limits playing to the part that `start` and `end` name, and goes to its beginning. */
export function applyClip(player: Player, { start, end }: Pick<Parameters, 'start' | 'end'>): void {
  player.clip = clipOf(player.chronology, start ?? '', end ?? '');
  player.seek(player.clip.start);
}

/**
 * The part of a story that `?start=2018-03&end=2018-06` names. Both are EDTF dates or ids of events. The part includes
 * all of both. Other values, an end before the story, and a start after the end are ignored.
 */
export function clipOf(chronology: Chronology, start: string, end: string): Clip {
  const last = endOf(chronology, end);
  const whole = { start: 0, end: last > 0 ? last : chronology.duration };
  const first = startOf(chronology, start);
  return first < whole.end ? { ...whole, start: Math.max(0, first) } : whole;
}

/** Position of the beginning of an event or a date; 0 for other texts. */
function startOf({ calendar, momentOf, restOn }: Chronology, text: string): number {
  const moment = momentOf(text);
  const from = dateOf(text)?.from;
  if (moment || !from) return moment?.start ?? 0;
  return from.precision === 'minute' ? restOn(from) : calendar.positionAt(from.localStart);
}

/**
 * Position of the end of an event or a date, including the time that playing spends on the last event: in a loop it must
 * be readable. 0 for a date before the story and for other texts.
 */
function endOf({ duration, moments, momentOf, begunBy, restOn }: Chronology, text: string): number {
  const moment = momentOf(text);
  if (moment) return Math.min(duration, moment.start + moment.creep);
  const to = dateOf(text)?.to;
  if (!to) return 0;
  const last: DatePoint = {
    localStart: to.localEnd - 1,
    precision: to.precision === 'minute' ? 'minute' : 'day',
    offset: to.offset,
  };
  const latest = moments[begunBy(last) - 1];
  return latest ? Math.min(duration, Math.max(restOn(last), latest.start + latest.creep)) : 0;
}

function dateOf(text: string): EdtfDate | null {
  const date = parseEdtf(text);
  return isFlaw(date) ? null : date;
}
