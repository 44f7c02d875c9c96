import type { Position } from 'geojson';
import type { Country } from '../atlas.ts';
import { parseDemarcation } from '../demarcation/demarcation.ts';
import { createLayers } from '../layers.ts';
import { isInFrame, pixelArea, type Frame } from '../plane.ts';
import { createStill, type Still } from './still.ts';

/** Where the land is cut: out of sight, for the cut is drawn like a coast. */
const FRAME: Frame = [119.8, 35, 132.6, 43];

/** What the inset shows at most: 121–131.4° E, and on a phone, where it is wider than high, more. */
const VIEW: Frame = [120.2, 35.4, 132.2, 42.8];
const OFF_VIEW = 0.05;

/** The inset is drawn 450 px wide for 10.4°: 7.3 times the overview, 53 times its areas. */
const MAGNIFIED = 53;

/** Islands of less than two pixels by two are specks; a bend of less than three quarters of one is not missed. */
const LEAST_ISLAND = 3 / MAGNIFIED;
const LEAST_TRIANGLE = 0.75 / MAGNIFIED;

/** Steps around the world: a quarter of a pixel, and the demarcation line is at most 350 m off. */
const SCALE = 64_000;

const emphasisAt = (point: Position) => (isInFrame(point, VIEW) ? 1 : OFF_VIEW);
const isKept = (ring: Position[]) =>
  pixelArea(ring) * Math.max(...ring.map(emphasisAt)) >= LEAST_ISLAND;

/** The peninsula for the inset of the first view. Its `frame` says what it covers, as bounds. */
export function createStillPeninsula(countries: readonly Country[]): Still & { frame: Frame } {
  const still = createStill(createLayers(countries, FRAME, isKept), SCALE, {
    least: LEAST_TRIANGLE,
    emphasis: emphasisAt,
    pinned: parseDemarcation(),
  });
  return { ...still, frame: VIEW };
}
