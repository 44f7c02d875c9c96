import type { Inset } from '../../story/story.ts';
import { overlaps, type Box } from '../labels/box.ts';
import { textScale } from '../labels/measure-text.ts';
import { createProject, type Camera, type Project, type Size } from '../projection/camera.ts';
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

/** A line from a part of the world to a corner of the inset that shows it, in pixels. */
export type Tie = readonly [from: Point, to: Point];

/** The two lines that connect an inset to its part of the world, `extent`. */
export function tiesOf(extent: Box, box: InsetBox, world: Size): readonly Tie[] {
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
  return [
    [
      [right, top],
      [box.x, box.y],
    ],
    [
      [box.apart ? right : left, bottom],
      [box.x, box.y + box.height],
    ],
  ];
}
