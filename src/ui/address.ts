import type { Player } from '../player/player.svelte.ts';
import type { View } from '../scene/scene.ts';

/**
 * Takes a moment, an event, a place or a speed from an address: `?t=2018-06-12`, `?event=hanoi`,
 * `?place=singapore`, `?speed=2`. What the story does not know is passed over in silence: an old link must
 * still open.
 */
export function readAddress(player: Player, query: URLSearchParams): void {
  const { story, chronology } = player;
  const day = parseDay(query.get('t') ?? '');
  if (day !== null) player.seekStep(chronology.calendar.indexAt(day));
  player.seekEvent(query.get('event') ?? '');
  const place = story.places.find(({ id }) => id === query.get('place'));
  if (place) player.select(place.mark.id);
  const speed = Number(query.get('speed'));
  if (speed > 0) player.playbackRate = speed;
}

/** What an address tells of: what is looked at, and how fast it plays. */
type Told = View & Pick<Player, 'playbackRate'>;

/**
 * The address of a view, with the parameters of a given query that are not its own. Within a day it is as
 * exact as the event that is shown, so whoever opens it is told what was told here.
 */
export function formatAddress(
  { currentTime, selected, playbackRate }: Told,
  { chronology, scene, clip }: Pick<Player, 'chronology' | 'scene' | 'clip'>,
  search: string,
): string {
  const address = new URLSearchParams(search);
  for (const name of ['t', 'event', 'place', 'speed']) address.delete(name);
  const { latest, step } = scene;
  const begun = latest && latest.start >= step ? latest : null;
  if (begun && begun.start !== chronology.restAt(step)) address.set('event', begun.event.id);
  // Who opens it without a moment begins where playing begins: elsewhere, for a clip.
  else if (currentTime > 0 || clip.start > 0) {
    address.set('t', new Date(scene.localTime).toISOString().slice(0, 10));
  }
  if (selected) address.set('place', selected);
  if (playbackRate !== 1) address.set('speed', String(playbackRate));
  return address.toString();
}

/**
 * A calendar day (or the first of a month or year) as a wall-clock reading. The story's own grammar for
 * dates stays out of the page that every reader loads. Null for what is no day, such as 30 February.
 */
function parseDay(text: string): number | null {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(text)) return null;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? time : null;
}
