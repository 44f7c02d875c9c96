import { buffer } from '@turf/buffer';
import type { Feature, FeatureCollection, LineString, Polygon, Position } from 'geojson';
import { parseDemarcation } from './demarcation.ts';

/** Armistice Agreement, Article I: each side withdraws two kilometres from the line. */
const HALF_WIDTH_KM = 2;

/** Corners of a quarter turn: at 12, an arc of 2 km is drawn to within 5 m. */
const STEPS = 12;

/** A ten-thousandth of a degree, about 10 m. */
function rounded([lon = 0, lat = 0]: Position): Position {
  return [Math.round(lon * 1e4) / 1e4, Math.round(lat * 1e4) / 1e4];
}

/**
 * Where the coast crosses the zone in the east: from the end of the border southwards. The round end
 * that a buffer gives the line would lie 2 km out to sea.
 */
const SHORE: [Position, Position] = [
  [128.3647, 38.6251],
  [128.3935, 38.5778],
];

/** The line's first point and one square to it on its right: in the west the zone ends flat. */
function thresholdOf([start = [], next = []]: Position[]): [Position, Position] {
  const [x = 0, y = 0] = start;
  const [nextX = 0, nextY = 0] = next;
  const narrow = Math.cos((y * Math.PI) / 180);
  return [start, [x + (nextY - y) / narrow, y - (nextX - x) * narrow]];
}

/** How far a point lies left of the line from a to b (in degrees, times the line's length). */
function leftOf(
  [x = 0, y = 0]: Position,
  [ax = 0, ay = 0]: Position,
  [bx = 0, by = 0]: Position,
): number {
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
}

/** A ring cut along a straight line: what lies left of it, looking from a to b, goes. */
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
  const [start, right] = thresholdOf(line.coordinates);
  const ring = cut(cut(round, right, start), ...SHORE);
  return { type: 'Polygon', coordinates: [ring.map(rounded)] };
}

/** The demarcation line as given, and the zone: all within 2 km of it on the ground. */
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
