import type { Player } from '../../player/player.svelte.ts';
import { readOptions } from '../url/options.ts';
import { readFrameOptions } from './frame-options.ts';
import { pauseOutOfSight } from './pause-out-of-sight.ts';

/** Starts what only a page in a frame does: it plays by itself if its address asks for that, and only while it is seen. */
export function startFrame(player: Player): void {
  const article = document.querySelector('article');
  if (!article) return;
  const options = readFrameOptions(location.search);
  const { controls, still: asked } = readOptions(location.search, document.documentElement);
  // What an article asks for cannot take back what the reader has asked for.
  const still = asked || matchMedia('(prefers-reduced-motion: reduce)').matches;
  // What starts by itself must have a button that stops it.
  const autoplay = options.autoplay && controls;
  pauseOutOfSight(article, player, { ...options, autoplay, still });
}
