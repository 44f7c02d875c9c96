import type { Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import type { Country } from './atlas.ts';
import { framesOf, type Crop } from './crops.ts';
import { parseDemarcation } from './demarcation.ts';
import { createLayers } from './layers.ts';
import { isInFrame, pixelArea, type Frame } from './plane.ts';
import { thinned } from './thin.ts';

const PENINSULA: Crop = { id: 'peninsula', frame: [119.5, 34, 133, 44] };

/** What the inset of the first view shows, with a margin. Beyond it a bend counts for a quarter. */
const VIEW: Frame = [120.8, 35.3, 131.6, 42.9];
const OFF_VIEW = 0.25;

/** The inset is drawn at most 450 px wide for 10.4°: 7.3 times the overview, 53 times its areas. */
const MAGNIFIED = 53;

/** Islands of less than two pixels by two are specks. */
const LEAST_ISLAND = 3 / MAGNIFIED;

/** A bend whose triangle has less than this of a pixel is not missed, even where pixels are small. */
const LEAST_TRIANGLE = 0.5 / MAGNIFIED;

/** A 250th of a degree, a sixth of a pixel: rounding moves the demarcation line by 280 m at most. */
const GRID = 0.004;

const emphasisAt = (point: Position) => (isInFrame(point, VIEW) ? 1 : OFF_VIEW);
const isKept = (ring: Position[]) =>
  pixelArea(ring) * Math.max(...ring.map(emphasisAt)) >= LEAST_ISLAND;

/** The peninsula for the inset, where the fine crop would weigh three times as much unseen. */
export function createPeninsula(countries: readonly Country[]): Topology {
  const layers = createLayers(countries, PENINSULA.frame, isKept);
  return thinned(
    { ...layers, frames: framesOf([PENINSULA]) },
    { least: LEAST_TRIANGLE, grid: GRID, emphasis: emphasisAt, pinned: parseDemarcation() },
  );
}
