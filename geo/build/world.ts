import type { Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import type { Country } from './atlas.ts';
import { CITIES, KOREA, type Crop } from './crops.ts';
import { createLayers, type Layers } from './layers.ts';
import { PACIFIC } from './pacific.ts';
import { isInFrame, keyOf } from './plane.ts';
import { awayFromStage, cosine, heartfelt, isSeen, type Emphasis } from './stage.ts';
import { thinned } from './thin.ts';

/** North of it the Arctic's islands, which Mercator swells, would cost more than all of Asia. */
const SWELLING = 60;

/** How plainly the world is drawn. All areas are in square pixels of the overview, 1300 px wide. */
interface Detail {
  /** Islands of fewer pixels go. */
  leastIsland: number;
  /** A bend whose triangle has fewer pixels goes. */
  leastTriangle: number;
  /** The step, in degrees, to which coordinates are rounded. */
  grid: number;
  /** Away from the stage bends count for less and less: over so many degrees… */
  fade: number;
  /** …down to this share. */
  offStage: number;
  /** What a bend of a border counts, which is drawn thinner than a coast. */
  inland: number;
  /** The crops painted over it, whose lines are to meet its own. */
  under: readonly Crop[];
}

/**
 * For the first view, which no crop covers: 0.06° is a third of a pixel. Off its stage it keeps only
 * what makes a continent known, since a reader who goes there has the continents by then.
 */
const WORLD: Detail = {
  leastIsland: 2.2,
  leastTriangle: 1.7,
  grid: 0.06,
  fade: 7,
  offStage: 0.02,
  inland: 0.6,
  under: [],
};

/** For the live map, from zoom 4 on: as fine as 35 kB allow, and whole on every side. */
const CONTINENTS: Detail = {
  leastIsland: 1.8,
  leastTriangle: 1,
  grid: 0.025,
  fade: 25,
  offStage: 0.12,
  inland: 0.8,
  under: [...KOREA, ...CITIES],
};

const emphasisOf = ({ fade, offStage }: Detail): Emphasis =>
  heartfelt((point) => {
    const [, lat = 0] = point;
    const away = awayFromStage(point);
    const swelling = (cosine(SWELLING) / cosine(Math.max(SWELLING, lat))) ** 2;
    return Math.max(offStage, 1 - away / fade) / (away > 0 ? swelling : 1);
  });

/** A vertex on either side of each crop's edge stays, so that finer lines meet the coarser ones there. */
function pinsOf({ coast, borders }: Layers, crops: readonly Crop[]): Position[] {
  const lines = [...coast.coordinates, ...borders.coordinates];
  return lines.flatMap((line) =>
    line.filter((point, index) => {
      const next = line[index + 1] ?? point;
      return crops.some(({ frame }) => isInFrame(point, frame) !== isInFrame(next, frame));
    }),
  );
}

function worldOf(countries: readonly Country[], detail: Detail): Topology {
  const emphasisAt = emphasisOf(detail);
  const isKept = (ring: Position[]) => isSeen(ring, detail.leastIsland, emphasisAt);
  const layers = createLayers(countries, PACIFIC, isKept);
  const inland = new Set(layers.borders.coordinates.flat().map(keyOf));
  return thinned(layers, {
    least: detail.leastTriangle,
    grid: detail.grid,
    emphasis: (point) => emphasisAt(point) * (inland.has(keyOf(point)) ? detail.inland : 1),
    pinned: pinsOf(layers, detail.under),
  });
}

/** The light world: what is there before any script. */
export function createWorld(countries: readonly Country[]): Topology {
  return worldOf(countries, WORLD);
}

/** The same world, finer: what takes its place under everything else in the live map. */
export function createContinents(countries: readonly Country[]): Topology {
  return worldOf(countries, CONTINENTS);
}
