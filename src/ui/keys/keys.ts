import { RATES, type Player } from '../../player/player.svelte.ts';
import { toggle } from '../../player/toggle.ts';
import { latinKey } from './latin-key.ts';

/** What the keys act on. */
export interface KeyContext {
  readonly player: Player;
  readonly showHelp: () => void;
  readonly toggleFullscreen: () => void;
  /** Clears the selection. If the focus was in its history, it goes back to the button of the place or person. */
  readonly clearSelection: () => void;
}

/** What some keys do, and the name under which the help lists them. */
export interface Binding {
  readonly keys: readonly string[];
  readonly name: string;
  readonly act: (context: KeyContext, key: string) => void;
  /** Ignores the repeats of a key that is held down. */
  readonly once?: true;
  /** Whether it would change anything now. If not, the key is left to the host page, as Escape is to its dialogs. */
  readonly applies?: (context: KeyContext) => boolean;
}

/** Which keys a page binds. */
export interface KeyRules {
  /** Binds single characters. Without them, only Space and named keys are bound. */
  readonly characters: boolean;
  /** The player's bar is shown. Without it only Escape is bound, which clears the selection or pauses. */
  readonly controls: boolean;
  /** The page is written from right to left. Left and right arrow are exchanged, as on the slider. */
  readonly mirrored: boolean;
}

/** J and L go this many steps. In video players they go ten seconds. */
const FAR = 10;

/** The usual keys of video players. */
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
  {
    keys: ['Escape'],
    name: 'release',
    act: release,
    applies: ({ player }) => isSelecting(player) || !player.paused,
    once: true,
  },
];

const MIRROR: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowRight',
  ArrowRight: 'ArrowLeft',
};

/**
 * The bindings of a page. The page uses this table, and the help is made from it, so that they always agree.
 */
export function createBindings({ characters, controls, mirrored }: KeyRules): readonly Binding[] {
  const isBound = (key: string): boolean => characters || key === ' ' || key.length > 1;
  const mirror = (key: string): string => (mirrored ? (MIRROR[key] ?? key) : key);
  return KEYS.filter(({ act }) => controls || act === release)
    .map((binding) => ({
      ...binding,
      keys: binding.keys.filter(isBound).map(mirror),
    }))
    .filter(({ keys }) => keys.length > 0);
}

/** Handles the keys inside a page. Returns a function that undoes it. */
export function startKeys(
  page: HTMLElement,
  context: KeyContext,
  bindings: readonly Binding[],
): () => void {
  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape' && page.querySelector(':popover-open')) return;
    if (answerKey(event, context, bindings)) event.preventDefault();
  };
  page.addEventListener('keydown', press);
  return () => page.removeEventListener('keydown', press);
}

/** Runs the binding of a key, if there is one that applies. Returns whether there is. A key that composes a text belongs to the text. */
export function answerKey(
  event: KeyboardEvent,
  context: KeyContext,
  bindings: readonly Binding[],
): boolean {
  const { target, repeat, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (event.isComposing) return false;
  const key = latinKey(event);
  if (ctrlKey || metaKey || altKey || (shiftKey && key.length > 1)) return false;
  const binding = belongsTo(target, key) ? undefined : bindingOf(key, bindings);
  if (!binding) return false;
  if (repeat && binding.once) return true;
  if (binding.applies?.(context) === false) return false;
  binding.act(context, key);
  return true;
}

/** The binding of a key. A letter may be upper case, by Shift or Caps Lock. */
export function bindingOf(key: string, bindings: readonly Binding[]): Binding | undefined {
  const small = key.length === 1 ? key.toLowerCase() : key;
  return bindings.find(({ keys }) => keys.includes(small));
}

/**
 * Whether the element that has the focus needs a key itself. A button needs space. A slider or a toolbar needs arrows and
 * Home. The map needs arrows, plus and minus. A field, a dialog, an open list or a
 * film needs every key.
 */
export function belongsTo(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('select, textarea, [contenteditable], dialog, [popover], video, audio'))
    return true;
  if (target.closest('[role="toolbar"]') && TOOLBAR_KEYS.includes(key)) return true;
  if (target.closest('canvas')) return key.startsWith('Arrow') || '+-=_'.includes(key);
  if (target instanceof HTMLInputElement) return target.type !== 'range' || isSliderKey(key);
  return key === ' ' && target.closest('button, a, summary') !== null;
}

/** Keys that move the focus inside a toolbar (`map/toolbar.ts`). */
const TOOLBAR_KEYS = ['ArrowLeft', 'ArrowRight', 'Home', 'End'];

const isSliderKey = (key: string): boolean =>
  key.startsWith('Arrow') || ['Home', 'End', 'PageUp', 'PageDown'].includes(key);

function move(player: Player, steps: number): void {
  player.seekStep(Math.floor(player.currentTime) + steps);
}

const isSelecting = ({ selected, selectedPerson }: Player): boolean =>
  selected !== null || selectedPerson !== null;

/** Clears the selection, or pauses if there is none. */
function release({ player, clearSelection }: KeyContext): void {
  if (isSelecting(player)) clearSelection();
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
