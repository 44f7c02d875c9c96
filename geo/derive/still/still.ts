import type { Feature, MultiLineString, MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import { mercatorAt } from '../../../src/map/projection/mercator.ts';
import type { Layers } from '../layers.ts';
import { formatLines, formatRings } from './paths.ts';
import { signedArea } from '../plane.ts';
import { thinnedBy, type Snap, type Thinning } from '../thin/thin.ts';

/** Ground that is drawn as it stands: SVG path data in whole steps on the plane. */
export interface Still {
  /** How many steps the world is wide. */
  scale: number;
  /** Closed; its outline is the coast. */
  land: string;
  borders: string;
}

const snapTo =
  (scale: number): Snap =>
  ([lon = 0, lat = 0]) =>
    mercatorAt([lon, lat]).map((value) => Math.round(value * scale));

/** Without the vertices that rounding has put upon their neighbours or in one line with them. */
function bent(line: readonly Position[]): Position[] {
  const kept: Position[] = [];
  line.forEach((point, index) => {
    const [before, after] = [kept.at(-1), line[index + 1]];
    if (before && after && signedArea([before, point, after]) === 0) return;
    kept.push(point);
  });
  return kept;
}

/** What the features of a thinned topology are made of; positions are steps on the plane. */
interface Thin {
  land: MultiPolygon;
  borders: MultiLineString;
}

function geometryOf<Name extends keyof Thin>(thin: Topology, name: Name): Thin[Name] {
  const { geometry } = feature(thin, thin.objects[name] as GeometryObject) as Feature;
  return geometry as Thin[Name];
}

/** Land and borders, thinned together so that borders end on the coast, as path data. */
export function createStill(
  { land, borders }: Pick<Layers, 'land' | 'borders'>,
  scale: number,
  thinning: Thinning,
): Still {
  const thin = thinnedBy({ land, borders }, thinning, snapTo(scale)) as Topology;
  const rings = geometryOf(thin, 'land').coordinates.flat().map(bent);
  const lines = geometryOf(thin, 'borders').coordinates.map(bent);
  return {
    scale,
    land: formatRings(rings.filter((ring) => ring.length > 3)),
    borders: formatLines(lines.filter((line) => line.length > 1)),
  };
}
