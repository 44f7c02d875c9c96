import { boxAround, overlaps, type Box } from './box.ts';
import type { Size } from '../projection/camera.ts';
import { boxesAlong, burdenOf, leaderOf, type Leader, type Mark } from './leader.ts';
import type { Point } from '../projection/mercator.ts';

/** A label that wants to stand beside its mark. */
export interface LabelWish extends Mark {
  readonly id: string;
  readonly size: Size;
  /**
   * 0: shown only where there is room beside its mark. 1: also farther off, with a line. 2: however far from its
   * mark. 3: so, whatever else must go.
   */
  readonly weight: 0 | 1 | 2 | 3;
}

/** Where a label stands, and whether a line must lead from it to its mark. */
export interface Label {
  readonly id: string;
  readonly box: Box;
  readonly leader: Leader;
}

/** Space between a mark and its label, and between a label and anything else, in pixels. */
const GAP = 3;

/** Directions by preference: right, left, then above and below, then the corners, and half-way to those. */
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

/** How far out a label may be pushed, ring by ring. The last rings are reached on the smallest phones. */
const RINGS = [0, 8, 16, 26, 38, 52, 68, 86, 106, 130, 160];

/** How many of them, by weight, else all. A line longer than half a phone's inset says less than the panel does. */
const REACH = [3, 7];

/** Who comes first, by weight. What comes and goes with a click comes after what is always there, and moves little of it. */
const RANKS = [0, 1, 3, 2] as const;

/** Marks within so many pixels of each other fight for the same room. */
const CROWD = 60;

/** Layouts that a frame remembers: a reader scrubs to and fro over the same few. */
const REMEMBERED = 128;

/**
 * `placeLabels` with a memory, in a frame and among obstacles that stay: what has been laid out once is not
 * laid out again, so only what comes and goes with the story is compared.
 */
export function createLabelPlacer(
  fixed: readonly Box[],
  frame: Size,
): (wishes: readonly LabelWish[], others: readonly Box[]) => readonly Label[] {
  const known = new Map<string, readonly Label[]>();
  return (wishes, others) => {
    const key = JSON.stringify([wishes, others]);
    const labels = known.get(key) ?? placeLabels(wishes, [...fixed, ...others], frame);
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, labels);
    return labels;
  };
}

/** How often a crowded frame is laid out anew, each time with those first who found no room. */
const TRIES = 4;

/**
 * Places labels one after another, the weightiest first and of those the loneliest, each at the free spot around its
 * mark where it is read best: never over another label, a mark, an obstacle, or the frame's edge. A needed label
 * that finds no room is put first in the next try; the try that loses least wins. The same wishes give the same labels, so
 * scrubbing back undoes what scrubbing forward did.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  obstacles: readonly Box[],
  frame: Size,
): readonly Label[] {
  const taken = [...obstacles, ...wishes.map(({ at, radius }) => boxAround(at, radius))];
  let order = wishes
    .map((wish) => ({ wish, crowd: crowdOf(wish, wishes) }))
    .sort((a, b) => RANKS[b.wish.weight] - RANKS[a.wish.weight] || a.crowd - b.crowd)
    .map(({ wish }) => wish);
  let best: readonly Label[] = [];
  let least = Infinity;
  for (let tries = 0; least > 0 && tries <= TRIES; tries++) {
    // Where nothing else helps, a name may stand on another's leader.
    const labels = placeInOrder(order, taken, frame, tries === TRIES);
    const missing = wishes.filter(
      (wish) => wish.weight > 0 && !labels.some((label) => label.id === wish.id),
    );
    // No number of the lesser outweighs one of the greater.
    const loss = missing.reduce((sum, { weight }) => sum + 1000 ** (weight - 1), 0);
    if (loss < least) [best, least] = [labels, loss];
    order = [...missing, ...order.filter((wish) => !missing.includes(wish))];
  }
  return best;
}

/** How many wishes fight for the room about one of them, itself among them. */
const crowdOf = ({ at: [x, y] }: LabelWish, wishes: readonly LabelWish[]): number =>
  wishes.filter(({ at }) => Math.hypot(at[0] - x, at[1] - y) < CROWD).length;

/** A frame, all marks in it, and what is taken of it so far. */
interface Room {
  readonly frame: Size;
  readonly marks: readonly Mark[];
  readonly taken: readonly Box[];
}

function placeInOrder(
  wishes: readonly LabelWish[],
  obstacles: readonly Box[],
  frame: Size,
  overLeaders = false,
): readonly Label[] {
  const taken = [...obstacles];
  const placed: Label[] = [];
  for (const wish of wishes) {
    const label = placeLabel(wish, { frame, marks: wishes, taken });
    if (!label) continue;
    placed.push(label);
    taken.push(label.box, ...(overLeaders ? [] : boxesAlong(label.leader)));
  }
  return placed;
}

function placeLabel(wish: LabelWish, room: Room): Label | null {
  const box = besideFor(wish, room) ?? (wish.weight > 1 ? anywhereFor(wish, room) : undefined);
  return box ? { id: wish.id, box, leader: leaderOf(wish, box, room.marks) } : null;
}

/** Ring by ring, direction by direction, until a ring alone is as great a burden as the best spot found. */
function besideFor(wish: LabelWish, room: Room): Box | undefined {
  let best: Box | undefined;
  let least = Infinity;
  for (const ring of RINGS.slice(0, REACH[wish.weight])) {
    for (const direction of DIRECTIONS) {
      if (ring >= least) return best;
      const box = boxBeside(wish, direction, ring, room.frame);
      const burden = isFree(box, room) ? ring + burdenOf(wish, box, room) : Infinity;
      if (burden < least) [best, least] = [box, burden];
    }
  }
  return best;
}

/** The search for a last free spot goes over the whole frame in steps of so many pixels. */
const STRIDE = 6;

/** Where the rings have no room left: the free spot nearest to the mark, wherever it is. */
function anywhereFor({ at, size }: LabelWish, room: Room): Box | undefined {
  const { width, height } = room.frame;
  let best: Box | undefined;
  let nearest = Infinity;
  for (let y = GAP; y <= height - size.height - GAP; y += STRIDE) {
    for (let x = GAP; x <= width - size.width - GAP; x += STRIDE) {
      const distance = Math.hypot(x + size.width / 2 - at[0], y + size.height / 2 - at[1]);
      if (distance >= nearest || !isFree({ x, y, ...size }, room)) continue;
      [best, nearest] = [{ x, y, ...size }, distance];
    }
  }
  return best;
}

/** What would reach out of the frame is pushed back into it. */
function boxBeside(
  { at, radius, size }: LabelWish,
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

function isFree(box: Box, { frame: { width, height }, taken }: Room): boolean {
  if (box.x < GAP || box.x + box.width > width - GAP) return false;
  if (box.y < GAP || box.y + box.height > height - GAP) return false;
  for (const other of taken) if (overlaps(box, other)) return false;
  return true;
}
