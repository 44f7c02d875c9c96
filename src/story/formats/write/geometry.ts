import type {
  Geometry,
  LineString,
  MultiLineString,
  MultiPolygon,
  Polygon,
  Position,
} from 'geojson';
import { poleOf, unroll } from '../../date-line.ts';
import type { LngLat, Place } from '../../story.ts';

type Line = readonly LngLat[];
/** What a place may have as its shape. */
type Shape =
  | Place['geometry']
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Line[])[] };

/** How many times round the earth a longitude is: 0 from 180° W up to 180° E. */
const turnOf = (lng: number): number => Math.floor((lng + 180) / 360);

/** The same point with a longitude from −180 to 180. */
export const wrap = ([lng, lat]: LngLat): LngLat =>
  Math.abs(lng) <= 180 ? [lng, lat] : [lng - 360 * turnOf(lng), lat];

/** Degrees in plain digits, to a centimetre: `126.97`, never `1e-7`. */
export const degrees = (value: number): string =>
  value
    .toFixed(7)
    .replace(/\.?0+$/, '')
    .replace(/^-0$/, '0');

/** The latitude at which the way between two points crosses a longitude. */
function latitudeAt(lng: number, [fromLng, fromLat]: LngLat, [toLng, toLat]: LngLat): number {
  return fromLat + ((lng - fromLng) / (toLng - fromLng)) * (toLat - fromLat);
}

const isPoint = (part: Line): boolean =>
  part.every(([lng, lat]) => lng === part[0]?.[0] && lat === part[0]?.[1]);

/** A line in pieces that do not cross the date line. */
function cutLine(line: Line): Line[] {
  const parts: LngLat[][] = [];
  let [turn, part]: [number, LngLat[]] = [0, []];
  let before: LngLat | undefined;
  for (const point of unroll(line)) {
    const next = turnOf(point[0]);
    if (before === undefined) turn = next;
    if (before !== undefined && next !== turn) {
      const edge = 180 + 360 * Math.min(next, turn);
      const lat = latitudeAt(edge, before, point);
      parts.push([...part, [edge - 360 * turn, lat]]);
      part = [[edge - 360 * next, lat]];
      turn = next;
    }
    part.push([point[0] - 360 * turn, point[1]]);
    before = point;
  }
  return [...parts, part].filter((each) => each.length > 1 && !isPoint(each));
}

/** The part of a ring on one side of a meridian (Sutherland and Hodgman). `side` is 1 for east of it, −1 for west. */
function clip(ring: Line, edge: number, side: 1 | -1): Line {
  const isInside = ([lng]: LngLat) => (lng - edge) * side >= 0;
  return ring.flatMap((point, index): Line => {
    const before = ring.at(index - 1) ?? point;
    const crosses = isInside(before) !== isInside(point);
    const crossing: Line = crosses ? [[edge, latitudeAt(edge, before, point)]] : [];
    return isInside(point) ? [...crossing, point] : crossing;
  });
}

/** Twice the area of a ring in square degrees; positive if it goes counter-clockwise. */
const areaOf = (ring: Line): number =>
  ring.reduce((sum, [lng, lat], index) => {
    const [lastLng, lastLat] = ring.at(index - 1) ?? [lng, lat];
    return sum + (lastLng * lat - lng * lastLat);
  }, 0);

/** A ring whose first point is also its last, in the direction that RFC 7946 wants. */
function closeRing(ring: Line, isHole: boolean): Line {
  const turned = areaOf(ring) > 0 === isHole ? ring.toReversed() : ring;
  return turned.concat(turned.slice(0, 1));
}

/** An unrolled ring without its last point, which is its first. A ring round a pole is led over that pole. */
function openRing(ring: Line, near?: number): Line {
  const unrolled = unroll(ring, near);
  const pole = poleOf(unrolled);
  if (pole === null) return unrolled.slice(0, -1);
  const [first, last] = [unrolled[0]?.[0] ?? 0, unrolled.at(-1)?.[0] ?? 0];
  return [...unrolled, [last, pole], [first, pole]];
}

/** A polygon in pieces that do not cross the date line. */
function cutPolygon(rings: readonly Line[]): (readonly Line[])[] {
  const outer = openRing(rings[0] ?? []);
  const open = rings.map((ring, index) => (index === 0 ? outer : openRing(ring, outer[0]?.[0])));
  const lngs = outer.map(([lng]) => lng);
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
  const pieces: (readonly Line[])[] = [];
  for (let turn = turnOf(west); 360 * turn - 180 < east; turn++) {
    const [from, to] = [360 * turn - 180, 360 * turn + 180];
    const cut = open.map((ring) =>
      (west >= from && east <= to ? ring : clip(clip(ring, from, 1), to, -1)).map(
        ([lng, lat]): LngLat => [lng - 360 * turn, lat],
      ),
    );
    const kept = cut.filter((ring) => areaOf(ring) !== 0);
    if (kept.length > 0 && areaOf(cut[0] ?? []) !== 0) {
      pieces.push(kept.map((ring, index) => closeRing(ring, index > 0)));
    }
  }
  return pieces;
}

const positions = (line: Line): Position[] => line.map(([lng, lat]) => [lng, lat]);

function lineOf(line: Line): LineString | MultiLineString {
  const parts = cutLine(line).map(positions);
  const [first, ...others] = parts;
  return first && others.length === 0
    ? { type: 'LineString', coordinates: first }
    : { type: 'MultiLineString', coordinates: parts };
}

function polygonsOf(polygons: readonly (readonly Line[])[]): Polygon | MultiPolygon {
  const pieces = polygons.flatMap(cutPolygon).map((rings) => rings.map(positions));
  const [first, ...others] = pieces;
  return first && others.length === 0
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: pieces };
}

/**
 * A shape as RFC 7946 wants it: longitudes from −180 to 180, cut in two where it crosses the date line, outer rings
 * counter-clockwise.
 */
export function cutShape(shape: Shape): Geometry {
  switch (shape.type) {
    case 'Point':
      return { type: 'Point', coordinates: [...wrap(shape.coordinates)] };
    case 'LineString':
      return lineOf(shape.coordinates);
    case 'Polygon':
      return polygonsOf([shape.coordinates]);
    case 'MultiPolygon':
      return polygonsOf(shape.coordinates);
  }
}

/** The shape of a place as other programs read it. */
export const geometryOf = (place: Place): Geometry => cutShape(place.geometry);
