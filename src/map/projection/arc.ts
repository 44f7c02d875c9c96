import type { Point } from './mercator.ts';

/** Height of an arc, as a share of the distance between its ends. */
const RISE = 0.17;

/** No arc goes north of about 66° N, where the frame of a world map ends. In units of the plane. */
const TOP = 0.257;

/** A quadratic Bézier curve on the plane. */
export interface Arc {
  readonly from: Point;
  readonly bend: Point;
  readonly to: Point;
}

/**
 * A smooth arc between two points of the plane, bent to the north in proportion to its length. Both directions give the
 * same curve. It means “went from here to there” and is not a route.
 */
export function createArc(from: Point, to: Point): Arc {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  // The normal that points north; for an arc due north or south, the one that points west.
  const sign = dx > 0 || (dx === 0 && dy < 0) ? 1 : -1;
  const bend: Point = [middle[0] + sign * dy * RISE * 2, middle[1] - sign * dx * RISE * 2];
  return { from, bend: [bend[0], Math.max(bend[1], middle[1] - 2 * roomAbove(from, to))], to };
}

/** How far an arc may rise above the middle of its ends before its highest point passes the top. */
function roomAbove([, from]: Point, [, to]: Point): number {
  const [middle, half] = [(from + to) / 2 - TOP, (to - from) / 2];
  // If the ends differ in height, the highest point is nearer to the higher end, and above the curve's middle.
  return Math.max(0, middle + Math.sqrt(Math.max(0, middle * middle - half * half))) / 2;
}

/** The point at `progress` (0 to 1) along an arc. */
export function arcAt({ from, bend, to }: Arc, progress: number): Point {
  const rest = 1 - progress;
  const weigh = (axis: 0 | 1) =>
    rest * rest * from[axis] + 2 * rest * progress * bend[axis] + progress * progress * to[axis];
  return [weigh(0), weigh(1)];
}

/** The part of an arc from its beginning to `progress`. It lies exactly on the whole arc. */
export function arcUpTo(arc: Arc, progress: number): Arc {
  const mix = (a: Point, b: Point): Point => [
    a[0] + (b[0] - a[0]) * progress,
    a[1] + (b[1] - a[1]) * progress,
  ];
  return { from: arc.from, bend: mix(arc.from, arc.bend), to: arcAt(arc, progress) };
}

/** SVG path data of an arc, through the given projection. */
export function formatArc(arc: Arc, project: (point: Point) => Point): string {
  const [from, bend, to] = [project(arc.from), project(arc.bend), project(arc.to)];
  return `M${formatPoint(from)}Q${formatPoint(bend)} ${formatPoint(to)}`;
}

/** A tenth of a pixel cannot be seen. With few digits, fewer attributes change. */
const formatPoint = ([x, y]: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
