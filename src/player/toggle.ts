import type { Player } from './player.svelte.ts';

/** Plays when paused, pauses when playing. */
export function toggle(player: Player): void {
  if (player.paused) player.play();
  else player.pause();
}
