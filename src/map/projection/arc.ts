import type { Point } from './mercator.ts';

/** How far a bow rises, as a share of the distance it spans. */
const RISE = 0.17;

/** No bow rises north of about 66° N: the frame of a world map ends there. */
const TOP = 0.257;

/** A quadratic Bézier curve on the plane. */
export interface Arc {
  readonly from: Point;
  readonly bend: Point;
  readonly to: Point;
}

/**
 * A smooth bow between two points of the plane, rising poleward with its length. It is the same curve
 * from both ends. It stands for “went from here to there”, not for a route.
 */
export function createArc(from: Point, to: Point): Arc {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  // The normal that points north; for a bow that runs due north or south, the one that points west.
  const turn = dx > 0 || (dx === 0 && dy < 0) ? 1 : -1;
  const bend: Point = [middle[0] + turn * dy * RISE * 2, middle[1] - turn * dx * RISE * 2];
  return { from, bend: [bend[0], Math.max(bend[1], middle[1] - 2 * roomAbove(from, to))], to };
}

/** How far a bow may rise over the middle of its ends before its highest point passes the top. */
function roomAbove([, from]: Point, [, to]: Point): number {
  const [middle, half] = [(from + to) / 2 - TOP, (to - from) / 2];
  // A bow whose ends lie at unequal heights is highest nearer to the higher end, above its middle.
  return Math.max(0, middle + Math.sqrt(Math.max(0, middle * middle - half * half))) / 2;
}

/** The point at `progress` (0 to 1) along a bow. */
export function arcAt({ from, bend, to }: Arc, progress: number): Point {
  const rest = 1 - progress;
  const weigh = (axis: 0 | 1) =>
    rest * rest * from[axis] + 2 * rest * progress * bend[axis] + progress * progress * to[axis];
  return [weigh(0), weigh(1)];
}

/** The part of a bow from its beginning to `progress`: it grows along itself and never moves sideways. */
export function arcUpTo(arc: Arc, progress: number): Arc {
  const mix = (a: Point, b: Point): Point => [
    a[0] + (b[0] - a[0]) * progress,
    a[1] + (b[1] - a[1]) * progress,
  ];
  return { from: arc.from, bend: mix(arc.from, arc.bend), to: arcAt(arc, progress) };
}

/** An SVG path of a bow, through the given projection. */
export function formatArc(arc: Arc, project: (point: Point) => Point): string {
  const [from, bend, to] = [project(arc.from), project(arc.bend), project(arc.to)];
  return `M${formatPoint(from)}Q${formatPoint(bend)} ${formatPoint(to)}`;
}

/** A tenth of a pixel is finer than a screen draws; fewer digits are fewer attributes to change. */
const formatPoint = ([x, y]: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
