import type { Player } from '../player/player.svelte.ts';
import { isFlaw } from '../time/flaw.ts';
import { parseInterval } from '../time/resolve.ts';

/**
 * Takes a moment, an event or a place from an address: `?t=2018-06-12`, `?event=hanoi`,
 * `?place=singapore`. What the story does not know is passed over in silence: an old link must still open.
 */
export function readAddress(player: Player, query: URLSearchParams): void {
  const { story, chronology } = player;
  const when = parseInterval(query.get('t') ?? '', story.zone);
  if (!isFlaw(when) && Number.isFinite(when.localStart)) {
    player.seekStep(chronology.calendar.indexAt(when.localStart));
  }
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
