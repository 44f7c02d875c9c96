import type { Bounds, LngLat } from '../../story/story.ts';
import { closestOf } from './closest.ts';
import { mercatorAt, type Point } from './mercator.ts';

/** View of a flat map: the point of the plane in the middle of the frame, and the world's width in pixels. */
export interface Camera {
  readonly centre: Point;
  readonly scale: number;
}

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Converts a point of the plane into pixels from the frame's top left corner. */
export type Project = (point: Point) => Point;

/** The inverse of `scaleAt`. */
export const zoomOf = ({ scale }: Camera): number => Math.log2(scale / 512);

/** Pixels that the story's frame has on a desktop's page. A frame that needs less in the closest view is too small. */
export const FRAME_ROOM: Size = { width: 870, height: 530 };

/**
 * The smallest scale to which a reader can zoom out: the home view's. If that is the closest view, it is one level less, so
 * that the map shows where the small frame lies.
 */
export const farthestOf = (home: Camera, closest: number): number =>
  Math.min(home.scale, closest / 2);

/** The camera that shows all of the bounds, as large as the frame and the largest scale (`closest.ts`) allow. */
export function fitCamera(
  bounds: Bounds,
  { width, height }: Size,
  closest: number = closestOf(bounds),
): Camera {
  const [west, south, east, north] = bounds;
  const [left, top] = mercatorAt([west, north]);
  const [right, bottom] = mercatorAt([east, south]);
  return {
    centre: [(left + right) / 2, (top + bottom) / 2],
    scale: Math.min(width / (right - left), height / (bottom - top), closest),
  };
}

/** Width over height of the bounds on the plane. */
export function aspectOf([west, south, east, north]: Bounds): number {
  const [left, top] = mercatorAt([west, north]);
  const [right, bottom] = mercatorAt([east, south]);
  return (right - left) / (bottom - top);
}

/** On a phone a map of another shape would be many screens high, or too low to read. */
const SHAPES = { least: 0.6, most: 3 };

/** Width over height of a map that shows the bounds. */
export const shapeOf = (bounds: Bounds): number =>
  Math.max(SHAPES.least, Math.min(SHAPES.most, aspectOf(bounds)));

export function createProject({ centre, scale }: Camera, { width, height }: Size): Project {
  const [x, y] = centre;
  return ([px, py]) => [(px - x) * scale + width / 2, (py - y) * scale + height / 2];
}

export const isInside = ([west, south, east, north]: Bounds, [lng, lat]: LngLat): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north;

export const isWithin = ([x, y]: Point, { width, height }: Size): boolean =>
  x >= 0 && y >= 0 && x <= width && y <= height;

/** Of the points inside a frame, the one nearest to its middle. */
export function nearestToMiddle(points: readonly Point[], size: Size): Point | undefined {
  const off = ([x, y]: Point): number => Math.hypot(x - size.width / 2, y - size.height / 2);
  return points.filter((point) => isWithin(point, size)).sort((a, b) => off(a) - off(b))[0];
}
