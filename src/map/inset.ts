import type { Inset } from '../story/story.ts';
import { aspectOf, type Size } from './camera.ts';
import type { Box } from './labels.ts';

/** Share of the world's width that an inset takes, and where its middle stands: in the empty Pacific. */
const SHARE = 0.36;
const MIDDLE = 0.495;

/** Space between an inset and the world's lower edge, in pixels. */
const FOOT = 10;

/** An inset's rectangle: over the world from its top left corner, or by itself below it when narrow. */
export function boxOf({ bounds }: Inset, world: Size, narrow: boolean): Box {
  const width = narrow ? world.width : Math.round(world.width * SHARE);
  const tallest = narrow ? Infinity : world.height * 0.62;
  const height = Math.round(Math.min(tallest, width / aspectOf(bounds)));
  if (narrow) return { x: 0, y: 0, width, height };
  return {
    x: Math.round(world.width * MIDDLE - width / 2),
    y: world.height - height - FOOT,
    width,
    height,
  };
}
