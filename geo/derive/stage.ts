import type { Position } from 'geojson';
import { isInFrame, isWithin, pixelArea, type Frame } from './plane.ts';

/** Where the reader looks first. */
const STAGE: Frame = [84, -26, 302, 64];

/** Where a story of this region happens, and where coasts are looked at closest: a bend counts twice. */
const HEART: Frame = [105, 18, 146, 46];
const HEARTFELT = 2;

/** Small, but a map without them reads wrong. */
const LANDMARKS: readonly Position[] = [
  [103.82, 1.36], // Singapore
];

/** How many degrees a point lies off the stage; 0 on it. */
export function awayFromStage([lon = 0, lat = 0]: Position): number {
  const [west, south, east, north] = STAGE;
  return Math.max(west - lon, lon - east, south - lat, lat - north, 0);
}

export function cosine(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}

/** How much a bend at a point counts. */
type Emphasis = (point: Position) => number;

/** The same, but at the heart as much as anything can. */
export const heartfelt =
  (emphasis: Emphasis): Emphasis =>
  (point) =>
    isInFrame(point, HEART) ? HEARTFELT : emphasis(point);

/** Is a ring worth so many square pixels, or known to everybody? */
export function isSeen(ring: Position[], least: number, emphasis: Emphasis): boolean {
  if (pixelArea(ring) * Math.max(...ring.map(emphasis)) >= least) return true;
  return LANDMARKS.some((landmark) => isWithin(landmark, ring));
}
