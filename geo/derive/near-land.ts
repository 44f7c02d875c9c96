import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { KM_PER_DEGREE } from '../../src/map/projection/mercator.ts';

type Ring = readonly (readonly number[])[];

/** Cells for each degree, and how near land is near, in km. The middle of a cell is at most 20 km from its corners. */
const PER_DEGREE = 4;
const NEAR_KM = 50;
const REACH = (NEAR_KM + 20) / KM_PER_DEGREE;
const COLUMNS = 360 * PER_DEGREE;
const ROWS = 180 * PER_DEGREE;

/** Where land is near. `src/site/checks/land.ts` reads it. */
interface NearLand {
  readonly perDegree: number;
  readonly km: number;
  /**
   * For each row of cells, from the south: the columns, counted from 180° W, at which it changes from far to near and back.
   */
  readonly rows: readonly (readonly number[])[];
}

/** The coasts of Natural Earth 1:10m, as closed rings. It has every island with a town on it. */
function readCoasts(): readonly Ring[] {
  const path = createRequire(import.meta.url).resolve('world-atlas/land-10m.json');
  const atlas = JSON.parse(readFileSync(path, 'utf8')) as Topology<{ land: GeometryCollection }>;
  return feature(atlas, atlas.objects.land).features.flatMap(({ geometry }) => {
    if (geometry.type === 'Polygon') return geometry.coordinates;
    return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
  });
}

/** The latitude of the middle of a row, or the longitude of the middle of a column. */
const middleOf = (index: number, first: number): number => first + (index + 0.5) / PER_DEGREE;
const indexOf = (degrees: number, first: number): number => (degrees - first) * PER_DEGREE - 0.5;

/** Marks the cells whose middle is within reach of a point of a coast. */
function markNear(cells: Uint8Array, [lng = 0, lat = 0]: readonly number[]): void {
  const last = Math.min(ROWS - 1, Math.floor(indexOf(lat + REACH, -90)));
  for (let row = Math.max(0, Math.ceil(indexOf(lat - REACH, -90))); row <= last; row++) {
    const up = middleOf(row, -90);
    const shrink = Math.max(0.01, Math.cos((up * Math.PI) / 180));
    const across = Math.min(180, Math.sqrt(Math.max(0, REACH ** 2 - (up - lat) ** 2)) / shrink);
    const end = Math.floor(indexOf(lng + across, -180));
    for (let column = Math.ceil(indexOf(lng - across, -180)); column <= end; column++) {
      cells[row * COLUMNS + ((column + COLUMNS) % COLUMNS)] = 1;
    }
  }
}

type Point = readonly [east: number, north: number];
type Edge = readonly [from: Point, to: Point];

/** The edges of a coast. Where it crosses the date line, longitudes go on beyond 180. */
function edgesOf(coast: Ring): readonly Edge[] {
  let east = coast[0]?.[0] ?? 0;
  const points = coast.map(([lng = 0, lat = 0]): Point => {
    east = lng - 360 * Math.round((lng - east) / 360);
    return [east, lat];
  });
  return points.slice(1).map((to, index) => [points[index] ?? to, to]);
}

/** How often the date line lies between 180° W of Greenwich and a longitude. */
const turnsTo = (lng: number): number => Math.floor((lng + 180) / 360);

/** The latitude at which an edge crosses the date line, if it does. */
function crossingOf([[x, y], [toX, toY]]: Edge): readonly number[] {
  const [turns, toTurns] = [turnsTo(x), turnsTo(toX)];
  if (turns === toTurns) return [];
  const line = 360 * Math.max(turns, toTurns) - 180;
  return [y + ((line - x) / (toX - x)) * (toY - y)];
}

/** Marks the cells whose middle is on land: along a row, between two coasts. */
function markLand(cells: Uint8Array, edges: readonly Edge[]): void {
  const crossings = Array.from({ length: ROWS }, (): number[] => []);
  for (const [[x, y], [toX, toY]] of edges) {
    const last = indexOf(Math.max(y, toY), -90);
    for (let row = Math.ceil(indexOf(Math.min(y, toY), -90)); row < last; row++) {
      const lng = x + ((middleOf(row, -90) - y) / (toY - y)) * (toX - x);
      crossings[row]?.push(lng - 360 * turnsTo(lng));
    }
  }
  // Rows begin at the date line. The North Pole is not on land.
  const atDateLine = edges.flatMap(crossingOf);
  crossings.forEach((row, index) => {
    const north = atDateLine.filter((lat) => lat > middleOf(index, -90)).length;
    const bounds = [...(north % 2 === 1 ? [-180] : []), ...row.sort((a, b) => a - b), 180];
    for (let each = 0; each + 1 < bounds.length; each += 2) {
      const end = indexOf(bounds[each + 1] ?? 0, -180);
      for (let column = Math.ceil(indexOf(bounds[each] ?? 0, -180)); column < end; column++) {
        cells[index * COLUMNS + column] = 1;
      }
    }
  });
}

export function createNearLand(): NearLand {
  const coasts = readCoasts();
  const cells = new Uint8Array(ROWS * COLUMNS);
  for (const coast of coasts) for (const point of coast) markNear(cells, point);
  markLand(cells, coasts.flatMap(edgesOf));
  const rows = Array.from({ length: ROWS }, (_, row) =>
    changesIn(cells.subarray(row * COLUMNS, (row + 1) * COLUMNS)),
  );
  return { perDegree: PER_DEGREE, km: NEAR_KM, rows };
}

function changesIn(cells: Uint8Array): readonly number[] {
  return [...cells.keys()].filter((column) => cells[column] !== (cells[column - 1] ?? 0));
}
