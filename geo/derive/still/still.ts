import type { Feature, MultiLineString, MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import { mercatorAt } from '../../../src/map/projection/mercator.ts';
import type { Layers } from '../layers.ts';
import { formatLines, formatRings } from './paths.ts';
import { signedArea } from '../plane.ts';
import { thinnedBy, type Snap, type Thinning } from '../thin/thin.ts';

/** Paths of the static basemap: SVG path data in integer steps on the plane. */
export interface Still {
  /** Width of the world in steps. */
  scale: number;
  /** Closed outlines. They are stroked as the coast. */
  land: string;
  borders: string;
}

const snapTo =
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

/** Land and borders as path data. They are thinned together, so that borders end on the coast. */
export function createStill(
  { land, borders }: Pick<Layers, 'land' | 'borders'>,
  scale: number,
  thinning: Thinning,
): Still {
  const thin = thinnedBy({ land, borders }, thinning, snapTo(scale)) as Topology;
  const rings = geometryOf(thin, 'land').coordinates.flat().map(withoutStraightVertices);
  const lines = geometryOf(thin, 'borders').coordinates.map(withoutStraightVertices);
  return {
    scale,
    land: formatRings(rings.filter((ring) => ring.length > 3)),
    borders: formatLines(lines.filter((line) => line.length > 1)),
  };
}
