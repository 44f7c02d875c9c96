import type { Position } from 'geojson';
import { mercatorAt } from '../../../src/map/projection/mercator.ts';
import type { Bounds } from '../../../src/story/story.ts';
import { cosine } from '../emphasis.ts';
import { pixelAt, type Frame } from '../plane.ts';

/** A view for which ground is derived. */
export interface View {
  readonly bounds: Bounds;
  /** Pixels of the largest drawing in which the view is shown. */
  readonly width: number;
  readonly height: number;
}

/** Pixels of the view per degree of longitude. */
export function pixelsPerDegree({ bounds, width, height }: View): number {
  const [left, top] = mercatorAt([bounds[0], bounds[3]]);
  const [right, bottom] = mercatorAt([bounds[2], bounds[1]]);
  return Math.min(width / (right - left), height / (bottom - top)) / 360;
}

/** How many square pixels of the view a square pixel of the overview is (`plane.ts`). */
export function magnificationOf(view: View): number {
  const [degree] = pixelAt([1, 0]);
  return (pixelsPerDegree(view) / degree) ** 2;
}

/** Latitude from which Mercator's swelling is taken back, in a view that does not lie there itself. */
const SWELLING = 60;

/** Width over height of the map on most desktops. A view that is narrower is shown with more at its sides. */
const SHAPE = 1.65;

/**
 * How fast the weight of vertices falls outside of what most screens show: at a tenth of its size outside, to a tenth.
 * What is drawn there costs detail where all readers look, and the still map must agree with the live one there.
 */
const FADE = 12;

/**
 * The weight of vertices in and around a view: 1 inside. Outside it falls steadily, because fewer and fewer frames of
 * another shape show so much around the view. The turn of the earth in which a point is written does not matter.
 */
export function emphasisAround({ bounds }: View): (point: Position) => number {
  const [west, north] = pixelAt([bounds[0], bounds[3]]);
  const [east, south] = pixelAt([bounds[2], bounds[1]]);
  const [turn] = pixelAt([360]);
  const width = Math.max(east - west, SHAPE * (north - south));
  const size = Math.max(width, north - south);
  const least = Math.max(SWELLING, Math.abs(bounds[1] + bounds[3]) / 2);
  return (point) => {
    const [x, y] = pixelAt(point);
    const across = (west + east) / 2 - x;
    const beside = Math.abs(across - turn * Math.round(across / turn)) - width / 2;
    const away = Math.max(beside, south - y, y - north, 0) / size;
    const swelling = (cosine(Math.max(least, Math.abs(point[1] ?? 0))) / cosine(least)) ** 2;
    return swelling / (1 + FADE * away) ** 3;
  };
}

/** A view's bounds with so many times its size on every side, as far as the map reaches. */
export function around({ bounds }: View, times: number): Frame {
  const [west, south, east, north] = bounds;
  const [lng, lat] = [(east - west) * times, (north - south) * times];
  return [west - lng, Math.max(-84, south - lat), east + lng, Math.min(85, north + lat)];
}
