import type { Bounds, LngLat } from '../../story/story.ts';

/** A point of the projected plane: the world is one unit wide, x grows eastward from 180° W, y southward. */
export type Point = readonly [x: number, y: number];

/** The latitude at which the Mercator world is a square. At the poles it would be infinite. */
export const MERCATOR_LIMIT = 85.051129;

/** The length of a degree of latitude on the ground, and of a degree of longitude at the equator. */
export const KM_PER_DEGREE = 111.2;

/** The world's width in pixels. MapLibre counts zoom in doublings of a world 512 px wide. */
export const scaleAt = (zoom: number): number => 512 * 2 ** zoom;

/** Web Mercator (EPSG:3857) on the unit square. Longitudes past 180 give x past 1, so the plane has no seam. */
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
 * Where the basemap is cut if a frame crosses the date line: the middle of the Atlantic. Europe is then left of Asia and
 * America right of it, and no coast is cut inside a Pacific frame.
 */
const ATLANTIC = -30;

/** The longitude at which the world is cut: opposite the frame, so that each place is on its nearer side. */
function cutOf([west, , east]: Bounds): number {
  if (east > 180 && west >= ATLANTIC) return ATLANTIC;
  return (west + east) / 2 - 180;
}

/** Adds whole turns of 360° to a longitude until it lies in the frame's own 360°, so that no arc jumps. */
export function unwrapTo(frame: Bounds, [lng, lat]: LngLat): LngLat {
  const cut = cutOf(frame);
  return [cut + ((((lng - cut) % 360) + 360) % 360), lat];
}
