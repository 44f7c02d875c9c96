import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature, transform } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { alongLine, parseDemarcation } from './demarcation/demarcation.ts';

type Named = { name: string };
type Atlas = Topology<{ countries: GeometryCollection<Named> }>;
export type Country = Feature<Polygon | MultiPolygon, Named>;

/** Left out: it lies south of every frame, and its ring around the pole cannot be unrolled. */
const ANTARCTICA = '010';
const NORTH_KOREA = '408';
const SOUTH_KOREA = '410';

/** Leased areas and bases, which Natural Earth cuts out of a country. Their borders are not drawn. */
const LEASES = new Set(['Baikonur', 'USNB Guantanamo Bay', 'Dhekelia', 'Akrotiri']);

function parseAtlas(): Atlas {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  return JSON.parse(readFileSync(path, 'utf8')) as Atlas;
}

function decoded({ transform: grid, ...atlas }: Atlas): Atlas {
  if (!grid) return atlas;
  return {
    ...atlas,
    arcs: atlas.arcs.map((arc) => {
      const at = transform(grid); // Adds up the steps. A falsy second argument starts again at 0.
      return arc.map((point, index) => at(point as [number, number], index > 0));
    }),
  };
}

function withDemarcation(atlas: Atlas): Atlas {
  const countryOf = (id: string) => {
    const found = atlas.objects.countries.geometries.find((each) => each.id === id);
    if (found?.type === 'Polygon' || found?.type === 'MultiPolygon') return found;
    throw new Error(`No country ${id} in the atlas.`);
  };
  const [north, south] = [countryOf(NORTH_KOREA), countryOf(SOUTH_KOREA)];
  return alongLine(atlas, north, south, parseDemarcation()) as Atlas;
}

/** All countries of Natural Earth 1:10m except Antarctica. The two Koreas meet at the demarcation line. */
export function createCountries(): Country[] {
  const atlas = withDemarcation(decoded(parseAtlas()));
  return feature(atlas, atlas.objects.countries).features.filter(
    (each): each is Country =>
      each.id !== ANTARCTICA &&
      (each.geometry.type === 'Polygon' || each.geometry.type === 'MultiPolygon'),
  );
}

export function isLease(country: { properties?: unknown }): boolean {
  return LEASES.has((country.properties as Named | undefined)?.name ?? '');
}
