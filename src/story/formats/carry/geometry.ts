import zoneOn from '@photostructure/tz-lookup';
import { isZone } from '../../../time/zone.ts';
import { fieldOf, isRecord } from '../../parse/faults/raw.ts';

/** Longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number];

/** A shape that a place of a story can have. */
export type Shape =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | {
      readonly type: 'MultiPolygon';
      readonly coordinates: readonly (readonly (readonly Position[])[])[];
    };

/** The shapes of a geometry, and what of it is lost, in sentences. */
export interface Shapes {
  readonly shapes: readonly Shape[];
  readonly lost: readonly string[];
}

const degrees = (value: unknown): number =>
  typeof value === 'string' && value.trim() !== ''
    ? Number(value)
    : typeof value === 'number'
      ? value
      : NaN;

/** A position of two numbers that may stand in quotes; null if it is not on the earth. */
export function positionOf(longitude: unknown, latitude: unknown): Position | null {
  const [east, north] = [degrees(longitude), degrees(latitude)];
  // Programs that unroll lines over the date line write longitudes up to 360.
  return Math.abs(east) <= 360 && Math.abs(north) <= 90 ? [east, north] : null;
}

/** Maps in metres have numbers of six digits and more. */
const isInMetres = (value: unknown): boolean =>
  Array.isArray(value) && value.some((one) => Math.abs(Number(one)) > 1000);

const describeNoPosition = (value: unknown): string =>
  `A position is not [longitude, latitude] in degrees and is left out.${isInMetres(value) ? ' Export the file in degrees (WGS 84, EPSG:4326).' : ''}`;

/** Positions of a list. `lost` learns of heights and of what is no position. */
function positionsOf(value: unknown, lost: Set<string>): Position[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    const position = Array.isArray(one) ? positionOf(one[0], one[1]) : null;
    if (position === null) {
      lost.add(describeNoPosition(one));
      return [];
    }
    if ((one as readonly unknown[]).length > 2) lost.add('The altitude is not carried over.');
    return [position];
  });
}

/** A ring with its first position at its end; null if it is no ring. */
function ringOf(value: unknown, lost: Set<string>): readonly Position[] | null {
  const positions = positionsOf(value, lost);
  const [first] = positions;
  const last = positions.at(-1);
  if (first === undefined || last === undefined) return null;
  const isClosed = first[0] === last[0] && first[1] === last[1];
  const ring = isClosed ? positions : [...positions, first];
  return ring.length < 4 ? null : ring;
}

function ringsOf(value: unknown, lost: Set<string>): (readonly Position[])[] {
  if (!Array.isArray(value)) return [];
  const rings = value.map((one) => ringOf(one, lost));
  if (rings.includes(null)) lost.add('A ring with less than three corners is left out.');
  // Without its outer ring a polygon has no holes.
  return rings[0] === null ? [] : rings.flatMap((ring) => (ring === null ? [] : [ring]));
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function collect(geometry: unknown, shapes: Shape[], lost: Set<string>): void {
  if (!isRecord(geometry)) return;
  const { type, coordinates } = geometry;
  const pushLine = (value: unknown) => {
    const line = positionsOf(value, lost);
    if (line.length > 1) shapes.push({ type: 'LineString', coordinates: line });
    else lost.add('A line with less than two positions is left out.');
  };
  if (type === 'Point' || type === 'MultiPoint') {
    const points = positionsOf(type === 'Point' ? [coordinates] : coordinates, lost);
    for (const point of points) shapes.push({ type: 'Point', coordinates: point });
  } else if (type === 'LineString') pushLine(coordinates);
  else if (type === 'MultiLineString') listOf(coordinates).forEach(pushLine);
  else if (type === 'Polygon') {
    const rings = ringsOf(coordinates, lost);
    if (rings.length > 0) shapes.push({ type: 'Polygon', coordinates: rings });
  } else if (type === 'MultiPolygon') {
    const polygons = listOf(coordinates)
      .map((one) => ringsOf(one, lost))
      .filter((rings) => rings.length > 0);
    const [only] = polygons;
    if (polygons.length > 1) shapes.push({ type: 'MultiPolygon', coordinates: polygons });
    else if (only !== undefined) shapes.push({ type: 'Polygon', coordinates: only });
  } else if (type === 'GeometryCollection') {
    // The depth of the file is bounded.
    for (const one of listOf(geometry['geometries'])) collect(one, shapes, lost);
  } else {
    lost.add(
      `A geometry of the type ${JSON.stringify(type)?.slice(0, 40) ?? 'nothing'} is not carried over.`,
    );
  }
}

/** The shapes of a GeoJSON geometry, without heights. Many shapes become many places. */
export function shapesOf(geometry: unknown): Shapes {
  const shapes: Shape[] = [];
  const lost = new Set<string>();
  collect(geometry, shapes, lost);
  const { length } = listOf(fieldOf(geometry, 'coordinates'));
  if (shapes.length === 0 && length > 0 && lost.size === 0) lost.add('The geometry is empty.');
  return { shapes, lost: [...lost] };
}

/** The position of a shape whose clocks count: of a line its end, where a journey arrives; else the first. */
export function anchorOf(shape: Shape): Position {
  switch (shape.type) {
    case 'Point':
      return shape.coordinates;
    case 'LineString':
      return shape.coordinates.at(-1) ?? [0, 0];
    case 'Polygon':
      return shape.coordinates[0]?.[0] ?? [0, 0];
    case 'MultiPolygon':
      return shape.coordinates[0]?.[0]?.[0] ?? [0, 0];
  }
}

/** The time zone at a position; null if nothing is known. */
export function zoneAt([longitude, latitude]: Position): string | null {
  try {
    const zone = zoneOn(latitude, ((((longitude + 180) % 360) + 360) % 360) - 180);
    return isZone(zone) ? zone : null;
  } catch {
    return null;
  }
}
