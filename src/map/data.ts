import korea from '../../geo/basemap/korea.json';
import world from '../../geo/basemap/world.json';
import type { Bounds } from '../story/story.ts';
import { formatGround, parseGround, type Ground, type GroundPaths } from './ground.ts';

/** The bundled ground: paths for the still map at once, GeoJSON for the live map when it comes. */
export interface GroundData {
  readonly world: GroundPaths;
  /** The paths that show a part of the world as finely as it is known. */
  readonly detail: (bounds: Bounds) => GroundPaths;
  readonly live: () => Promise<{ readonly world: Ground; readonly crops: readonly Ground[] }>;
}

export function createGroundData(): GroundData {
  const [coarse, fine] = [parseGround(world), parseGround(korea)];
  const [coarsePaths, finePaths] = [formatGround(coarse), formatGround(fine)];
  return {
    world: coarsePaths,
    detail: (bounds) => (contains(frameOf(fine), bounds) ? finePaths : coarsePaths),
    live: async () => {
      const { default: cities } = await import('../../geo/basemap/cities.json');
      return { world: coarse, crops: [parseGround(cities), fine] };
    },
  };
}

/** The rectangle of a crop. */
function frameOf({ frames }: Ground): Bounds {
  const ring = frames.features[0]?.geometry.coordinates[0] ?? [];
  const lngs = ring.map(([lng = 0]) => lng);
  const lats = ring.map(([, lat = 0]) => lat);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

const contains = (outer: Bounds, inner: Bounds): boolean =>
  outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
