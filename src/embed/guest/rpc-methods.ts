import type { Player } from '../../player/player.svelte.ts';
import { parseEdtf } from '../../time/edtf.ts';
import { isFlaw } from '../../time/flaw.ts';
import type { State } from '../protocol.ts';

/** The page as the methods need it. */
export interface Page {
  readonly player: Player;
  /** The view as a query of the page's address. */
  readonly formatAddress: (view: Player, player: Player, query: string) => string;
  /** Moves the player to the view that such a query tells of. What the story does not know is ignored. */
  readonly applyState: (player: Player, search: string) => void;
  readonly applyTheme: (theme: string) => void;
}

/** Why a call has been refused. The host page gets its code and message. */
export class Refusal extends Error {
  readonly code: 'date' | 'place' | 'person' | 'speed' | 'theme' | 'state';

  constructor(code: Refusal['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * All methods that a host page can call, by name. None loads or navigates, and none reads what the reader cannot see.
 * A method that throws a `Refusal` has changed nothing.
 */
export function createRpcMethods(page: Page): ReadonlyMap<string, (to: unknown) => void> {
  const { player } = page;
  /** For attributes: null says that the attribute has been removed, which changes nothing. */
  const unlessNull = (method: (page: Page, to: unknown) => void) => (to: unknown) => {
    if (to !== null) method(page, to);
  };
  return new Map<string, (to: unknown) => void>([
    ['play', () => player.play()],
    ['pause', () => player.pause()],
    ['next', () => player.next()],
    ['previous', () => player.previous()],
    ['getState', () => undefined],
    ['seek', (to) => seek(page, to)],
    ['select', (to) => select(player, to ?? null)],
    ['selectPerson', (to) => selectPerson(player, to ?? null)],
    ['date', unlessNull(seek)],
    ['event-id', unlessNull(seek)],
    ['place-id', (to) => select(player, to ?? null)],
    ['person-id', (to) => selectPerson(player, to ?? null)],
    ['speed', (to) => changeRate(player, to ?? 1)],
    ['state', unlessNull(restore)],
    ['theme', unlessNull(changeTheme)],
  ]);
}

/**
 * Goes to the date of the frame's address. The page itself reads days, months and years only; here `t` may be any EDTF
 * date. Returns why it could not.
 */
export function seekAddressDate(
  page: Page,
  { t: date, event }: { readonly t: string | null; readonly event: string | null },
): Refusal | null {
  if (date === null || event !== null) return null;
  try {
    seek(page, date);
    return null;
  } catch (error) {
    return error as Refusal;
  }
}

/** The state that goes to the host page with every reply and event. */
export function stateOf({ player, formatAddress }: Page): State {
  const { scene, selected, selectedPerson, playbackRate, paused, ended } = player;
  return {
    state: formatAddress(player, player, ''),
    date: formatEdtf(scene),
    event: scene.now[0]?.id ?? null,
    place: selected,
    person: selectedPerson,
    playbackRate,
    paused,
    ended,
  };
}

/** The date that is shown, as EDTF: `2018-06-12`, `2018-06`, `2018`, `201X`. */
function formatEdtf({ localTime, precision }: Player['scene']): string {
  const iso = new Date(localTime).toISOString();
  if (precision === 'decade') return `${iso.slice(0, 3)}X`;
  return iso.slice(0, { year: 4, month: 7, day: 10 }[precision]);
}

/** Goes to an event by its id, or to an EDTF date. Dates outside the story go to its beginning or end. */
function seek({ player }: Page, to: unknown): void {
  if (typeof to !== 'string') throw new Refusal('date', 'A date is a text such as 2018-06-12.');
  if (player.chronology.momentOf(to)) return player.seekEvent(to);
  const date = parseEdtf(to);
  if (isFlaw(date)) throw new Refusal('date', date.message);
  if (!date.from) return player.seek(0);
  player.seek(player.chronology.restOn(date.from));
}

/** Selects a place by its id; null lets go of a place. */
function select(player: Player, to: unknown): void {
  if (to === null) return player.select(null);
  const place = player.story.places.find(({ id }) => id === to);
  if (!place) throw new Refusal('place', 'The story has no such place.');
  player.select(place.id);
}

/** Selects a person by its id; null lets go of a person. */
function selectPerson(player: Player, to: unknown): void {
  if (to === null) return player.selectPerson(null);
  const person = player.story.people.find(({ id }) => id === to);
  if (!person) throw new Refusal('person', 'The story has no such person.');
  player.selectPerson(person.id);
}

function changeRate(player: Player, to: unknown): void {
  const rate = Number(to);
  if (!(rate > 0)) throw new Refusal('speed', 'A speed is a number above 0.');
  player.playbackRate = rate;
}

/** Restores a whole view. What the text leaves out is as when the page opens. */
function restore({ player, applyState }: Page, to: unknown): void {
  if (typeof to !== 'string') throw new Refusal('state', 'A state is a text such as t=2018-06-12.');
  player.seek(player.clip.start);
  player.select(null);
  player.selectPerson(null);
  applyState(player, to);
}

function changeTheme({ applyTheme }: Page, to: unknown): void {
  if (to !== 'light' && to !== 'dark') throw new Refusal('theme', 'A theme is light or dark.');
  applyTheme(to);
}
