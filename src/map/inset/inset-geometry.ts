import type { Inset } from '../../story/story.ts';
import { overlaps, type Box } from '../labels/box.ts';
import { textScale } from '../labels/measure-text.ts';
import {
  createProject,
  shapeOf,
  type Camera,
  type Project,
  type Size,
} from '../projection/camera.ts';
import { shifted } from '../projection/draw-path.ts';
import { mercatorAt, type Point } from '../projection/mercator.ts';

/** An inset's box in pixels from the map's corner, as the style sheet places it. */
export interface InsetBox extends Box {
  /** Whether it lies below or beside the world, not over the ocean. */
  readonly apart: boolean;
}

/** The box of an inset's part of the world on the world map, in pixels. */
export function extentOf({ bounds: [west, south, east, north] }: Inset, project: Project): Box {
  const [left, top] = project(mercatorAt([west, north]));
  const [right, bottom] = project(mercatorAt([east, south]));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The same on every copy of the world that is in view: two for an inset across the edge of a world map. */
export function extentsOf(inset: Inset, camera: Camera, size: Size): readonly Box[] {
  const project = createProject(camera, size);
  const view = { x: 0, y: 0, ...size };
  return [0, -1, 1]
    .map((copy) => extentOf(inset, shifted(project, copy)))
    .filter((extent) => overlaps(extent, view));
}

/** Size of an inset's own name in pixels (`Inset.svelte`). */
const NAME_SIZE = 11;

/** The box of an inset's own name. Labels keep clear of it. */
export function nameplateOf({ width }: Size): Box {
  const scale = textScale(NAME_SIZE);
  return { x: 0, y: 0, width: Math.min(width, 130 * scale), height: 22 * scale };
}

/** The columns of `slot` as shares of the map's width, as `arrangement.css` reads them. */
const COLUMNS = { left: 0, middle: 0.52, right: 1 };

/** Pixels by which an inset in the lower right corner is higher than others, so that it lies above the buttons. */
const LIFT = 64;

/** Degrees of longitude below which the basemap of an inset has no coast that is worth a tall panel. */
const BARE = 2;

/** The custom properties of an inset for `arrangement.css`. */
export function styleOf({ bounds, slot }: Inset, rank: number): string {
  const { column, row, share } = slot ?? { column: 'middle', row: 'bottom', share: 1 };
  const isBare = bounds[2] - bounds[0] < BARE;
  return [
    `--inset-aspect:${shapeOf(bounds)}`,
    `--rank:${rank}`,
    `--column:${COLUMNS[column]}`,
    `--row:${row === 'top' ? 0 : 1}`,
    `--share:${share}`,
    `--tallest:${isBare ? 0.4 : 0.78}`,
    ...(column === 'right' && row === 'bottom' ? [`--lift:${LIFT}px`] : []),
    '',
  ].join(';');
}

/** A line from a part of the world to a corner of the inset that shows it, in pixels. */
export type Tie = readonly [from: Point, to: Point];

/** The two lines that connect an inset to the first of its extents on the world map; none if that is out of view. */
export const tiesOf = (extents: readonly Box[], box: InsetBox, world: Size): readonly Tie[] =>
  extents.slice(0, 1).flatMap((extent) => tiesBetween(extent, box, world));

function tiesBetween(extent: Box, box: InsetBox, world: Size): readonly Tie[] {
  const { x: left, y: top } = extent;
  const [right, bottom] = [left + extent.width, top + extent.height];
  const below: readonly Tie[] = [
    [
      [left, bottom],
      [0, world.height],
    ],
    [
      [right, bottom],
      [box.width, world.height],
    ],
  ];
  if (box.y >= world.height) return below;
  const lower = box.y + box.height;
  if (box.apart) {
    return [
      [
        [right, top],
        [box.x, box.y],
      ],
      [
        [right, bottom],
        [box.x, lower],
      ],
    ];
  }
  // The side of the inset that faces its part, and the side of the part that is turned away.
  const isRight = box.x + box.width / 2 > (left + right) / 2;
  const side = isRight ? box.x : box.x + box.width;
  const [near, far] = isRight ? [right, left] : [left, right];
  const isLower = box.y + box.height / 2 > (top + bottom) / 2;
  return [
    [
      [isLower ? near : far, top],
      [side, box.y],
    ],
    [
      [isLower ? far : near, bottom],
      [side, lower],
    ],
  ];
}
