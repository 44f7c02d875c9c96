import { flushSync } from 'svelte';
import type { InsetBox } from './inset/inset-geometry.ts';
import type { Bounds, Story } from '../story/story.ts';
import { aspectOf, type Size } from './projection/camera.ts';

/** Sizes in pixels, as the style sheet (`arrangement.css`) has made them. */
export interface Measured {
  readonly world: Size;
  /** By the inset's id. An inset that is not shown keeps its last box. */
  readonly insets: ReadonlyMap<string, InsetBox>;
  /**
   * The sizes are assumed: on the server, and until the page has been measured. Then positions are written as shares
   * of the frame, so that the drawing fits every width.
   */
  readonly assumed: boolean;
}

/**
 * Widths, in pixels, for which the server lays out names: of a world on a small phone, the tightest, so that names which
 * find room there have room at every width; and of an inset, which is 250 to 450 px wide on most screens.
 */
const ASSUMED = { world: 420, inset: 320 };

/** Sizes of a story's map as long as nobody can measure it. */
export function assumeSizes({ frame, insets }: Pick<Story, 'frame' | 'insets'>): Measured {
  const sizeFor = (width: number, bounds: Bounds): Size => ({
    width,
    height: width / aspectOf(bounds),
  });
  const boxes = insets.map(({ id, bounds }): [string, InsetBox] => [
    id,
    { x: 0, y: 0, ...sizeFor(ASSUMED.inset, bounds), apart: true },
  ]);
  return { world: sizeFor(ASSUMED.world, frame), insets: new Map(boxes), assumed: true };
}

export interface Measuring {
  /** Takes what has been read off the page. */
  readonly take: (read: Measured) => void;
  /** The size has changed, and everything that is drawn has followed. */
  readonly follow: () => void;
  /** The page is about to be laid out on paper, or back on the screen. */
  readonly print: (begins: boolean) => void;
}

const sizeOf = ({ clientWidth: width, clientHeight: height }: Element): Size => ({ width, height });

function boxOf(inset: HTMLElement, world: Size): InsetBox {
  const x = inset.offsetLeft + inset.clientLeft;
  const y = inset.offsetTop + inset.clientTop;
  return { x, y, ...sizeOf(inset), apart: x >= world.width || y >= world.height };
}

/** Reads the sizes of a map, its world and the insets it shows. Insets without room are not displayed: they have none. */
export function measureMap(map: HTMLElement): Measured {
  const world = sizeOf(map.querySelector('.world') ?? map);
  const insets = [...map.querySelectorAll<HTMLElement>('[data-inset]')].map(
    (inset) => [inset.dataset['inset'] ?? '', boxOf(inset, world)] as const,
  );
  return { world, insets: new Map(insets), assumed: false };
}

/**
 * Measures a map at once, before the first paint, whenever its size changes, and before and after printing: paper is
 * laid out without asking anybody, so the map takes its width beforehand. Returns the undo.
 */
export function startMeasuring(map: HTMLElement, { take, follow, print }: Measuring): () => void {
  const read = (): void => take(measureMap(map));
  read();
  const observer = new ResizeObserver(() => {
    read();
    flushSync();
    follow();
  });
  observer.observe(map);
  const world = map.querySelector('.world');
  if (world) observer.observe(world);
  const turn = ({ type }: Event): void => {
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
