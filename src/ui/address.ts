import type { Player } from '../player/player.svelte.ts';

/**
 * Takes a moment, an event or a place from an address: `?t=2018-06-12`, `?event=hanoi`,
 * `?place=singapore`. What the story does not know is passed over in silence: an old link must still open.
 */
export function readAddress(player: Player, query: URLSearchParams): void {
  const { story, chronology } = player;
  const day = parseDay(query.get('t') ?? '');
  if (day !== null) player.seekStep(chronology.calendar.indexAt(day));
  player.seekEvent(query.get('event') ?? '');
  const place = story.places.find(({ id }) => id === query.get('place'));
  if (place) player.select(place.mark.id);
}

/** The address of what is shown: the other parameters stay as they are. */
export function formatAddress(player: Player, query: URLSearchParams): string {
  const { chronology, scene } = player;
  const address = new URLSearchParams(query);
  for (const name of ['t', 'event', 'place']) address.delete(name);
  const atRest = player.currentTime === chronology.restAt(scene.step);
  const onEvent = scene.latest?.start === player.currentTime;
  if (!atRest && onEvent && scene.latest) address.set('event', scene.latest.event.id);
  else if (player.currentTime > 0) {
    address.set('t', new Date(scene.localTime).toISOString().slice(0, 10));
  }
  if (player.selected) address.set('place', player.selected);
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
