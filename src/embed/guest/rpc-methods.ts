import type { Player } from '../../player/player.svelte.ts';
import { parseEdtf } from '../../time/edtf.ts';
import { isFlaw } from '../../time/flaw.ts';
import type { State } from '../protocol.ts';

/** What a host page may move, and how the page it moves tells where it stands. */
export interface Page {
  readonly player: Player;
  /** The view in the page's own query form. */
  readonly formatAddress: (view: Player, player: Player, query: string) => string;
  /** Moves the player to the view that such a query tells of. What the story does not know is ignored. */
  readonly applyState: (player: Player, search: string) => void;
  readonly applyTheme: (theme: string) => void;
}

/** Why a call is not answered as it was meant; goes to the host page as code and message. */
export class Refusal extends Error {
  readonly code: 'date' | 'place' | 'speed' | 'theme' | 'state';

  constructor(code: Refusal['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * All that a host page can have done, by name. None of it loads anything, goes anywhere, or reads what the
 * reader cannot see. Each throws a `Refusal`, and then has moved nothing.
 */
export function createRpcMethods(page: Page): ReadonlyMap<string, (to: unknown) => void> {
  const { player } = page;
  /** What an attribute says; one that is taken away says nothing. */
  const said = (call: (page: Page, to: unknown) => void) => (to: unknown) => {
    if (to !== null) call(page, to);
  };
  return new Map<string, (to: unknown) => void>([
    ['play', () => player.play()],
    ['pause', () => player.pause()],
    ['next', () => player.next()],
    ['previous', () => player.previous()],
    ['getState', () => undefined],
    ['seek', (to) => seek(page, to)],
    ['select', (to) => select(player, to ?? null)],
    ['date', said(seek)],
    ['event-id', said(seek)],
    ['place-id', (to) => select(player, to ?? null)],
    ['speed', (to) => changeRate(player, to ?? 1)],
    ['state', said(restore)],
    ['theme', said(changeTheme)],
  ]);
}

/**
 * What the page's own reading of its address has passed over: a date in all of EDTF, or one that is none.
 * Returns why there is nothing to be seen of it.
 */
export function readDate(
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

/** Where the page stands, as the host page is told. */
export function stateOf({ player, formatAddress }: Page): State {
  const { scene, selected, playbackRate, paused, ended } = player;
  return {
    state: formatAddress(player, player, ''),
    date: formatEdtf(scene),
    event: scene.now[0]?.id ?? null,
    place: selected,
    playbackRate,
    paused,
    ended,
  };
}

/** A date that is shown, as EDTF: `2018-06-12`, `2018-06`, `2018`, `201X`. */
function formatEdtf({ localTime, precision }: Player['scene']): string {
  const iso = new Date(localTime).toISOString();
  if (precision === 'decade') return `${iso.slice(0, 3)}X`;
  return iso.slice(0, { year: 4, month: 7, day: 10 }[precision]);
}

/** Goes to an event by its id, or to a date as an author writes it; outside the story to its end. */
function seek({ player }: Page, to: unknown): void {
  if (typeof to !== 'string') throw new Refusal('date', 'A date is a text such as 2018-06-12.');
  if (player.chronology.momentOf(to)) return player.seekEvent(to);
  const date = parseEdtf(to);
  if (isFlaw(date)) throw new Refusal('date', date.message);
  if (!date.from) return player.seek(0);
  player.seek(player.chronology.restOn(date.from));
}

/** Selects a place by its id; null clears the selection. */
function select(player: Player, to: unknown): void {
  if (to === null) return player.select(null);
  const place = player.story.places.find(({ id }) => id === to);
  if (!place) throw new Refusal('place', 'The story has no such place.');
  player.select(place.id);
}

function changeRate(player: Player, to: unknown): void {
  const rate = Number(to);
  if (!(rate > 0)) throw new Refusal('speed', 'A speed is a number above 0.');
  player.playbackRate = rate;
}

/** All of a view at once. What the text leaves out is as it is when the page opens. */
function restore({ player, applyState }: Page, to: unknown): void {
  if (typeof to !== 'string') throw new Refusal('state', 'A state is a text such as t=2018-06-12.');
  player.seek(player.clip.start);
  player.select(null);
  player.playbackRate = 1;
  applyState(player, to);
}

function changeTheme({ applyTheme }: Page, to: unknown): void {
  if (to !== 'light' && to !== 'dark') throw new Refusal('theme', 'A theme is light or dark.');
  applyTheme(to);
}
