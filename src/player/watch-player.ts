import { toStore } from 'svelte/store';
import type { Player } from './player.svelte.ts';

/**
 * Calls back whenever a player has moved, started, stopped, changed its speed or its choice, and once at
 * the beginning: for a page that draws something of its own beside the map. Returns its undo.
 */
export function startWatching(player: Player, listener: () => void): () => void {
  const { subscribe } = toStore(() => [
    player.currentTime,
    player.paused,
    player.playbackRate,
    player.selected,
  ]);
  return subscribe(listener);
}
