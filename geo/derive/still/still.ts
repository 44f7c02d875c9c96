import type { Feature, MultiLineString, MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import { mercatorAt } from '../../../src/map/projection/mercator.ts';
import type { Ground } from '../layers.ts';
import { formatLines, formatRings } from './paths.ts';
import { signedArea } from '../plane.ts';
import { thinnedBy, type Bare, type Snap, type Thinning } from '../thin/thin.ts';

/** Paths of the static basemap: SVG path data in integer steps on the plane. */
export interface Still {
  /** Width of the world in steps. */
  scale: number;
  /** From where to where the shapes reach, in degrees. */
  west: number;
  east: number;
  /** Closed outlines. They are stroked as the coast. */
  land: string;
  borders: string;
}

export const snapTo =
  (scale: number): Snap =>
  ([lon = 0, lat = 0]) =>
    mercatorAt([lon, lat]).map((value) => Math.round(value * scale));

/** Removes vertices that, after rounding, are equal to a neighbour or on a straight line. */
function withoutStraightVertices(line: readonly Position[]): Position[] {
  const kept: Position[] = [];
  line.forEach((point, index) => {
    const [before, after] = [kept.at(-1), line[index + 1]];
    if (before && after && signedArea([before, point, after]) === 0) return;
    kept.push(point);
  });
  return kept;
}

/** Geometries of a thinned topology. Positions are steps on the plane. */
interface Thin {
  land: MultiPolygon;
  borders: MultiLineString;
}

function geometryOf<Name extends keyof Thin>(thin: Topology, name: Name): Thin[Name] {
  const { geometry } = feature(thin, thin.objects[name] as GeometryObject) as Feature;
  return geometry as Thin[Name];
}

/** Outlines of land and lines of borders, in steps. */
export interface Shapes {
  rings: Position[][];
  lines: Position[][];
}

/** The shapes of a thinned topology of `land` and `borders`. */
export function shapesOf(thin: Bare): Shapes {
  const topology = thin as Topology;
  const rings = geometryOf(topology, 'land').coordinates.flat().map(withoutStraightVertices);
  const lines = geometryOf(topology, 'borders').coordinates.map(withoutStraightVertices);
  return {
    rings: rings.filter((ring) => ring.length > 3),
    lines: lines.filter((line) => line.length > 1),
  };
}

/** Where shapes begin and end, in whole degrees: a copy of them is drawn wherever a view reaches into that. */
function reachOf({ rings, lines }: Shapes, scale: number): Pick<Still, 'west' | 'east'> {
  const degrees = [...rings, ...lines].flat().map(([x = 0]) => (x / scale) * 360 - 180);
  return {
    west: Math.floor(degrees.reduce((least, each) => Math.min(least, each), Infinity)),
    east: Math.ceil(degrees.reduce((most, each) => Math.max(most, each), -Infinity)),
  };
}

/** Shapes as path data. */
export const formatStill = (scale: number, shapes: Shapes): Still => ({
  scale,
  ...reachOf(shapes, scale),
  land: formatRings(shapes.rings),
  borders: formatLines(shapes.lines),
});

/** Land and borders as path data. They are thinned together, so that borders end on the coast. */
export const createStill = ({ land, borders }: Ground, scale: number, thinning: Thinning): Still =>
  formatStill(scale, shapesOf(thinnedBy({ land, borders }, thinning, snapTo(scale))));
