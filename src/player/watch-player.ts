import { toStore } from 'svelte/store';
import type { Player } from './player.svelte.ts';

/**
 * Calls back when a player has moved, started or stopped, or changed its rate or selection, and once at the beginning.
 * It is for a page that draws its own content beside the map. Returns a function that undoes it.
 */
export function startWatching(player: Player, listener: () => void): () => void {
  const { subscribe } = toStore(() => [
    player.currentTime,
    player.paused,
    player.playbackRate,
    player.selected,
    player.selectedPerson,
  ]);
  return subscribe(listener);
}
