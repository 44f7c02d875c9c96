import type { Inset } from '../../story/story.ts';
import { aspectOf, type Project, type Size } from '../projection/camera.ts';
import type { Box } from '../labels/box.ts';
import { mercatorAt, type Point } from '../projection/mercator.ts';

/** Narrower than this, in pixels, the insets of a map stand below the world instead of in its ocean. */
export const NARROW = 620;

/** Share of the world's width that an inset takes, and where its middle stands: in the empty Pacific. */
export const SHARE = 0.355;
export const MIDDLE = 0.52;

/**
 * In the ocean insets together are no taller than this share of the world's height, but for the space between them.
 * So high because a flat world leaves them little: at 0.62 the names of main places found no room on a phone held across.
 */
export const HIGHEST = 0.8;

/** Below a narrow world an inset is no taller than this share of its width: the transport must fit too. */
export const TALLEST = 0.78;

/** Space below an inset in the ocean, in pixels. */
export const FOOT = 10;

/**
 * An inset's rectangle: over the world from its top left corner, the first of `all` lowest, or by itself below it when
 * narrow, unless a frame says where apart from it.
 */
export function boxOf(
  inset: Inset,
  all: readonly Inset[],
  world: Size,
  narrow: boolean,
  apart?: Box | null,
): Box {
  if (narrow && apart) return apart;
  const aspect = aspectOf(inset.bounds);
  const widest = narrow ? world.width : world.width * SHARE;
  const tallest = narrow ? world.width * TALLEST : (world.height * HIGHEST) / all.length;
  const height = Math.round(Math.min(tallest, widest / aspect));
  const width = narrow ? world.width : Math.round(height * aspect);
  if (narrow) return { x: 0, y: 0, width, height };
  return {
    x: Math.round(world.width * MIDDLE - width / 2),
    y: world.height - height - FOOT - all.indexOf(inset) * Math.round(tallest + FOOT),
    width,
    height,
  };
}

/**
 * The insets of a world with their boxes, and where the corner of what they show lies on the whole map: in
 * the world's ocean, or one below the other under it or beside it, each with a line before it.
 */
export function placeInsets<Held extends { readonly shape: Inset }>(
  held: readonly Held[],
  all: readonly Inset[],
  world: Size,
  narrow: boolean,
  apart?: Box | null,
): readonly (Held & { readonly box: Box; readonly at: Point })[] {
  let foot = world.height;
  return held.map((one) => {
    const box = boxOf(one.shape, all, world, narrow, apart);
    const above = box.x > 0 ? world.height : -1;
    const at: Point = narrow ? [box.x, foot - above] : [box.x, box.y];
    foot += box.height + 1;
    return { ...one, box, at };
  });
}

/** The same part of the world where it lies on the world's own frame, in pixels. */
export function extentOf({ bounds: [west, south, east, north] }: Inset, project: Project): Box {
  const [left, top] = project(mercatorAt([west, north]));
  const [right, bottom] = project(mercatorAt([east, south]));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Where an inset's own name stands, which labels keep clear. */
export const nameplateOf = ({ width }: Size): Box => ({
  x: 0,
  y: 0,
  width: Math.min(width, 130),
  height: 22,
});

/** The two lines that tie an inset to its part of the world: from `extent` to the corners of `box`. */
export function tiesOf(
  extent: Box,
  box: Box,
  world: Size,
  narrow: boolean,
): readonly (readonly [from: Point, to: Point])[] {
  const { x: left, y: top } = extent;
  const [right, bottom] = [left + extent.width, top + extent.height];
  // Apart, but not from the left edge on: beside the world.
  if (narrow && box.x === 0) {
    return [
      [
        [left, bottom],
        [0, world.height],
      ],
      [
        [right, bottom],
        [box.width, world.height],
      ],
    ];
  }
  return [
    [
      [right, top],
      [box.x, box.y],
    ],
    [
      [narrow ? right : left, bottom],
      [box.x, box.y + box.height],
    ],
  ];
}
