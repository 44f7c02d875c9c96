import type { Player } from '../../player/player.svelte.ts';

/**
 * Clears the selection. If the focus was in the history of the selected place or person, it goes to the first visible
 * button outside the history with that name, or else to the page: a person's name may be on no card of this moment.
 */
export function clearSelection(page: HTMLElement, player: Player): void {
  const { selected, selectedPerson } = player;
  const history = page.querySelector('#place')?.closest('section');
  const inside = history?.matches(':focus-within');
  const ways = page.querySelectorAll<HTMLElement>(
    selectedPerson ? `[data-person="${selectedPerson}"]` : `[data-place="${selected}"]`,
  );
  player.select(null);
  player.selectPerson(null);
  if (!inside) return;
  const way = [...ways].find((each) => each.checkVisibility());
  (way ?? page).focus({ preventScroll: !way });
}
