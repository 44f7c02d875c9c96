import { readFileSync } from 'node:fs';
import type { Topology } from 'topojson-specification';
import type { Atlas } from '../../../geo/derive/countries.ts';
import type { Sources } from '../../../geo/derive/region/region.ts';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));

/** What the builder of a site has. */
export const SOURCES: Sources = {
  atlas: read('node_modules/world-atlas/countries-50m.json') as Atlas,
  continents: read('geo/basemap/continents.json') as Topology,
};
