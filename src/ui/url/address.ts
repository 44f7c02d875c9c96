import type { Player } from '../../player/player.svelte.ts';
import type { View } from '../../scene/scene.ts';
import type { DatePoint } from '../../story/chronology.ts';
import type { Parameters } from './parameters.ts';

/**
 * Moves the player to what an address names. Dates and ids that the story does not know are ignored: an old link must
 * still open.
 */
export function applyAddress(
  player: Player,
  { t, event, place, speed }: Pick<Parameters, 't' | 'event' | 'place' | 'speed'>,
): void {
  const { chronology } = player;
  const date = parseDay(t ?? '');
  if (date !== null) player.seek(chronology.restOn(date));
  player.seekEvent(event ?? '');
  if (place !== null) player.select(place);
  player.playbackRate = speed;
}

/** What an address tells of: what is looked at, and how fast it plays. */
type Told = View & Pick<Player, 'playbackRate'>;

/**
 * The address of a view, with the parameters of a given query that are not its own. It names the day, also where
 * the slider counts months or years; within a day it is as exact as the event that is shown. So whoever opens it
 * is told what was told here.
 */
export function formatAddress(
  { currentTime, selected, playbackRate }: Told,
  { chronology, scene, clip }: Pick<Player, 'chronology' | 'scene' | 'clip'>,
  search: string,
): string {
  const address = new URLSearchParams(search);
  for (const name of ['t', 'event', 'place', 'speed']) address.delete(name);
  const { latest, begun } = scene;
  const day = chronology.calendar.dayAt(currentTime);
  const isLast = begun >= chronology.begunBy({ localStart: day, precision: 'day', offset: null });
  if (latest && !isLast) address.set('event', latest.event.id);
  // Who opens it without a moment begins where playing begins: elsewhere, for a clip.
  else if (currentTime > 0 || clip.start > 0) {
    address.set('t', new Date(day).toISOString().slice(0, 10));
  }
  if (selected) address.set('place', selected);
  if (playbackRate !== 1) address.set('speed', String(playbackRate));
  return address.toString();
}

/**
 * A calendar day, month or year as a wall-clock reading. The story's own grammar for dates stays out of the
 * page that every reader loads. Null for what is no day, such as 30 February.
 */
function parseDay(text: string): DatePoint | null {
  const match = /^\d{4}(-\d{2})?(-\d{2})?$/.exec(text);
  const localStart = Date.parse(text);
  if (match === null || Number.isNaN(localStart)) return null;
  if (!new Date(localStart).toISOString().startsWith(text)) return null;
  const [, month, day] = match;
  return { localStart, precision: day ? 'day' : month ? 'month' : 'year', offset: null };
}
