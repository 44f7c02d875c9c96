import type { Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import type { Country } from './countries.ts';
import { CITIES, KOREA, type FineGround } from '../../src/map/projection/closest.ts';
import { createLayers, type Layers } from './layers.ts';
import { PACIFIC } from './pacific.ts';
import { isInFrame, keyOf } from './plane.ts';
import { degreesOutsideFocus, cosine, withCore, isSeen } from './emphasis.ts';
import { thinned } from './thin/thin.ts';

/** Latitude from which detail is reduced. Mercator enlarges the Arctic islands: they would cost more bytes than Asia. */
const SWELLING = 60;

/** In square pixels of the overview. Smaller islands, and vertices with a smaller triangle, are left out. */
const LEAST_ISLAND = 1.8;
const LEAST_TRIANGLE = 1;

/** Step of the coordinates, in degrees. */
const GRID = 0.025;

/** Outside the focus area the weight of vertices falls over so many degrees to this share. */
const FADE = 25;
const OUTSIDE = 0.12;

/** Weight of a border's vertices: a border is drawn thinner than a coast. */
const INLAND = 0.8;

/** Crops that are painted over the continents. Their lines must meet the coarser ones. */
const CROPS: readonly FineGround[] = [...KOREA, ...CITIES];

const emphasisAt = withCore((point) => {
  const [, lat = 0] = point;
  const away = degreesOutsideFocus(point);
  const swelling = (cosine(SWELLING) / cosine(Math.max(SWELLING, lat))) ** 2;
  return Math.max(OUTSIDE, 1 - away / FADE) / (away > 0 ? swelling : 1);
});

const isKept = (ring: Position[]) => isSeen(ring, LEAST_ISLAND, emphasisAt);

/** The vertices next to each crop's edge. They are kept, so that finer and coarser lines meet there. */
function pinsOf({ coast, borders }: Layers): Position[] {
  const lines = [...coast.coordinates, ...borders.coordinates];
  return lines.flatMap((line) =>
    line.filter((point, index) => {
      const next = line[index + 1] ?? point;
      return CROPS.some(({ frame }) => isInFrame(point, frame) !== isInFrame(next, frame));
    }),
  );
}

/** The whole world for the live map: as detailed as 35 kB allow. */
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
