import type { Player } from '../../player/player.svelte.ts';

/** Lets go of the place. The focus, if it goes away with what is told of it, goes back to its button. */
export function clearSelection(page: ParentNode, player: Player): void {
  const { selected } = player;
  const told = page.querySelector('#place')?.closest('section');
  const inside = told?.matches(':focus-within');
  player.select(null);
  if (inside) page.querySelector<HTMLElement>(`[data-place="${selected}"]`)?.focus();
}
