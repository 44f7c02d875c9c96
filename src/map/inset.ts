import type { Inset } from '../story/story.ts';
import { aspectOf, type Project, type Size } from './camera.ts';
import type { Box } from './box.ts';
import { mercatorAt } from './mercator.ts';

/** Share of the world's width that an inset takes, and where its middle stands: in the empty Pacific. */
const SHARE = 0.355;
const MIDDLE = 0.52;

/** Below a narrow world an inset is no taller than this share of its width: the transport must fit too. */
const TALLEST = 0.78;

/** Space between an inset and the world's lower edge, in pixels. */
const FOOT = 10;

/** An inset's rectangle: over the world from its top left corner, or by itself below it when narrow. */
export function boxOf({ bounds }: Inset, world: Size, narrow: boolean): Box {
  const aspect = aspectOf(bounds);
  const widest = narrow ? world.width : world.width * SHARE;
  const tallest = narrow ? world.width * TALLEST : world.height * 0.62;
  const height = Math.round(Math.min(tallest, widest / aspect));
  const width = narrow ? world.width : Math.round(height * aspect);
  if (narrow) return { x: 0, y: 0, width, height };
  return {
    x: Math.round(world.width * MIDDLE - width / 2),
    y: world.height - height - FOOT,
    width,
    height,
  };
}

/** The same part of the world where it lies on the world's own frame, in pixels. */
export function extentOf({ bounds: [west, south, east, north] }: Inset, project: Project): Box {
  const [left, top] = project(mercatorAt([west, north]));
  const [right, bottom] = project(mercatorAt([east, south]));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
