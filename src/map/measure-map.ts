import { flushSync } from 'svelte';
import type { InsetBox } from './inset/inset-geometry.ts';
import type { Bounds, Story } from '../story/story.ts';
import { shapeOf, type Size } from './projection/camera.ts';

/** Sizes in pixels that result from the style sheet (`arrangement.css`). */
export interface Measured {
  readonly world: Size;
  /** By the inset's id. An inset that is not shown keeps its last box. */
  readonly insets: ReadonlyMap<string, InsetBox>;
  /**
   * The sizes are assumed: on the server, and until the page has been measured. Positions are then written as shares of
   * the frame, so that the drawing fits every width.
   */
  readonly assumed: boolean;
}

/**
 * Widths, in pixels, for which the server lays out names. World: as on a small phone, so that names that have room
 * there have room at every width. Inset: most screens show it 250 to 450 px wide.
 */
const ASSUMED = { world: 420, inset: 320 };

/** Sizes of a story's map until it can be measured. In a column of less than `widest` pixels, names have less room. */
export function assumeSizes(
  { frame, insets }: Pick<Story, 'frame' | 'insets'>,
  widest: number = ASSUMED.world,
): Measured {
  const sizeFor = (width: number, bounds: Bounds): Size => ({
    width,
    height: width / shapeOf(bounds),
  });
  const boxes = insets.map(({ id, bounds }): [string, InsetBox] => [
    id,
    { x: 0, y: 0, ...sizeFor(Math.min(ASSUMED.inset, widest), bounds), apart: true },
  ]);
  return {
    world: sizeFor(Math.min(ASSUMED.world, widest), frame),
    insets: new Map(boxes),
    assumed: true,
  };
}

/**
 * `sheet`: a page of its own, whose width on paper is known. `column`: a frame or a part of another page. Nobody tells how
 * wide that is on paper.
 */
export type Paper = 'sheet' | 'column';

const paperOf = (map: HTMLElement): Paper =>
  map.getRootNode() === document && window.parent === window ? 'sheet' : 'column';

export interface Measuring {
  /** Takes the sizes that were read from the page. */
  readonly take: (read: Measured) => void;
  /** Called after a change of size, when the drawing has been updated. */
  readonly follow: () => void;
  /** Called before printing, with what the map is printed on, and after it with null. */
  readonly print: (on: Paper | null) => void;
}

const sizeOf = ({ clientWidth: width, clientHeight: height }: Element): Size => ({ width, height });

function boxOf(inset: HTMLElement, world: Size): InsetBox {
  const x = inset.offsetLeft + inset.clientLeft;
  const y = inset.offsetTop + inset.clientTop;
  return { x, y, ...sizeOf(inset), apart: x >= world.width || y >= world.height };
}

/** Reads the sizes of a map's world and its insets. An inset that is not displayed has the size 0. */
export function measureMap(map: HTMLElement): Measured {
  const world = sizeOf(map.querySelector('.world') ?? map);
  const insets = [...map.querySelectorAll<HTMLElement>('[data-inset]')].map(
    (inset) => [inset.dataset['inset'] ?? '', boxOf(inset, world)] as const,
  );
  return { world, insets: new Map(insets), assumed: false };
}

/**
 * Measures a map at once, before the first paint, whenever its size changes, and before and after printing. For paper the
 * browser gives no resize event. So a map on a sheet is measured beforehand, and one in a column gets the assumed sizes,
 * whose drawing fits every width. Returns a function that undoes it.
 */
export function startMeasuring(map: HTMLElement, { take, follow, print }: Measuring): () => void {
  let paper: Paper | null = null;
  const read = (): void => {
    if (paper !== 'column') take(measureMap(map));
  };
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
    paper = type === 'beforeprint' ? paperOf(map) : null;
    print(paper);
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
