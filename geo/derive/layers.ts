import type { MultiLineString, MultiPolygon, Position } from 'geojson';
import { merge, mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import type {
  GeometryCollection,
  MultiPolygon as MultiPolygonArcs,
  Topology,
} from 'topojson-specification';
import { isLease, type Country } from './countries.ts';
import { pacificCountries, wholeCountries } from './pacific.ts';
import { keyOf, pixelArea, type Frame } from './plane.ts';

/** Land, and the borders within it. */
export interface Ground {
  land: MultiPolygon;
  borders: MultiLineString;
}

export interface Layers extends Ground {
  coast: MultiLineString;
}

type Countries = GeometryCollection<{ name: string }>;

/** Whether a ring is kept. */
export type Keep = (ring: Position[]) => boolean;

function isOnFrame(a: Position, b: Position, [west, south, east, north]: Frame): boolean {
  const onMeridian = a[0] === b[0] && (a[0] === west || a[0] === east);
  const onParallel = a[1] === b[1] && (a[1] === south || a[1] === north);
  return onMeridian || onParallel;
}

/** The coast of a ring: without the edges along the frame, where the crop has cut the land. */
export function coastOf(ring: Position[], frame: Frame): Position[][] {
  const cut = ring.findIndex((point, index) => isOnFrame(point, ring[index + 1] ?? [], frame));
  if (cut < 0) return [ring];
  const rotated = [...ring.slice(cut + 1, -1), ...ring.slice(0, cut + 1)];
  const lines: Position[][] = [[]];
  rotated.forEach((point, index) => {
    lines.at(-1)?.push(point);
    if (isOnFrame(point, rotated[index + 1] ?? [], frame)) lines.push([]);
  });
  return lines.filter((line) => line.length > 1);
}

function isClosed(line: Position[]): boolean {
  return keyOf(line[0] ?? []) === keyOf(line.at(-1) ?? []);
}

type Parted = Topology<{ countries: Countries }>;

export function partedOf(countries: readonly Country[]): Parted {
  const collection = { type: 'FeatureCollection' as const, features: [...countries] };
  return topology({ countries: collection }) as Parted;
}

export function landOf(parted: Parted): Position[][][] {
  return merge(parted, parted.objects.countries.geometries as MultiPolygonArcs[]).coordinates;
}

/** A ground without the rings that `keep` rejects, and without the borders on them. */
export function withoutRings({ land, borders }: Ground, keep: Keep): Ground {
  const kept = land.coordinates.filter(([outside = []]) => keep(outside));
  const gone = new Set(
    land.coordinates
      .filter((rings) => !kept.includes(rings))
      .flat(2)
      .map(keyOf),
  );
  return {
    land: {
      type: 'MultiPolygon',
      coordinates: kept.map(([outside = [], ...holes]) => [outside, ...holes.filter(keep)]),
    },
    borders: {
      type: 'MultiLineString',
      coordinates: borders.coordinates.filter(([start = []]) => !gone.has(keyOf(start))),
    },
  };
}

/** All land of countries merged, and the borders within it. */
function groundOf(countries: readonly Country[]): Ground {
  const parted = partedOf(countries);
  const lines = mesh(
    parted,
    parted.objects.countries,
    (a, b) => a !== b && !isLease(a) && !isLease(b),
  );
  const borders = lines.coordinates.filter((line) => !isClosed(line) || pixelArea(line) > 1);
  return {
    land: { type: 'MultiPolygon', coordinates: landOf(parted) },
    borders: { type: 'MultiLineString', coordinates: borders },
  };
}

/** Land and borders within a frame. */
export const groundWithin = (countries: readonly Country[], frame: Frame): Ground =>
  groundOf(pacificCountries(countries, frame));

/** Land and borders of the whole earth, uncut, each polygon once. */
export const wholeGround = (countries: readonly Country[]): Ground =>
  groundOf(wholeCountries(countries));

/** Polygons without the edges that they share. */
export const joined = (coordinates: Position[][][]): Position[][][] =>
  landOf(
    partedOf([
      {
        type: 'Feature',
        properties: { name: '' },
        geometry: { type: 'MultiPolygon', coordinates },
      },
    ]),
  );

/** Land, coast and borders within a frame. Rings that `keep` rejects are left out. */
export function createLayers(countries: readonly Country[], frame: Frame, keep: Keep): Layers {
  const { land, borders } = withoutRings(groundWithin(countries, frame), keep);
  const coordinates = land.coordinates.flat().flatMap((ring) => coastOf(ring, frame));
  return { land, coast: { type: 'MultiLineString', coordinates }, borders };
}
