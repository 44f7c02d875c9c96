import type { Player } from '../../player/player.svelte.ts';

/** Clears the selected place. If the focus was in the place's history, it goes back to the place's button. */
export function clearSelection(page: ParentNode, player: Player): void {
  const { selected } = player;
  const history = page.querySelector('#place')?.closest('section');
  const inside = history?.matches(':focus-within');
  player.select(null);
  if (inside) page.querySelector<HTMLElement>(`[data-place="${selected}"]`)?.focus();
}
