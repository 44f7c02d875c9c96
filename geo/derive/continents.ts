import type { Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import type { Country } from './atlas.ts';
import { CITIES, KOREA, type Crop } from './crops.ts';
import { createLayers, type Layers } from './layers.ts';
import { PACIFIC } from './pacific.ts';
import { isInFrame, keyOf } from './plane.ts';
import { awayFromStage, cosine, heartfelt, isSeen } from './stage.ts';
import { thinned } from './thin/thin.ts';

/** North of it the Arctic's islands, which Mercator swells, would cost more than all of Asia. */
const SWELLING = 60;

/** In square pixels of the overview: islands of fewer go, and so do bends whose triangle has fewer. */
const LEAST_ISLAND = 1.8;
const LEAST_TRIANGLE = 1;

/** The step, in degrees, to which coordinates are rounded. */
const GRID = 0.025;

/** Off the stage bends count for less and less: over so many degrees, down to this share. */
const FADE = 25;
const OFF_STAGE = 0.12;

/** A border is drawn thinner than a coast. */
const INLAND = 0.8;

/** Painted over it; their lines are to meet its own. */
const CROPS: readonly Crop[] = [...KOREA, ...CITIES];

const emphasisAt = heartfelt((point) => {
  const [, lat = 0] = point;
  const away = awayFromStage(point);
  const swelling = (cosine(SWELLING) / cosine(Math.max(SWELLING, lat))) ** 2;
  return Math.max(OFF_STAGE, 1 - away / FADE) / (away > 0 ? swelling : 1);
});

const isKept = (ring: Position[]) => isSeen(ring, LEAST_ISLAND, emphasisAt);

/** A vertex on either side of each crop's edge stays, so that finer lines meet the coarser ones there. */
function pinsOf({ coast, borders }: Layers): Position[] {
  const lines = [...coast.coordinates, ...borders.coordinates];
  return lines.flatMap((line) =>
    line.filter((point, index) => {
      const next = line[index + 1] ?? point;
      return CROPS.some(({ frame }) => isInFrame(point, frame) !== isInFrame(next, frame));
    }),
  );
}

/** For the live map, from zoom 4 on: as fine as 35 kB allow, and whole on every side. */
export function createContinents(countries: readonly Country[]): Topology {
  const layers = createLayers(countries, PACIFIC, isKept);
  const inland = new Set(layers.borders.coordinates.flat().map(keyOf));
  return thinned(layers, {
    least: LEAST_TRIANGLE,
    grid: GRID,
    emphasis: (point) => emphasisAt(point) * (inland.has(keyOf(point)) ? INLAND : 1),
    pinned: pinsOf(layers),
  });
}
