import type { Clip, Player } from '../../player/player.svelte.ts';
import type { Chronology, DatePoint } from '../../story/chronology.ts';
import { parseEdtf, type EdtfDate } from '../../time/edtf.ts';
import { isFlaw } from '../../time/flaw.ts';
import type { Parameters } from './parameters.ts';

/** Limits playing to the part that an address names, and goes to its beginning. */
export function applyClip(player: Player, { start, end }: Pick<Parameters, 'start' | 'end'>): void {
  player.clip = clipOf(player.chronology, start ?? '', end ?? '');
  player.seek(player.clip.start);
}

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

/** The beginning of a day, a month or a year, whatever the slider counts; or a time of day. 0 for what is neither. */
function startOf({ calendar, momentOf, restOn }: Chronology, text: string): number {
  const moment = momentOf(text);
  const from = dateOf(text)?.from;
  if (moment || !from) return moment?.start ?? 0;
  return from.precision === 'minute' ? restOn(from) : calendar.positionAt(from.localStart);
}

/**
 * With the time that playing gives to the last event: who plays it in a loop must be able to read it. 0 for what is
 * no end: a date before the story, or no date.
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
  const told = moments[begunBy(last) - 1];
  return told ? Math.min(duration, Math.max(restOn(last), told.start + told.creep)) : 0;
}

function dateOf(text: string): EdtfDate | null {
  const date = parseEdtf(text);
  return isFlaw(date) ? null : date;
}
