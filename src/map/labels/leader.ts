import { sampleLine } from '../projection/sample-line.ts';
import { boxAround, nearestOn, overlaps, type Box } from './box.ts';
import type { Point } from '../projection/mercator.ts';

/** What a label names: a mark's middle and radius, in pixels. */
export interface Mark {
  readonly at: Point;
  readonly radius: number;
}

/** A line from a mark's edge to its label's; null where the two are neighbours. */
export type Leader = readonly [Point, Point] | null;

/** Farther from its mark than this, in pixels, a label is tied to it by a line. */
const NEAR = 10;

/** What is seen of a label: a target for fingers is taller. */
const PLATE = 22;

/** What a line from a label to its mark weighs, in pixels: where another mark is nearer, and for each thing it crosses. */
const STRANGE = 10;
const CROSSED = 8;

const plateOf = (box: Box): Box => ({
  ...box,
  y: box.y + (box.height - PLATE) / 2,
  height: PLATE,
});

/** From a label's plate to the edge of a mark. */
function distanceTo(box: Box, { at, radius }: Mark): number {
  const [x, y] = nearestOn(plateOf(box), at);
  return Math.hypot(x - at[0], y - at[1]) - radius;
}

/** Whether a label lies nearer to another of these marks than to its own. */
function isStranger(box: Box, own: Mark, marks: readonly Mark[]): boolean {
  const distance = distanceTo(box, own) - 2;
  return marks.some((other) => other !== own && distanceTo(box, other) < distance);
}

/** The line that a label needs, among these marks, not to be read as another's. */
export function leaderOf(own: Mark, box: Box, marks: readonly Mark[]): Leader {
  const { at, radius } = own;
  const end = nearestOn(plateOf(box), at);
  const distance = Math.hypot(end[0] - at[0], end[1] - at[1]);
  // A touch target keeps its plate farther off than a mouse's; that alone is no reason for a line.
  const margin = NEAR + (box.height - PLATE) / 2;
  if (distance - radius <= margin && !isStranger(box, own, marks)) return null;
  const share = radius / distance;
  const start: Point = [at[0] + (end[0] - at[0]) * share, at[1] + (end[1] - at[1]) * share];
  return [start, end];
}

/** All marks among which a label is read, and all that its line may cross. */
interface Company {
  readonly marks: readonly Mark[];
  readonly taken: readonly Box[];
}

/** How hard it is to find a label's mark, in pixels: not at all where they are neighbours. */
export function burdenOf(own: Mark, box: Box, { marks, taken }: Company): number {
  const leader = leaderOf(own, box, marks);
  if (!leader) return 0;
  const line = boxesAlong(leader);
  const crossed = taken.filter((other) => line.some((bead) => overlaps(bead, other)));
  return (isStranger(box, own, marks) ? STRANGE : 0) + CROSSED * crossed.length;
}

/** Small boxes along a leader, so that no later name is written across it. */
export const boxesAlong = (leader: Leader): readonly Box[] =>
  leader ? sampleLine(leader, 4).map((point) => boxAround(point, 1)) : [];
