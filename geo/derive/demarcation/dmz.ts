import { buffer } from '@turf/buffer';
import type { Feature, FeatureCollection, LineString, Polygon, Position } from 'geojson';
import { parseDemarcation } from './demarcation.ts';

/** Armistice Agreement, Article I: each side withdraws two kilometres from the line. */
const HALF_WIDTH_KM = 2;

/** Segments of a quarter circle. With 12, an arc of 2 km radius is exact to 5 m. */
const STEPS = 12;

/** A ten-thousandth of a degree, about 10 m. */
function rounded([lon = 0, lat = 0]: Position): Position {
  return [Math.round(lon * 1e4) / 1e4, Math.round(lat * 1e4) / 1e4];
}

/**
 * The coast at the eastern end of the zone, from the end of the border southwards. The zone is cut there: the round end of
 * the buffer would lie 2 km out at sea.
 */
const SHORE: [Position, Position] = [
  [128.3647, 38.6251],
  [128.3935, 38.5778],
];

/** The line of the zone's flat western end: the first point, and a point at a right angle to the line. */
function westernEndOf([start = [], next = []]: Position[]): [Position, Position] {
  const [x = 0, y = 0] = start;
  const [nextX = 0, nextY = 0] = next;
  const narrow = Math.cos((y * Math.PI) / 180);
  return [start, [x + (nextY - y) / narrow, y - (nextX - x) * narrow]];
}

/** Distance of a point to the left of the line from a to b, in degrees times the line's length. */
function leftOf(
  [x = 0, y = 0]: Position,
  [ax = 0, ay = 0]: Position,
  [bx = 0, by = 0]: Position,
): number {
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
}

/** Cuts a ring along the line from a to b, and removes the part to the left of it. */
function cut(ring: Position[], a: Position, b: Position): Position[] {
  const open = ring.slice(0, -1).flatMap((point, index) => {
    const next = ring[index + 1] ?? point;
    const [here, there] = [leftOf(point, a, b), leftOf(next, a, b)];
    const kept = here <= 0 ? [point] : [];
    if (here * there >= 0) return kept;
    const share = here / (here - there);
    const meeting = point.map((value, axis) => value + ((next[axis] ?? 0) - value) * share);
    return [...kept, meeting];
  });
  return open[0] ? [...open, open[0]] : open;
}

function zoneAround(line: LineString): Polygon {
  const band = buffer(line, HALF_WIDTH_KM, { units: 'kilometers', steps: STEPS });
  if (band?.geometry.type !== 'Polygon') throw new Error('The zone is not one polygon.');
  const [round = []] = band.geometry.coordinates;
  const [start, right] = westernEndOf(line.coordinates);
  const ring = cut(cut(round, right, start), ...SHORE);
  return { type: 'Polygon', coordinates: [ring.map(rounded)] };
}

/** The demarcation line, and the zone: everything within 2 km of it. */
export function createDmz(): FeatureCollection<LineString | Polygon> {
  const line: LineString = { type: 'LineString', coordinates: parseDemarcation() };
  const mdl: Feature<LineString> = { type: 'Feature', id: 'mdl', properties: {}, geometry: line };
  const zone: Feature<Polygon> = {
    type: 'Feature',
    id: 'zone',
    properties: {},
    geometry: zoneAround(line),
  };
  return { type: 'FeatureCollection', features: [mdl, zone] };
}
