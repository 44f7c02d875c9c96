import { RATES, type Player } from '../player/player.svelte.ts';

/** What a key does, and the name under which the help lists it. */
export interface Binding {
  readonly keys: readonly string[];
  readonly name: string;
  readonly act: (player: Player, key: string) => void;
}

/** J and L go this many steps, as they go ten seconds on a video. */
const FAR = 10;

/** The keys of every video player. The help dialog is made from this table, so it cannot be wrong. */
export const BINDINGS: readonly Binding[] = [
  { keys: [' ', 'k'], name: 'toggle', act: toggle },
  { keys: ['j'], name: 'back-far', act: (player) => move(player, -FAR) },
  { keys: ['l'], name: 'forward-far', act: (player) => move(player, FAR) },
  { keys: ['ArrowLeft'], name: 'back', act: (player) => move(player, -1) },
  { keys: ['ArrowRight'], name: 'forward', act: (player) => move(player, 1) },
  { keys: [','], name: 'previous', act: (player) => player.previous() },
  { keys: ['.'], name: 'next', act: (player) => player.next() },
  {
    keys: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    name: 'jump',
    act: (player, key) => player.seekStep(Math.round((Number(key) / 10) * player.duration)),
  },
  { keys: ['Home'], name: 'start', act: (player) => player.seek(0) },
  { keys: ['End'], name: 'end', act: (player) => player.seek(player.duration) },
  { keys: ['<'], name: 'slower', act: (player) => changeRate(player, -1) },
  { keys: ['>'], name: 'faster', act: (player) => changeRate(player, 1) },
  {
    keys: ['Escape'],
    name: 'release',
    act: (player) => player.selected !== null && player.select(null),
  },
];

/** Plays when paused, pauses when playing. */
export function toggle(player: Player): void {
  if (player.paused) player.play();
  else player.pause();
}

export function bindingOf(key: string): Binding | undefined {
  const small = key.length === 1 ? key.toLowerCase() : key;
  return BINDINGS.find(({ keys }) => keys.includes(small));
}

/**
 * Whether a key belongs to the element that has the focus: space to a button, arrows and Home to a
 * slider, arrows and zoom to the map, everything to a field.
 */
export function belongsTo(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('select, textarea, [contenteditable], dialog')) return true;
  if (target.closest('canvas')) return key.startsWith('Arrow') || '+-=_'.includes(key);
  if (target instanceof HTMLInputElement) return target.type !== 'range' || isSliderKey(key);
  return key === ' ' && target.closest('button, a, summary') !== null;
}

const isSliderKey = (key: string): boolean =>
  key.startsWith('Arrow') || ['Home', 'End', 'PageUp', 'PageDown'].includes(key);

function move(player: Player, steps: number): void {
  player.seekStep(Math.floor(player.currentTime) + steps);
}

function changeRate(player: Player, by: 1 | -1): void {
  const { playbackRate } = player;
  const next =
    by > 0
      ? RATES.find((rate) => rate > playbackRate)
      : RATES.findLast((rate) => rate < playbackRate);
  if (next) player.playbackRate = next;
}
