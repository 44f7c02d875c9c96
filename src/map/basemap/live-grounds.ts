import { parseGround } from './parse-ground.ts';
import type { LiveGrounds } from './style.ts';

/** Fetches the data of the live map. It is finer than the static basemap. `file`: the story's own ground. */
export async function loadLiveGrounds(file?: string): Promise<LiveGrounds> {
  const [own, continents, cities, korea, dmz] = await Promise.all([
    file === undefined ? null : fetchGround(file),
    import('../../../geo/basemap/continents.json'),
    import('../../../geo/basemap/cities.json'),
    import('../../../geo/basemap/korea.json'),
    import('../../../geo/basemap/dmz.json'),
  ]);
  return {
    world: parseGround(continents.default),
    own: own === null ? null : parseGround(own),
    crops: [parseGround(cities.default), parseGround(korea.default)],
    zones: dmz.default,
  };
}

async function fetchGround(file: string): Promise<unknown> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: the server answered ${response.status}.`);
  return response.json();
}
