import { RATES, type Player } from '../../player/player.svelte.ts';
import { toggle } from '../../player/toggle.ts';

/** What keys act upon. */
export interface Stage {
  readonly player: Player;
  readonly showHelp: () => void;
  readonly toggleFullscreen: () => void;
  /** Lets go of the place, and gives the focus back to its button if it goes away with the place. */
  readonly clearSelection: () => void;
}

/** What a key does, and the name under which the help lists it. */
export interface Binding {
  readonly keys: readonly string[];
  readonly name: string;
  readonly act: (stage: Stage, key: string) => void;
  /** Held down, it does its work but once. */
  readonly once?: true;
}

/** What a page makes of the keys. */
export interface KeyRules {
  /** Single characters are keys too; without them, only Space and the keys with names are. */
  readonly characters: boolean;
  /** The player's bar is shown; where it is not, Escape alone is left, which lets go and stops. */
  readonly controls: boolean;
  /** The page is written from right to left: later lies to the left, as it does on the slider. */
  readonly mirrored: boolean;
}

/** J and L go this many steps, as they go ten seconds on a video. */
const FAR = 10;

/** The keys of every video player. */
const KEYS: readonly Binding[] = [
  { keys: [' ', 'k'], name: 'toggle', act: ({ player }) => toggle(player), once: true },
  { keys: ['j'], name: 'back-far', act: ({ player }) => move(player, -FAR) },
  { keys: ['l'], name: 'forward-far', act: ({ player }) => move(player, FAR) },
  { keys: ['ArrowLeft'], name: 'back', act: ({ player }) => move(player, -1) },
  { keys: ['ArrowRight'], name: 'forward', act: ({ player }) => move(player, 1) },
  { keys: [','], name: 'previous', act: ({ player }) => player.previous() },
  { keys: ['.'], name: 'next', act: ({ player }) => player.next() },
  {
    keys: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    name: 'jump',
    act: ({ player }, key) => player.seekStep(Math.round((Number(key) / 10) * player.duration)),
  },
  { keys: ['Home'], name: 'start', act: ({ player }) => player.seek(0) },
  { keys: ['End'], name: 'end', act: ({ player }) => player.seek(player.duration) },
  { keys: ['<'], name: 'slower', act: ({ player }) => changeRate(player, -1) },
  { keys: ['>'], name: 'faster', act: ({ player }) => changeRate(player, 1) },
  {
    keys: ['f'],
    name: 'fullscreen',
    act: ({ toggleFullscreen }) => toggleFullscreen(),
    once: true,
  },
  { keys: ['?'], name: 'help', act: ({ showHelp }) => showHelp(), once: true },
  { keys: ['Escape'], name: 'release', act: release, once: true },
];

const MIRROR: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowRight',
  ArrowRight: 'ArrowLeft',
};

/**
 * The keys as a page binds them. The page obeys this table and the help is made from it, so the help
 * cannot be wrong.
 */
export function createBindings({ characters, controls, mirrored }: KeyRules): readonly Binding[] {
  const isBound = (key: string): boolean => characters || key === ' ' || key.length > 1;
  const turn = (key: string): string => (mirrored ? (MIRROR[key] ?? key) : key);
  const offered = KEYS.filter(({ act }) => controls || act === release);
  return offered
    .map((binding) => ({
      ...binding,
      keys: binding.keys.filter(isBound).map(turn),
    }))
    .filter(({ keys }) => keys.length > 0);
}

/** Obeys the keys in whatever has the focus inside a page. Returns the undo. */
export function startKeys(
  page: HTMLElement,
  stage: Stage,
  bindings: readonly Binding[],
): () => void {
  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape' && page.querySelector(':popover-open')) return;
    if (answerKey(event, stage, bindings)) event.preventDefault();
  };
  page.addEventListener('keydown', press);
  return () => page.removeEventListener('keydown', press);
}

/** Does what a key says, whenever it was pressed. Returns whether it is one of the keys. */
export function answerKey(
  { key, target, repeat, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent,
  stage: Stage,
  bindings: readonly Binding[],
): boolean {
  if (ctrlKey || metaKey || altKey || (shiftKey && key.length > 1)) return false;
  const binding = belongsTo(target, key) ? undefined : bindingOf(key, bindings);
  if (binding && !(repeat && binding.once)) binding.act(stage, key);
  return binding !== undefined;
}

/** Whatever Shift or Caps Lock make of a letter. */
export function bindingOf(key: string, bindings: readonly Binding[]): Binding | undefined {
  const small = key.length === 1 ? key.toLowerCase() : key;
  return bindings.find(({ keys }) => keys.includes(small));
}

/**
 * Whether a key belongs to the element that has the focus: space to a button, arrows and Home to a
 * slider or a toolbar, arrows and zoom to the map, everything to a field or a list that is open.
 */
export function belongsTo(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('select, textarea, [contenteditable], dialog, [popover]')) return true;
  if (target.closest('[role="toolbar"]') && TOOLBAR_KEYS.includes(key)) return true;
  if (target.closest('canvas')) return key.startsWith('Arrow') || '+-=_'.includes(key);
  if (target instanceof HTMLInputElement) return target.type !== 'range' || isSliderKey(key);
  return key === ' ' && target.closest('button, a, summary') !== null;
}

/** They go from one button to the next (`map/toolbar.ts`). */
const TOOLBAR_KEYS = ['ArrowLeft', 'ArrowRight', 'Home', 'End'];

const isSliderKey = (key: string): boolean =>
  key.startsWith('Arrow') || ['Home', 'End', 'PageUp', 'PageDown'].includes(key);

function move(player: Player, steps: number): void {
  player.seekStep(Math.floor(player.currentTime) + steps);
}

/** The place first, as one closes what was opened last; then the playing. */
function release({ player, clearSelection }: Stage): void {
  if (player.selected !== null) clearSelection();
  else player.pause();
}

function changeRate(player: Player, by: 1 | -1): void {
  const { playbackRate } = player;
  const next =
    by > 0
      ? RATES.find((rate) => rate > playbackRate)
      : RATES.findLast((rate) => rate < playbackRate);
  if (next) player.playbackRate = next;
}
