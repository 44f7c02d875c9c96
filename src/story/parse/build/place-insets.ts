import { arcAt, createArc } from '../../../map/projection/arc.ts';
import {
  createProject,
  fitCamera,
  isInside,
  shapeOf,
  type Size,
} from '../../../map/projection/camera.ts';
import { mercatorAt, unwrapTo, type Point } from '../../../map/projection/mercator.ts';
import type { Warning, WarningCode } from '../faults/warning.ts';
import type { Entry } from '../schema/schema.ts';
import type { Bounds, Inset, InsetSlot } from '../../story.ts';
import type { EventData, PersonData, PlaceData } from '../../story-data.ts';

/** An inset whose place is not known. `slot` is where its author wants it; null if that does not matter. */
export interface InsetShape extends Omit<Inset, 'slot'> {
  readonly slot: NonNullable<Entry<'inset'>['slot']> | null;
}

/** An inset with its place in the file. */
type Ordered = InsetShape & { readonly index: number };

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

/** No inset takes it by itself. An author may write it. */
const ABOVE_BUTTONS: Pick<InsetSlot, 'column' | 'row'> = { column: 'right', row: 'bottom' };

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

/**
 * Width and height, in pixels, of the map's buttons in the lower right corner: a row of three for fingers, or two rows for
 * a mouse.
 */
const BUTTONS = { width: 146, height: 74 };

/** The buttons, for an inset that lies above them. Others are not as wide as to reach them. */
const buttonsBy = ({ column, row }: InsetSlot, { width, height }: Size): readonly Box[] =>
  column === 'right' && row === 'bottom'
    ? [{ x: width - BUTTONS.width, y: height - BUTTONS.height, ...BUTTONS }]
    : [];

/** The column and row that a name of a slot stands for. */
function slotNamed(name: NonNullable<InsetShape['slot']>): Pick<InsetSlot, 'column' | 'row'> {
  const [row, column] = name.split('-');
  return { row, column } as Pick<InsetSlot, 'column' | 'row'>;
}

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
  const lift = column === 'right' ? BUTTONS.height - GAP : 0;
  const low = Math.max(GAP, world.height - height - GAP - lift);
  return { x, y: row === 'top' ? GAP : low, width, height };
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

/** Where the insets lie, and what is to be said about it. */
export interface Placement {
  /** In the order of the insets. Null: below the world. Either all of them are, or none. */
  readonly slots: readonly (InsetSlot | null)[];
  readonly warnings: readonly Warning[];
}

const warningOf = (index: number, code: WarningCode, message: string): Warning => ({
  path: code === 'inset-below' ? ['insets', index] : ['insets', index, 'slot'],
  code,
  message,
});

const belowOf = (shapes: readonly InsetShape[], warnings: readonly Warning[]): Placement => ({
  slots: shapes.map(() => null),
  warnings,
});

/** All insets below the world, as the author of one of them wants it. */
const placeBelow = (shapes: readonly InsetShape[]): Placement =>
  belowOf(
    shapes,
    shapes.flatMap(({ slot }, index) =>
      slot === null || slot === 'below'
        ? []
        : warningOf(
            index,
            'ignored',
            'is not used: another inset is to lie below the map, and then all do. Remove it, or "below".',
          ),
    ),
  );

/**
 * Where each inset lies over the world: where its author wants it, or else in the first slot in which it hides nothing of
 * the story, at any moment and on any usual screen. All of them lie below the world if there is no such slot for one.
 */
export function placeInsets(shapes: readonly InsetShape[], shown: Shown): Placement {
  if (shapes.some(({ slot }) => slot === 'below')) return placeBelow(shapes);
  const { frame } = shown;
  const bounds = shapes.map((shape) => shape.bounds);
  const points = shapes.length === 0 ? [] : pointsOf(shown, bounds);
  const worlds = sizesOf(frame).map((size) => ({
    size,
    obstacles: obstaclesOn(size, frame, points, bounds),
  }));
  const slots: (InsetSlot | null)[] = shapes.map(() => null);
  /** Whether an inset hides nothing there; or, with `others`, only no other inset that has its slot already. */
  const isFree = ({ bounds: shape, index }: Ordered, slot: InsetSlot, others = false): boolean =>
    worlds.every(({ size, obstacles }) => {
      const map = { frame, count: bounds.length, world: size };
      const box = insetBoxOf(shape, slot, map);
      const boxes = shapes.flatMap((other, at) => {
        const its = at === index ? null : slots[at];
        return its ? [insetBoxOf(other.bounds, its, map)] : [];
      });
      const marks = others ? [] : [...obstacles, ...buttonsBy(slot, size)];
      return ![...marks, ...boxes].some((other) => touches(box, other));
    });
  /** The map hides an inset that is less than twice as large as its part of the world (`map/Map.svelte`). */
  const isShown = ({ bounds: shape }: Ordered, slot: InsetSlot): boolean =>
    worlds.some(({ size }) => {
      const [west, south, east, north] = shape;
      const project = createProject(fitCamera(frame, size), size);
      const [left] = project(mercatorAt([west, north]));
      const [right] = project(mercatorAt([east, south]));
      const { width } = insetBoxOf(shape, slot, { frame, count: bounds.length, world: size });
      return width > 2 * (right - left);
    });
  /** The names of the slots, the one above the buttons too, in which an inset hides nothing at some size. */
  const freeNames = (inset: Ordered): readonly string[] =>
    [...SLOTS, ABOVE_BUTTONS]
      .filter((one) =>
        SHARES.some((share) => {
          const slot = { ...one, share };
          return isFree(inset, slot) && isShown(inset, slot);
        }),
      )
      .map(({ row, column }) => `"${row}-${column}"`);
  /** Those of the authors first, so that the others keep clear of them. */
  const order = shapes
    .map((shape, index): Ordered => ({ ...shape, index }))
    .sort((a, b) => Number(a.slot === null) - Number(b.slot === null));
  const hiding: Ordered[] = [];
  for (const inset of order) {
    const { slot: wanted, index } = inset;
    const tried = SHARES.flatMap((share) =>
      (wanted ? [slotNamed(wanted)] : SLOTS).map((one): InsetSlot => ({ ...one, share })),
    );
    const free = tried.find((slot) => isFree(inset, slot) && (wanted || isShown(inset, slot)));
    if (!free && wanted === null) {
      return belowOf(shapes, [warningOf(index, 'inset-below', sayBelow(freeNames(inset)))]);
    }
    slots[index] = free ?? tried.find((one) => isFree(inset, one, true)) ?? tried.at(-1) ?? null;
    if (!free) hiding.push(inset);
  }
  // Only now, because a slot may be one that another inset has taken later.
  const warnings = hiding.map((inset) =>
    warningOf(inset.index, 'inset-hides', sayHides(freeNames(inset))),
  );
  return { slots, warnings };
}

/** Only the slot above the buttons may be free: no inset takes it by itself. */
const sayBelow = (free: readonly string[]): string =>
  free.length > 0
    ? `would hide something of the story in every slot that it takes by itself, so insets lie below the map. Free is ${free.join(', ')}: write it as its "slot".`
    : `would hide something of the story in every corner of the map, or be too small there, so insets lie below the map. Make the frame larger or the bounds smaller, or write fewer insets.`;

const sayHides = (free: readonly string[]): string => {
  const remedy =
    free.length > 0
      ? `Free: ${free.join(', ')}. Write one of these.`
      : `No slot is free. Write "below", so that all insets lie below the map. Or make the frame larger or the bounds smaller.`;
  return `hides something of the story there on some screens. ${remedy}`;
};
