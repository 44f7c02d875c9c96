import type { Size } from '../projection/camera.ts';
import type { Box } from '../labels/box.ts';
import type { Point } from '../projection/mercator.ts';

/** A button's side in pixels, by mouse and by finger. */
const SIDE = { fine: 30, coarse: 44 };

/** Narrower than this, in pixels, a map has no room for the button that shows the whole of it again. */
export const ROOMY = 620;

/** The ways in which the map can be moved without dragging it, in the order of their buttons. */
export const WAYS = ['left', 'up', 'down', 'right'] as const;
export type Way = (typeof WAYS)[number];

/** A map that buttons can move; they are there while it is `live`. */
export interface Movable {
  readonly state: string;
  readonly panTo: (way: Way) => void;
  /** About a point of the plane, or the middle. */
  readonly zoomBy: (levels: number, about: Point | null) => void;
  readonly goHome: () => void;
}

/**
 * The buttons in the lower right corner, which labels keep clear whether or not they are shown yet. Those
 * that move the map have a row of their own above the others, while there is something to move.
 */
export function controlsBox({ width, height }: Size, target: number, movable = false): Box {
  const side = target > 24 ? SIDE.coarse : SIDE.fine;
  const buttons = movable ? WAYS.length : width < ROOMY ? 2 : 3;
  const box = { width: buttons * side + 14, height: (movable ? 2 : 1) * side + 14 };
  return { x: width - box.width, y: height - box.height, ...box };
}
