import { startWatching } from '../../player/watch-player.ts';
import type { Player } from '../../player/player.svelte.ts';
import type { Parameters } from '../url/parameters.ts';

/**
 * Plays only what somebody sees: stops when the frame or its tab goes out of sight, and, if it is asked to, starts when
 * it first comes into it. Nothing starts by itself for a reader who has asked for less motion.
 */
export function pauseOutOfSight(
  page: Element,
  player: Player,
  { autoplay, loop, still }: Pick<Parameters, 'autoplay' | 'loop'> & { readonly still: boolean },
): void {
  let waiting = autoplay && !still;
  new IntersectionObserver(
    (entries) => {
      const seen = entries.at(-1)?.isIntersecting ?? false;
      if (!seen) player.pause();
      else if (waiting) player.play();
      if (seen) waiting = false;
    },
    // A sliver is not seen.
    { threshold: 0.25 },
  ).observe(page);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) player.pause();
  });
  if (!loop) return;
  let playing = false;
  startWatching(player, () => {
    const again = playing && player.paused && player.ended;
    playing = !player.paused;
    if (again) player.play();
  });
}
