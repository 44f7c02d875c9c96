import { flushSync } from 'svelte';

export interface Measuring {
  /** Reads the frame's size off the page. */
  readonly take: () => void;
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
  take();
  const observer = new ResizeObserver(() => {
    take();
    flushSync();
    follow();
  });
  observer.observe(world);
  const turn = ({ type }: Event) => {
    print(type === 'beforeprint');
    flushSync();
    take();
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
