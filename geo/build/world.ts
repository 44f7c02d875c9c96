import type { Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import type { Country } from './atlas.ts';
import { CITIES, KOREA } from './crops.ts';
import { createLayers, type Layers } from './layers.ts';
import { PACIFIC } from './pacific.ts';
import { isInFrame, isWithin, keyOf, pixelArea, type Frame } from './plane.ts';
import { thinned } from './thin.ts';

/** Where the reader looks first. */
const STAGE: Frame = [84, -26, 302, 64];

/** Where a story of this region happens, and where coasts are looked at closest: a bend counts twice. */
const HEART: Frame = [105, 18, 146, 46];
const HEARTFELT = 2;

/** North of it the Arctic's islands, which Mercator swells, would cost more than all of Asia. */
const SWELLING = 60;

/** How plainly the world is drawn. All areas are in square pixels of the overview, 1300 px wide. */
export interface Detail {
  /** Islands of fewer pixels go. */
  leastIsland: number;
  /** A bend whose triangle has fewer pixels goes. */
  leastTriangle: number;
  /** The step of the grid in degrees. */
  grid: number;
  /** Away from the stage shapes grow plainer: over so many degrees… */
  fade: number;
  /** …down to this share of their weight. */
  offStage: number;
  /** The weight of a bend in a border, which is drawn thinner than a coast. */
  inland: number;
  isMet: boolean;
}

/** Small, but a map without them reads wrong. */
const LANDMARKS: readonly Position[] = [
  [103.82, 1.36], // Singapore
];

function cosine(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}

function emphasisAt(point: Position, { fade, offStage }: Detail): number {
  if (isInFrame(point, HEART)) return HEARTFELT;
  const [lon = 0, lat = 0] = point;
  const [west, south, east, north] = STAGE;
  const away = Math.max(west - lon, lon - east, south - lat, lat - north, 0);
  const swelling = (cosine(SWELLING) / cosine(Math.max(SWELLING, lat))) ** 2;
  return Math.max(offStage, 1 - away / fade) / (away > 0 ? swelling : 1);
}

function isKept(ring: Position[], detail: Detail): boolean {
  const weights = ring.map((point) => emphasisAt(point, detail));
  if (pixelArea(ring) * Math.max(...weights) >= detail.leastIsland) return true;
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

export function worldOf(countries: readonly Country[], detail: Detail): Topology {
  const layers = createLayers(countries, PACIFIC, (ring) => isKept(ring, detail));
  const inland = new Set(layers.borders.coordinates.flat().map(keyOf));
  return thinned(layers, {
    least: detail.leastTriangle,
    grid: detail.grid,
    emphasis: (point) =>
      emphasisAt(point, detail) * (inland.has(keyOf(point)) ? detail.inland : 1),
    pinned: detail.isMet ? pinsOf(layers) : [],
  });
}

export function createWorld(countries: readonly Country[]): Topology {
  return worldOf(countries, {leastIsland: 3, leastTriangle: 2.6, grid: 0.05, fade: 20, offStage: 0.2, inland: 1, isMet: false});
}
