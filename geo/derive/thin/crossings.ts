import type { Position } from 'geojson';

/** One segment of an arc: from its vertex `index` to the next. */
export interface Segment {
  arc: number;
  index: number;
  a: Position;
  b: Position;
}

/** On which side of the line from a to b the point c lies: −1, 0 or 1. */
function sideOf(
  [ax = 0, ay = 0]: Position,
  [bx = 0, by = 0]: Position,
  [cx = 0, cy = 0]: Position,
): number {
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
}

function isSame(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** Whether two segments share an end: neighbours along a line, or lines that end in one point. */
function isJoint(p: Segment, q: Segment): boolean {
  return isSame(p.a, q.a) || isSame(p.a, q.b) || isSame(p.b, q.a) || isSame(p.b, q.b);
}

/** Whether two segments have a common point. It is exact for integers only, so use grid steps. */
function isMeeting(p: Segment, q: Segment): boolean {
  if (southOf(p) > northOf(q) || southOf(q) > northOf(p)) return false;
  const partsQ = sideOf(p.a, p.b, q.a) * sideOf(p.a, p.b, q.b);
  const partsP = sideOf(q.a, q.b, p.a) * sideOf(q.a, q.b, p.b);
  return partsQ <= 0 && partsP <= 0;
}

/** Whether two segments cross at an inner point of both. */
export function isCrossing([p, q]: [Segment, Segment]): boolean {
  const partsQ = sideOf(p.a, p.b, q.a) * sideOf(p.a, p.b, q.b);
  const partsP = sideOf(q.a, q.b, p.a) * sideOf(q.a, q.b, p.b);
  return partsQ < 0 && partsP < 0;
}

function segmentsOf(arcs: readonly Position[][]): Segment[] {
  return arcs.flatMap((points, arc) =>
    points.slice(1).map((b, index) => ({ arc, index, a: points[index] ?? [], b })),
  );
}

const westOf = ({ a, b }: Segment) => Math.min(a[0] ?? 0, b[0] ?? 0);
const eastOf = ({ a, b }: Segment) => Math.max(a[0] ?? 0, b[0] ?? 0);

const southOf = ({ a, b }: Segment) => Math.min(a[1] ?? 0, b[1] ?? 0);
const northOf = ({ a, b }: Segment) => Math.max(a[1] ?? 0, b[1] ?? 0);

/** All pairs of segments that cross or touch, except at shared ends. Found by a sweep from west to east. */
export function meetingsOf(arcs: readonly Position[][]): [Segment, Segment][] {
  const found: [Segment, Segment][] = [];
  let open: Segment[] = [];
  for (const next of segmentsOf(arcs).sort((p, q) => westOf(p) - westOf(q))) {
    open = open.filter((segment) => eastOf(segment) >= westOf(next));
    const met = open.filter((segment) => isMeeting(segment, next) && !isJoint(segment, next));
    found.push(...met.map((segment): [Segment, Segment] => [segment, next]));
    open.push(next);
  }
  return found;
}
