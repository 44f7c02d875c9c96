import { boxAround, overlaps, type Box } from './box.ts';
import type { Size } from '../projection/camera.ts';
import { boxesAlong, costOf, leaderOf, type Leader, type Mark } from './leader.ts';
import type { Point } from '../projection/mercator.ts';

/** A label to be placed near its mark. */
export interface LabelRequest extends Mark {
  readonly id: string;
  readonly size: Size;
  /**
   * 0: placed only beside its mark. 1: also farther off, with a line. 2: anywhere in the frame. 3: anywhere, even if
   * other labels are then left out.
   */
  readonly weight: 0 | 1 | 2 | 3;
}

/** Position of a label, and the line to its mark if it needs one. */
export interface Label {
  readonly id: string;
  readonly box: Box;
  readonly leader: Leader;
}

/** Space between a mark and its label, and between a label and anything else, in pixels. */
const GAP = 3;

/** Directions in order of preference: right, left, above, below, the corners, and half-way to the corners. */
const DIRECTIONS: readonly Point[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
  [1, -0.5],
  [1, 0.5],
  [-1, -0.5],
  [-1, 0.5],
];

/** Distances from the mark that are tried, in pixels. The last ones are needed on the smallest phones. */
const RINGS = [0, 8, 16, 26, 38, 52, 68, 86, 106, 130, 160];

/** Number of rings for weights 0 and 1; other weights use all. Longer lines would help less than the panel does. */
const REACH = [3, 7];

/** Order of placing, by weight: a selected place comes after main places, so that a click moves few labels. */
const RANKS = [0, 1, 3, 2] as const;

/** Marks closer than this, in pixels, compete for the same room. */
const CROWD = 60;

/** Most layouts in a placer's cache: a reader often scrubs back and forth over the same moments. */
const CACHE_SIZE = 128;

/** `placeLabels` with a cache, for one frame and fixed obstacles. The key is what changes with the story. */
export function createLabelPlacer(
  fixed: readonly Box[],
  frame: Size,
): (requests: readonly LabelRequest[], others: readonly Box[]) => readonly Label[] {
  const cache = new Map<string, readonly Label[]>();
  return (requests, others) => {
    const key = JSON.stringify([requests, others]);
    const labels = cache.get(key) ?? placeLabels(requests, [...fixed, ...others], frame);
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(key, labels);
    return labels;
  };
}

/** How often a crowded frame is laid out again, each time with the labels first that found no room. */
const TRIES = 4;

/**
 * Places labels one after another: by weight, then those with the fewest marks nearby. Each goes to the free position
 * around its mark with the lowest cost, never over another label, a mark, an obstacle, or the frame's edge. If a label
 * of weight 1 or more finds no room, it is placed first in the next try. The try that loses least is taken. The same
 * requests always give the same labels, so scrubbing back restores the labels of before.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  obstacles: readonly Box[],
  frame: Size,
): readonly Label[] {
  const taken = [...obstacles, ...requests.map(({ at, radius }) => boxAround(at, radius))];
  let order = requests
    .map((request) => ({ request, crowd: crowdOf(request, requests) }))
    .sort((a, b) => RANKS[b.request.weight] - RANKS[a.request.weight] || a.crowd - b.crowd)
    .map(({ request }) => request);
  let best: readonly Label[] = [];
  let least = Infinity;
  for (let tries = 0; least > 0 && tries <= TRIES; tries++) {
    // In the last try a name may cover the leader of another one.
    const labels = placeInOrder(order, taken, frame, tries === TRIES);
    const missing = requests.filter(
      (request) => request.weight > 0 && !labels.some((label) => label.id === request.id),
    );
    // Weights count 1,000 times more than the next lower one, so that they are never outnumbered.
    const loss = missing.reduce((sum, { weight }) => sum + 1000 ** (weight - 1), 0);
    if (loss < least) [best, least] = [labels, loss];
    order = [...missing, ...order.filter((request) => !missing.includes(request))];
  }
  return best;
}

/** The number of requests near this one, itself among them. */
const crowdOf = ({ at: [x, y] }: LabelRequest, requests: readonly LabelRequest[]): number =>
  requests.filter(({ at }) => Math.hypot(at[0] - x, at[1] - y) < CROWD).length;

/** A frame, all marks in it, and the boxes that are taken so far. */
interface Occupancy {
  readonly frame: Size;
  readonly marks: readonly Mark[];
  readonly taken: readonly Box[];
}

function placeInOrder(
  requests: readonly LabelRequest[],
  obstacles: readonly Box[],
  frame: Size,
  overLeaders = false,
): readonly Label[] {
  const taken = [...obstacles];
  const placed: Label[] = [];
  for (const request of requests) {
    const label = placeLabel(request, { frame, marks: requests, taken });
    if (!label) continue;
    placed.push(label);
    taken.push(label.box, ...(overLeaders ? [] : boxesAlong(label.leader)));
  }
  return placed;
}

function placeLabel(request: LabelRequest, occupancy: Occupancy): Label | null {
  const box =
    findNear(request, occupancy) ??
    (request.weight > 1 ? findAnywhere(request, occupancy) : undefined);
  return box ? { id: request.id, box, leader: leaderOf(request, box, occupancy.marks) } : null;
}

/** Tries ring by ring and direction by direction, until a ring alone costs as much as the best position found. */
function findNear(request: LabelRequest, occupancy: Occupancy): Box | undefined {
  let best: Box | undefined;
  let least = Infinity;
  for (const ring of RINGS.slice(0, REACH[request.weight])) {
    for (const direction of DIRECTIONS) {
      if (ring >= least) return best;
      const box = boxBeside(request, direction, ring, occupancy.frame);
      const cost = isFree(box, occupancy) ? ring + costOf(request, box, occupancy) : Infinity;
      if (cost < least) [best, least] = [box, cost];
    }
  }
  return best;
}

/** Step of the search over the whole frame, in pixels. */
const STRIDE = 6;

/** If no ring has room: the free position in the whole frame that is nearest to the mark. */
function findAnywhere({ at, size }: LabelRequest, occupancy: Occupancy): Box | undefined {
  const { width, height } = occupancy.frame;
  let best: Box | undefined;
  let nearest = Infinity;
  for (let y = GAP; y <= height - size.height - GAP; y += STRIDE) {
    for (let x = GAP; x <= width - size.width - GAP; x += STRIDE) {
      const distance = Math.hypot(x + size.width / 2 - at[0], y + size.height / 2 - at[1]);
      if (distance >= nearest || !isFree({ x, y, ...size }, occupancy)) continue;
      [best, nearest] = [{ x, y, ...size }, distance];
    }
  }
  return best;
}

/** The box in a direction from the mark, moved into the frame if it would reach out of it. */
function boxBeside(
  { at, radius, size }: LabelRequest,
  [dx, dy]: Point,
  ring: number,
  frame: Size,
): Box {
  const { width, height } = size;
  const hold = (start: number, room: number): number => Math.max(GAP, Math.min(room - GAP, start));
  const out = radius + GAP + ring;
  return {
    x: hold(at[0] - width / 2 + dx * (out + width / 2), frame.width - width),
    y: hold(at[1] - height / 2 + dy * (out + height / 2), frame.height - height),
    width,
    height,
  };
}

function isFree(box: Box, { frame: { width, height }, taken }: Occupancy): boolean {
  if (box.x < GAP || box.x + box.width > width - GAP) return false;
  if (box.y < GAP || box.y + box.height > height - GAP) return false;
  for (const other of taken) if (overlaps(box, other)) return false;
  return true;
}
