import { hydrate, mount } from 'svelte';
import EventItems from '../list/EventItems.svelte';
import { toggleFullscreen } from '../transport/fullscreen.ts';
import Help from '../keys/Help.svelte';
import { answerKey, createBindings, startKeys } from '../keys/keys.ts';
import TimelineMarks from '../timeline/TimelineMarks.svelte';
import Legend from '../panel/Legend.svelte';
import { clearSelection } from '../keys/clear-selection.ts';
import type { Parameters } from '../url/parameters.ts';
import type { PanelProps } from '../panel/panel-props.ts';
import { startLegend, startReveal } from '../panel/reveal.ts';
import { showHelp } from '../keys/show-help.ts';
import Panel from '../panel/Panel.svelte';
import { yieldToMain } from './yield-to-main.ts';

/**
 * The parts of the page that are no map and no slider, by the name of their place in `StoryMap.svelte`.
 * They are read long before anybody needs them to answer, so their script comes after the map's.
 */
const PARTS = { lanes: TimelineMarks, side: Panel, help: Help, legend: Legend };

/** What the server writes; the help is for keys, and without a script there are none. */
export const WRITTEN = { side: Panel, list: EventItems, legend: Legend };

/** What only stands there to be read: written by the server, it is complete. */
const STANDING: readonly string[] = ['list', 'legend'];

export const isStanding = (name: string): boolean => STANDING.includes(name);

export interface ReadingStart extends Omit<PanelProps, 'bindings' | 'onclose'> {
  readonly parameters: Pick<Parameters, 'keyboard' | 'controls'>;
  /** Puts back what a translator has replaced in what the server has written. */
  readonly restore?: () => void;
}

/**
 * Brings the keys and the parts to life, the parts over what the server has written of them, one in each
 * turn of the main thread; then answers the keys that came before. Resolves with what has been brought to
 * life, for Svelte to unmount.
 */
export async function startReading(
  page: ParentNode,
  { parameters: { keyboard: characters, controls }, restore, ...reading }: ReadingStart,
  early: readonly KeyboardEvent[] = [],
): Promise<readonly object[]> {
  const { player, words } = reading;
  const onclose = (): void => clearSelection(page, player);
  const bindings = createBindings({ characters, controls, mirrored: words.direction === 'rtl' });
  const article = page.querySelector<HTMLElement>('article');
  const stage = article && {
    ...{ player, clearSelection: onclose },
    showHelp: () => showHelp(article),
    toggleFullscreen: () => void toggleFullscreen(article),
  };
  if (stage) startKeys(article, stage, bindings);
  const props = { ...reading, bindings, onclose };
  const side = page.querySelector<HTMLElement>('[data-part="side"]');
  if (side) startReveal(side);
  if (article) startLegend(article);
  const made: object[] = [];
  for (const [name, part] of Object.entries(PARTS)) {
    const target = page.querySelector(`[data-part="${name}"]`);
    if (!target) continue;
    const written = target.hasChildNodes();
    if (written && isStanding(name)) continue;
    if (written) restore?.();
    made.push((written ? hydrate : mount)(part, { target, props }));
    await yieldToMain();
  }
  if (stage) early.forEach((event) => answerKey(event, stage, bindings));
  return made;
}
