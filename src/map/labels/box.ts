import type { Point } from '../projection/mercator.ts';

/** A rectangle in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function boxAround([x, y]: Point, radius: number): Box {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}

/** Whether two boxes overlap or are closer than one pixel. */
export function overlaps(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width + 1 &&
    b.x < a.x + a.width + 1 &&
    a.y < b.y + b.height + 1 &&
    b.y < a.y + a.height + 1
  );
}

/** The point of a box that is nearest to another point. */
export const nearestOn = (box: Box, [x, y]: Point): Point => [
  Math.max(box.x, Math.min(x, box.x + box.width)),
  Math.max(box.y, Math.min(y, box.y + box.height)),
];
