import type { Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import type { Country } from './atlas.ts';
import { CITIES, KOREA } from './crops.ts';
import { createLayers, type Layers } from './layers.ts';
import { PACIFIC } from './pacific.ts';
import { isInFrame, isWithin, pixelArea, type Frame } from './plane.ts';
import { thinned } from './thin.ts';

/** Where the reader looks first. Away from it shapes grow plainer, over 20° down to a fifth. */
const STAGE: Frame = [84, -25, 302, 65];
const FADE = 20;
const OFF_STAGE = 0.2;

/** North of it the Arctic's islands, which Mercator swells, would cost more than all of Asia. */
const SWELLING = 60;

/** Islands of fewer square pixels are specks at 1300 px. */
const LEAST_ISLAND = 3;

/** A bend whose triangle has fewer square pixels is not missed at 1300 px. */
const LEAST_TRIANGLE = 2.6;

/** A twentieth of a degree, 0.3 px. */
const GRID = 0.05;

/** Small, but a map without them reads wrong. */
const LANDMARKS: readonly Position[] = [
  [103.82, 1.36], // Singapore
];

function cosine(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}

function emphasisAt([lon = 0, lat = 0]: Position): number {
  const [west, south, east, north] = STAGE;
  const away = Math.max(west - lon, lon - east, south - lat, lat - north, 0);
  const swelling = (cosine(SWELLING) / cosine(Math.max(SWELLING, lat))) ** 2;
  return Math.max(OFF_STAGE, 1 - away / FADE) / (away > 0 ? swelling : 1);
}

function isKept(ring: Position[]): boolean {
  const [probe = []] = ring;
  if (pixelArea(ring) * emphasisAt(probe) >= LEAST_ISLAND) return true;
  return LANDMARKS.some((landmark) => isWithin(landmark, ring));
}

/** A vertex on either side of each crop's edge stays, so that finer lines meet the coarser ones there. */
function pinsOf({ coast, borders }: Layers): Position[] {
  const lines = [...coast.coordinates, ...borders.coordinates];
  const frames = [...KOREA, ...CITIES].map(({ frame }) => frame);
  return lines.flatMap((line) =>
    line.filter((point, index) => {
      const next = line[index + 1] ?? point;
      return frames.some((frame) => isInFrame(point, frame) !== isInFrame(next, frame));
    }),
  );
}

/** The light world: what is there before any script, and under everything else afterwards. */
export function createWorld(countries: readonly Country[]): Topology {
  const layers = createLayers(countries, PACIFIC, isKept);
  return thinned(layers, {
    least: LEAST_TRIANGLE,
    grid: GRID,
    emphasis: emphasisAt,
    pinned: pinsOf(layers),
  });
}
