import type { Position } from 'geojson';
import type { Country } from '../countries.ts';
import { parseDemarcation } from '../demarcation/demarcation.ts';
import { createLayers } from '../layers.ts';
import { isInFrame, pixelArea, type Frame } from '../plane.ts';
import { createStill, type Still } from './still.ts';

/** Where the land is cut. It is outside the view, because the cut is drawn like a coast. */
const FRAME: Frame = [119.8, 35, 132.6, 43];

/** The greatest view of an inset: 121–131.4° E, and more on a phone, where it is wider than high. */
const VIEW: Frame = [120.2, 35.4, 132.2, 42.8];
const OFF_VIEW = 0.05;

/** The inset shows 10.4° in 450 px: 7.3 times the scale of the overview, 53 times its areas. */
const MAGNIFIED = 53;

/** In the inset: islands of less than 3 px², and vertices with a triangle of less than 0.75 px², are left out. */
const LEAST_ISLAND = 3 / MAGNIFIED;
const LEAST_TRIANGLE = 0.75 / MAGNIFIED;

/** Steps around the world. A step is a quarter of a pixel, so that the demarcation line is exact to 350 m. */
const SCALE = 64_000;

const emphasisAt = (point: Position) => (isInFrame(point, VIEW) ? 1 : OFF_VIEW);
const isKept = (ring: Position[]) =>
  pixelArea(ring) * Math.max(...ring.map(emphasisAt)) >= LEAST_ISLAND;

/** The peninsula for the static inset. `frame`: the bounds that it covers. */
export function createStillPeninsula(countries: readonly Country[]): Still & { frame: Frame } {
  const still = createStill(createLayers(countries, FRAME, isKept), SCALE, {
    least: LEAST_TRIANGLE,
    emphasis: emphasisAt,
    pinned: parseDemarcation(),
  });
  return { ...still, frame: VIEW };
}
