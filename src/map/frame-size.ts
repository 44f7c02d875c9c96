import { flushSync } from 'svelte';
import type { Size } from './camera.ts';

/** In pixels, of the map with its insets and of the world in it. */
export interface Measured {
  readonly width: number;
  readonly worldWidth: number;
  readonly worldHeight: number;
  /** Where the style sheet of a frame says how large the map is; else it takes the height that it needs. */
  readonly given: Size | null;
}

/** Before there is a page, and on the server. */
export const UNMEASURED: Measured = { width: 0, worldWidth: 0, worldHeight: 0, given: null };

export interface Measuring {
  /** Takes what has been read off the page. */
  readonly take: (measured: Measured) => void;
  /** The size has changed, and everything that is drawn has followed. */
  readonly follow: () => void;
  /** The page is about to be laid out on paper, or back on the screen. */
  readonly print: (begins: boolean) => void;
}

/**
 * Keeps the map as large as its frame: from the first paint, as on a phone everything below would jump
 * down when the insets came a frame later; in the very frame in which the size changes; and on paper, which
 * is laid out without asking anybody, so that the map takes its width before. Returns the undo.
 */
export function startMeasuring(world: HTMLElement, { take, follow, print }: Measuring): () => void {
  const map = world.parentElement ?? world;
  const read = (): void => {
    const { clientWidth: width, clientHeight: height } = map;
    const given = getComputedStyle(map).containerType === 'size' ? { width, height } : null;
    take({ width, worldWidth: world.clientWidth, worldHeight: world.clientHeight, given });
  };
  read();
  const observer = new ResizeObserver(() => {
    read();
    flushSync();
    follow();
  });
  observer.observe(world);
  observer.observe(map);
  const turn = ({ type }: Event) => {
    print(type === 'beforeprint');
    flushSync();
    read();
    flushSync();
  };
  window.addEventListener('beforeprint', turn);
  window.addEventListener('afterprint', turn);
  return () => {
    observer.disconnect();
    window.removeEventListener('beforeprint', turn);
    window.removeEventListener('afterprint', turn);
  };
}
