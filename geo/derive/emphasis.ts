import type { Position } from 'geojson';
import { isInFrame, isWithin, pixelArea, type Frame } from './plane.ts';

/** The area of the story's frame. Outside of it, detail is reduced. */
const FOCUS: Frame = [84, -26, 302, 64];

/** The area of the story's main places. Its vertices have this weight. */
const CORE: Frame = [105, 18, 146, 46];
const CORE_EMPHASIS = 2;

/** Islands that are kept although they are small. */
const LANDMARKS: readonly Position[] = [
  [103.82, 1.36], // Singapore
];

/** How many degrees a point lies outside the focus area; 0 inside. */
export function degreesOutsideFocus([lon = 0, lat = 0]: Position): number {
  const [west, south, east, north] = FOCUS;
  return Math.max(west - lon, lon - east, south - lat, lat - north, 0);
}

export function cosine(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}

/** The weight of a vertex at a point. */
type Emphasis = (point: Position) => number;

/** An emphasis with the core's weight in the core. */
export const withCore =
  (emphasis: Emphasis): Emphasis =>
  (point) =>
    isInFrame(point, CORE) ? CORE_EMPHASIS : emphasis(point);

/** Whether a ring has at least so many weighted square pixels, or contains a landmark. */
export function isSeen(ring: Position[], least: number, emphasis: Emphasis): boolean {
  if (pixelArea(ring) * Math.max(...ring.map(emphasis)) >= least) return true;
  return LANDMARKS.some((landmark) => isWithin(landmark, ring));
}
