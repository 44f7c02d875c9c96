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
  {
    t,
    event,
    place,
    person,
    speed,
  }: Pick<Parameters, 't' | 'event' | 'place' | 'person' | 'speed'>,
): void {
  const { chronology } = player;
  const date = parseDay(t ?? '');
  if (date !== null) player.seek(chronology.restOn(date));
  player.seekEvent(event ?? '');
  if (place !== null) player.select(place);
  if (person !== null) player.selectPerson(person);
  player.playbackRate = speed;
}

/** The state that an address holds. */
type AddressState = View & Pick<Player, 'playbackRate'>;

/**
 * The query for a state, plus the other parameters of `search`. It names the day, even if the slider counts months or
 * years. If the day has later events that are not shown yet, it names the event instead. So the address opens exactly
 * the state that is shown.
 */
export function formatAddress(
  { currentTime, selected, selectedPerson, playbackRate }: AddressState,
  { chronology, scene, clip }: Pick<Player, 'chronology' | 'scene' | 'clip'>,
  search: string,
): string {
  const address = new URLSearchParams(search);
  for (const name of ['t', 'event', 'place', 'person', 'speed']) address.delete(name);
  const { latest, begun } = scene;
  const day = chronology.calendar.dayAt(currentTime);
  const isLast = begun >= chronology.begunBy({ localStart: day, precision: 'day', offset: null });
  if (latest && !isLast) address.set('event', latest.event.id);
  // Without a moment a page opens at the beginning of what is played. For a clip that is not 0.
  else if (currentTime > 0 || clip.start > 0) {
    address.set('t', new Date(day).toISOString().slice(0, 10));
  }
  if (selected) address.set('place', selected);
  if (selectedPerson) address.set('person', selectedPerson);
  if (playbackRate !== 1) address.set('speed', String(playbackRate));
  return address.toString();
}

/**
 * Parses a day, month or year. The EDTF parser is not used here, because every reader would have to load it. Null for a
 * date that does not exist, such as 30 February.
 */
function parseDay(text: string): DatePoint | null {
  const match = /^\d{4}(-\d{2})?(-\d{2})?$/.exec(text);
  const localStart = Date.parse(text);
  if (match === null || Number.isNaN(localStart)) return null;
  if (!new Date(localStart).toISOString().startsWith(text)) return null;
  const [, month, day] = match;
  return { localStart, precision: day ? 'day' : month ? 'month' : 'year', offset: null };
}
