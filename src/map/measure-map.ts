import { flushSync } from 'svelte';
import type { Size } from './projection/camera.ts';

/** In pixels, of the map with its insets and of the world in it. */
export interface Measured extends Size {
  readonly world: Size;
}

const sizeOf = ({ clientWidth: width, clientHeight: height }: Element): Size => ({ width, height });

/** Before there is a page, and on the server. */
export const UNMEASURED: Measured = { width: 0, height: 0, world: { width: 0, height: 0 } };

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
    take({ ...sizeOf(map), world: sizeOf(world) });
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
