import { arcAt, createArc } from '../../../map/projection/arc.ts';
import {
  createProject,
  fitCamera,
  isInside,
  shapeOf,
  type Size,
} from '../../../map/projection/camera.ts';
import { mercatorAt, unwrapTo, type Point } from '../../../map/projection/mercator.ts';
import type { Bounds, Inset, InsetSlot } from '../../story.ts';
import type { EventData, PersonData, PlaceData } from '../../story-data.ts';

/** What an inset must not hide: the story without its insets. */
export interface Shown {
  readonly frame: Bounds;
  readonly places: readonly PlaceData[];
  readonly people: readonly PersonData[];
  readonly events: readonly EventData[];
}

/** A rectangle in pixels. */
interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** The slots in the order in which they are tried. The lower right corner has the buttons. */
const SLOTS: readonly Pick<InsetSlot, 'column' | 'row'>[] = [
  { column: 'middle', row: 'bottom' },
  { column: 'left', row: 'bottom' },
  { column: 'right', row: 'top' },
  { column: 'left', row: 'top' },
  { column: 'middle', row: 'top' },
];

/** Sizes that are tried. Smaller ones cannot be read. */
const SHARES = [1, 0.8, 0.6] as const;

/** Sizes of the map, in pixels, on which a slot must be free: widths and heights on a page, then sizes of frames. */
const WIDTHS = [620, 870, 1240, 1900];
const HEIGHTS = [240, 530, 800];
const FRAMES: readonly Size[] = [
  { width: 360, height: 200 },
  { width: 480, height: 300 },
  { width: 700, height: 300 },
];

/** Radius in pixels of what stands at a place: a table with its seats. */
const RADIUS = 18;
/** Distance in pixels from the edge at which a place outside the map is shown. */
const EDGE = 16;
/** Distance in pixels of an inset from the map's edge. */
const GAP = 10;

/** The sizes of the world, without those that occur twice. */
function sizesOf(frame: Bounds): readonly Size[] {
  const shape = shapeOf(frame);
  const pages = WIDTHS.flatMap((width) =>
    HEIGHTS.map((height) => ({ width, height: Math.min(height, width / shape) })),
  );
  const all = [...pages, ...FRAMES];
  return all.filter(
    (size, index) =>
      all.findIndex(({ width, height }) => width === size.width && height === size.height) ===
      index,
  );
}

/** The box of an inset over a world, as `map/arrangement.css` places it. */
export function insetBoxOf(
  bounds: Bounds,
  { column, row, share }: InsetSlot,
  { frame, count, world }: { frame: Bounds; count: number; world: Size },
): Box {
  const aspect = shapeOf(bounds);
  // The part of the world's width that the story's frame takes. What is beside it is not the story's.
  const fitted = Math.min(world.width, world.height * shapeOf(frame));
  const widest = Math.min(world.width * 0.355, fitted * 0.4);
  const full = Math.min((world.height * 0.8) / count, widest / aspect);
  const height = Math.round(full * share);
  const width = Math.round(height * aspect);
  const x = {
    left: GAP,
    middle: Math.round(world.width * 0.52 - width / 2),
    right: world.width - width - GAP,
  }[column];
  return { x, y: row === 'top' ? GAP : world.height - height - GAP, width, height };
}

/** Points of the plane at which something stands at some moment of the story. Insets show their own places themselves. */
function pointsOf(
  { frame, places, people, events }: Shown,
  insets: readonly Bounds[],
): readonly Point[] {
  const isOnWorld = ({ within, point }: PlaceData): boolean =>
    within === null && !insets.some((bounds) => isInside(bounds, unwrapTo(frame, point)));
  const pointOf = new Map(places.map(({ id, point }) => [id, mercatorAt(unwrapTo(frame, point))]));
  const homeOf = new Map(people.flatMap(({ id, home }) => (home === null ? [] : [[id, home]])));
  const middles = events.flatMap(({ at, status, who }) => {
    const [from, to] = [...new Set(who.flatMap((id) => homeOf.get(id) ?? []))].map((home) =>
      pointOf.get(home),
    );
    return at === null && status === 'planned' && from && to
      ? [arcAt(createArc(from, to), 0.5)]
      : [];
  });
  const marks = places.filter(isOnWorld).map(({ id }) => pointOf.get(id));
  return [...marks, ...middles].filter((point) => point !== undefined);
}

const touches = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** What must stay free on a world of one size. */
function obstaclesOn(
  size: Size,
  frame: Bounds,
  points: readonly Point[],
  insets: readonly Bounds[],
): readonly Box[] {
  const project = createProject(fitCamera(frame, size), size);
  const hold = (at: number, room: number): number => Math.max(EDGE, Math.min(room - EDGE, at));
  const marks = points.map((point): Box => {
    const [x, y] = project(point);
    const [left, top] = [hold(x, size.width) - RADIUS, hold(y, size.height) - RADIUS];
    return { x: left, y: top, width: 2 * RADIUS, height: 2 * RADIUS };
  });
  const parts = insets.map(([west, south, east, north]): Box => {
    const [x, y] = project(mercatorAt([west, north]));
    const [right, bottom] = project(mercatorAt([east, south]));
    return { x, y, width: right - x, height: bottom - y };
  });
  return [...marks, ...parts];
}

/**
 * Where each inset lies over the world: in the first slot in which it hides nothing of the story, at any moment and on any
 * usual screen. Null if there is not such a slot for each of them: then they lie below the world.
 */
export function placeInsets(
  shapes: readonly Omit<Inset, 'slot'>[],
  shown: Shown,
): readonly InsetSlot[] | null {
  if (shapes.length === 0) return [];
  const { frame } = shown;
  const bounds = shapes.map((shape) => shape.bounds);
  const points = pointsOf(shown, bounds);
  const worlds = sizesOf(frame).map((size) => ({
    size,
    obstacles: obstaclesOn(size, frame, points, bounds),
  }));
  const slots: InsetSlot[] = [];
  for (const shape of bounds) {
    const isFree = (slot: InsetSlot): boolean =>
      worlds.every(({ size, obstacles }) => {
        const map = { frame, count: bounds.length, world: size };
        const box = insetBoxOf(shape, slot, map);
        const taken = slots.map((other, index) => insetBoxOf(bounds[index] ?? shape, other, map));
        return ![...obstacles, ...taken].some((other) => touches(box, other));
      });
    const slot = SHARES.flatMap((share) => SLOTS.map((one): InsetSlot => ({ ...one, share }))).find(
      isFree,
    );
    if (!slot) return null;
    slots.push(slot);
  }
  return slots;
}
