import peninsula from '../../geo/basemap/peninsula.json';
import world from '../../geo/basemap/world.json';
import type { Bounds } from '../story/story.ts';
import { formatGround, parseGround, type Ground, type GroundPaths } from './ground.ts';
import type { LiveGrounds } from './style.ts';

/** The bundled ground: light paths for the still map at once, finer GeoJSON for the live map later. */
export interface GroundData {
  readonly world: GroundPaths;
  /** The paths that show a part of the world as finely as the still map has it. */
  readonly detail: (bounds: Bounds) => GroundPaths;
  readonly live: () => Promise<LiveGrounds>;
}

export function createGroundData(): GroundData {
  const coarse = formatGround(parseGround(world));
  const part = parseGround(peninsula);
  const fine = formatGround(part);
  return {
    world: coarse,
    detail: (bounds) => (contains(frameOf(part), bounds) ? fine : coarse),
    live: loadLiveGrounds,
  };
}

async function loadLiveGrounds(): Promise<LiveGrounds> {
  const [continents, cities, korea, dmz] = await Promise.all([
    import('../../geo/basemap/continents.json'),
    import('../../geo/basemap/cities.json'),
    import('../../geo/basemap/korea.json'),
    import('../../geo/basemap/dmz.json'),
  ]);
  return {
    world: parseGround(continents.default),
    crops: [parseGround(cities.default), parseGround(korea.default)],
    zones: dmz.default,
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
