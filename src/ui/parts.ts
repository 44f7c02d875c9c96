import { hydrate, mount } from 'svelte';
import Help from './Help.svelte';
import Lanes from './Lanes.svelte';
import Legend from './Legend.svelte';
import type { Reading } from './reading.ts';
import Side from './Side.svelte';

/**
 * The parts of the page that are no map and no slider, by the name of their place in `StoryMap.svelte`.
 * They are read long before anybody needs them to answer, so their script comes after the map's.
 */
export const PARTS = { lanes: Lanes, side: Side, legend: Legend, help: Help };

/** Brings the parts to life, over what the server has written of them. */
export function startReading(page: ParentNode, props: Reading): void {
  for (const [name, part] of Object.entries(PARTS)) {
    const target = page.querySelector(`[data-part="${name}"]`);
    if (target) (target.hasChildNodes() ? hydrate : mount)(part, { target, props });
  }
}
