import type { Size } from '../projection/camera.ts';
import type { Box } from '../labels/box.ts';
import type { Point } from '../projection/mercator.ts';

/** A button's side in pixels, for mouse and for touch. */
const SIDE = { fine: 30, coarse: 44 };

/** Least width of a map, in pixels, that has room for the button that shows the whole map again. */
export const ROOMY = 620;

/** The directions in which buttons move the map, in the order of the buttons. */
export const DIRECTIONS = ['left', 'up', 'down', 'right'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A map that buttons can move. They are shown while its state is `live`. */
export interface Movable {
  readonly state: string;
  readonly panTo: (direction: Direction) => void;
  /** About a point of the plane; null for the middle. */
  readonly zoomBy: (levels: number, about: Point | null) => void;
  readonly goHome: () => void;
}

/**
 * The box of the buttons in the lower right corner. Labels keep clear of it even before the buttons are shown. While the
 * map is `movable`, the buttons that move it have a row of their own above the others.
 */
export function controlsBox({ width, height }: Size, target: number, movable = false): Box {
  const side = target > 24 ? SIDE.coarse : SIDE.fine;
  const buttons = movable ? DIRECTIONS.length : width < ROOMY ? 2 : 3;
  const box = { width: buttons * side + 14, height: (movable ? 2 : 1) * side + 14 };
  return { x: width - box.width, y: height - box.height, ...box };
}
