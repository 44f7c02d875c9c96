import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature, transform } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { alongLine, parseDemarcation } from './demarcation/demarcation.ts';

type Named = { name: string };

/** A file of world-atlas: the countries of Natural Earth. */
export type Atlas = Topology<{ countries: GeometryCollection<Named> }>;
export type Country = Feature<Polygon | MultiPolygon, Named>;

/** Left out: its ring around the pole cannot be unrolled. */
const ANTARCTICA = '010';
const NORTH_KOREA = '408';
const SOUTH_KOREA = '410';

/** Leased areas and bases, which Natural Earth cuts out of a country. Their borders are not drawn. */
const LEASES = new Set(['Baikonur', 'USNB Guantanamo Bay', 'Dhekelia', 'Akrotiri']);

export function isLease(country: { properties?: unknown }): boolean {
  return LEASES.has((country.properties as Named | undefined)?.name ?? '');
}

/** The same countries in a smaller file: without Antarctica, which is left out anyway, and without the outline of all land. */
export function withoutUnused({ type, transform: grid, objects, arcs }: Atlas): Atlas {
  const { countries } = objects;
  const geometries = countries.geometries.filter(({ id }) => id !== ANTARCTICA);
  const used = new Set(geometries.flatMap(arcsOf));
  return {
    type,
    ...(grid ? { transform: grid } : {}),
    objects: { countries: { ...countries, geometries } },
    // Countries name their arcs by number.
    arcs: arcs.map((arc, index) => (used.has(index) ? arc : [])),
  };
}

/** The numbers of a country's arcs. An arc that is walked backwards is written as `~number`. */
const arcsOf = (country: GeometryObject): readonly number[] =>
  'arcs' in country ? (country.arcs.flat(2) as number[]).map((arc) => (arc < 0 ? ~arc : arc)) : [];

/** An atlas with its arcs in degrees. */
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

/** All countries of an atlas except Antarctica. The two Koreas meet at the demarcation line. */
export function createCountries(file: Atlas): Country[] {
  const atlas = withDemarcation(decoded(file));
  return feature(atlas, atlas.objects.countries).features.filter(
    (each): each is Country =>
      each.id !== ANTARCTICA &&
      (each.geometry.type === 'Polygon' || each.geometry.type === 'MultiPolygon'),
  );
}
