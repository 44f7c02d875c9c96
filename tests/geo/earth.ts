import { readFileSync } from 'node:fs';
import type {
  Feature,
  FeatureCollection,
  LineString,
  MultiLineString,
  MultiPolygon,
  Polygon,
  Position,
} from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';

/** Mean radius of the Earth in metres (IUGG). */
const RADIUS = 6371008.8;
const RADIANS = Math.PI / 180;

export function readGround(name: string): string {
  return readFileSync(new URL(`../../geo/basemap/${name}`, import.meta.url), 'utf8');
}

export function topologyOf(name: string): Topology {
  return JSON.parse(readGround(name)) as Topology;
}

/** The features of one object of a file, decoded as the map decodes them. */
export function featuresOf(name: string, object: string): Feature[] {
  const topology = topologyOf(name);
  const shape = topology.objects[object];
  if (!shape) throw new Error(`${name} has no ${object}.`);
  const decoded = feature(topology, shape) as Feature | FeatureCollection;
  return decoded.type === 'FeatureCollection' ? decoded.features : [decoded];
}

export function polygonsOf(name: string, object: string): Position[][][] {
  return featuresOf(name, object).flatMap(({ geometry }) => {
    const shape = geometry as Polygon | MultiPolygon;
    return shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  });
}

export function linesOf(name: string, object: string): Position[][] {
  return featuresOf(name, object).flatMap(
    ({ geometry }) => (geometry as MultiLineString).coordinates,
  );
}

export function dmz(): { line: Position[]; ring: Position[] } {
  const file = JSON.parse(readGround('dmz.json')) as FeatureCollection;
  const of = (id: string) => file.features.find((each) => each.id === id)?.geometry;
  return {
    line: (of('mdl') as LineString).coordinates,
    ring: (of('zone') as Polygon).coordinates[0] ?? [],
  };
}

type Vector = [number, number, number];

function vectorOf([lon = 0, lat = 0]: Position): Vector {
  const ring = Math.cos(lat * RADIANS);
  return [ring * Math.cos(lon * RADIANS), ring * Math.sin(lon * RADIANS), Math.sin(lat * RADIANS)];
}

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** Metres along the great circle. */
export function distance(a: Position, b: Position): number {
  const [p, q] = [vectorOf(a), vectorOf(b)];
  return RADIUS * Math.atan2(Math.hypot(...cross(p, q)), dot(p, q));
}

/** Metres from a point to the great-circle arc from a to b; positive on its left (north, if eastward). */
export function offset(point: Position, a: Position, b: Position): number {
  const [p, q, r] = [vectorOf(point), vectorOf(a), vectorOf(b)];
  const pole = cross(q, r);
  const sine = dot(pole, p) / Math.hypot(...pole);
  const isAbreast = dot(cross(pole, q), p) >= 0 && dot(cross(r, pole), p) >= 0;
  if (isAbreast) return RADIUS * Math.asin(sine);
  return (Math.sign(sine) || 1) * Math.min(distance(point, a), distance(point, b));
}

/** The offset from the nearest piece of a line. */
export function offsetFrom(point: Position, line: Position[]): number {
  return line
    .slice(1)
    .map((end, index) => offset(point, line[index] ?? end, end))
    .reduce((near, each) => (Math.abs(each) < Math.abs(near) ? each : near), Infinity);
}

export function distanceTo(point: Position, lines: Position[][]): number {
  return Math.min(...lines.map((line) => Math.abs(offsetFrom(point, line))));
}

/** Square kilometres of a small ring, by the trapezia under it on the sphere. */
export function areaOf(ring: Position[]): number {
  const parts = ring.slice(1).map(([lon = 0, lat = 0], index) => {
    const [before = 0, beforeLat = 0] = ring[index] ?? [];
    return (lon - before) * RADIANS * (Math.sin(lat * RADIANS) + Math.sin(beforeLat * RADIANS));
  });
  return Math.abs((parts.reduce((sum, part) => sum + part, 0) * (RADIUS / 1000) ** 2) / 2);
}

function isInside([x = 0, y = 0]: Position, ring: Position[]): boolean {
  const passes = ring.slice(1).filter(([bx = 0, by = 0], index) => {
    const [ax = 0, ay = 0] = ring[index] ?? [];
    return ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay);
  });
  return passes.length % 2 === 1;
}

export function isIn(point: Position, polygons: Position[][][]): boolean {
  return polygons.some((rings) => rings.filter((ring) => isInside(point, ring)).length % 2 === 1);
}
