import type { Player } from '../../player/player.svelte.ts';
import { isMotionReduced } from '../url/display-settings.ts';
import type { Parameters } from '../url/parameters.ts';
import { pauseOutOfSight } from './pause-out-of-sight.ts';

/** Starts what only a page in a frame does: it plays by itself if its address asks for that, and only while it is seen. */
export function startFrame(
  player: Player,
  {
    autoplay,
    loop,
    controls,
    motion,
  }: Pick<Parameters, 'autoplay' | 'loop' | 'controls' | 'motion'>,
): void {
  const article = document.querySelector('article');
  if (!article) return;
  // What an article asks for cannot take back what the reader has asked for.
  const still = isMotionReduced(motion) || matchMedia('(prefers-reduced-motion: reduce)').matches;
  // What starts by itself must have a button that stops it.
  pauseOutOfSight(article, player, { autoplay: autoplay && controls, loop, still });
}
