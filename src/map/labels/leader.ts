import { sampleLine } from '../projection/sample-line.ts';
import { boxAround, nearestOn, overlaps, type Box } from './box.ts';
import type { Point } from '../projection/mercator.ts';

/** The mark that a label names: its middle and radius, in pixels. */
export interface Mark {
  readonly at: Point;
  readonly radius: number;
}

/** A line from a mark's edge to its label; null if the label is beside the mark. */
export type Leader = readonly [Point, Point] | null;

/** Farther from its mark than this, in pixels, a label needs a line. */
const NEAR = 10;

/** Height of a label's visible part, in pixels. Its touch target is higher. */
const PLATE = 22;

/** Costs of a leader, in pixels: if another mark is nearer, and for each box that the line crosses. */
const NEARER_OTHER_COST = 10;
const CROSSING_COST = 8;

const plateOf = (box: Box): Box => ({
  ...box,
  y: box.y + (box.height - PLATE) / 2,
  height: PLATE,
});

/** Distance from a label's plate to the edge of a mark. */
function distanceTo(box: Box, { at, radius }: Mark): number {
  const [x, y] = nearestOn(plateOf(box), at);
  return Math.hypot(x - at[0], y - at[1]) - radius;
}

/** Whether a label is nearer to another mark than to its own, by more than 2 px. */
function isNearerToOther(box: Box, own: Mark, marks: readonly Mark[]): boolean {
  const distance = distanceTo(box, own) - 2;
  return marks.some((other) => other !== own && distanceTo(box, other) < distance);
}

/** The line that a label needs so that it is not read as the label of another mark. */
export function leaderOf(own: Mark, box: Box, marks: readonly Mark[]): Leader {
  const { at, radius } = own;
  const end = nearestOn(plateOf(box), at);
  const distance = Math.hypot(end[0] - at[0], end[1] - at[1]);
  // In a touch target the plate is farther from the mark. That alone is no reason for a line.
  const margin = NEAR + (box.height - PLATE) / 2;
  if (distance - radius <= margin && !isNearerToOther(box, own, marks)) return null;
  const share = radius / distance;
  const start: Point = [at[0] + (end[0] - at[0]) * share, at[1] + (end[1] - at[1]) * share];
  return [start, end];
}

/** All marks, and all boxes that a leader may cross. */
interface Surroundings {
  readonly marks: readonly Mark[];
  readonly taken: readonly Box[];
}

/** Cost of a label's position, in pixels: how hard it is to find the label's mark. 0 if it needs no line. */
export function costOf(own: Mark, box: Box, { marks, taken }: Surroundings): number {
  const leader = leaderOf(own, box, marks);
  if (!leader) return 0;
  const line = boxesAlong(leader);
  const crossed = taken.filter((other) => line.some((each) => overlaps(each, other)));
  const nearerOther = isNearerToOther(box, own, marks) ? NEARER_OTHER_COST : 0;
  return nearerOther + CROSSING_COST * crossed.length;
}

/** Small boxes along a leader. Later labels keep clear of them. */
export const boxesAlong = (leader: Leader): readonly Box[] =>
  leader ? sampleLine(leader, 4).map((point) => boxAround(point, 1)) : [];
