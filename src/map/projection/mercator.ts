import type { Bounds, LngLat } from '../../story/story.ts';

/** A point of the projected plane: the world is one unit wide, x grows eastward from 180° W, y southward. */
export type Point = readonly [x: number, y: number];

/** Beyond this the plane would be endless; it is where the Mercator world is a square. */
export const MERCATOR_LIMIT = 85.051129;

/** Web Mercator (EPSG:3857) on the unit square. Longitudes past 180 lie past 1: the plane has no seam. */
export function mercatorAt([lng, lat]: LngLat): Point {
  const held = Math.max(-MERCATOR_LIMIT, Math.min(MERCATOR_LIMIT, lat));
  const radians = (held * Math.PI) / 180;
  return [(lng + 180) / 360, 0.5 - Math.asinh(Math.tan(radians)) / (2 * Math.PI)];
}

/** The inverse of `mercatorAt`. */
export function lngLatAt([x, y]: Point): LngLat {
  return [x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

/**
 * Where the ground is cut when a frame crosses the date line: the middle of the Atlantic. Then Europe
 * lies to the left of Asia and America to the right, and no coast is cut inside a Pacific frame.
 */
const ATLANTIC = -30;

/** Where the run of degrees that holds a frame whole begins. */
function cutOf([west, , east]: Bounds): number {
  if (east <= 180) return -180;
  return west >= ATLANTIC ? ATLANTIC : west;
}

/** The longitude of a place in the frame's own run of degrees: 360 may be added so that no bow jumps. */
export function unwrapTo(frame: Bounds, [lng, lat]: LngLat): LngLat {
  const cut = cutOf(frame);
  return [cut + ((((lng - cut) % 360) + 360) % 360), lat];
}
