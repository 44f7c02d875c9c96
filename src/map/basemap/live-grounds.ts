import { parseGround } from './parse-ground.ts';
import type { LiveGrounds } from './style.ts';

/** Fetches the data of the live map. It is finer than the static basemap. */
export async function loadLiveGrounds(): Promise<LiveGrounds> {
  const [continents, cities, korea, dmz] = await Promise.all([
    import('../../../geo/basemap/continents.json'),
    import('../../../geo/basemap/cities.json'),
    import('../../../geo/basemap/korea.json'),
    import('../../../geo/basemap/dmz.json'),
  ]);
  return {
    world: parseGround(continents.default),
    crops: [parseGround(cities.default), parseGround(korea.default)],
    zones: dmz.default,
  };
}
