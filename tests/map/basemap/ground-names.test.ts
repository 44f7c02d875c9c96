import { geoContains } from 'd3-geo';
import { readFileSync } from 'node:fs';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { GROUND_NAMES, isSea } from '../../../src/map/basemap/ground-names.ts';

const atlas = JSON.parse(
  readFileSync(
    new URL('../../../node_modules/world-atlas/countries-110m.json', import.meta.url),
    'utf8',
  ),
) as Topology<{ countries: GeometryCollection<{ name: string }> }>;
const countries = feature(atlas, atlas.objects.countries).features;
const english = new Intl.DisplayNames('en', { type: 'region' });

/** Natural Earth’s names where they are not those of browsers. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'United States of America': 'United States',
  'Dem. Rep. Congo': 'Congo - Kinshasa',
  Turkey: 'Türkiye',
  Myanmar: 'Myanmar (Burma)',
};

const countryAt = (spot: readonly [number, number]): string | null => {
  const name = countries.find((one) => geoContains(one, [...spot]))?.properties.name;
  return name === undefined ? null : (OTHERWISE[name] ?? name);
};

describe('Against Natural Earth’s countries', () => {
  const lands = GROUND_NAMES.filter(({ id }) => !isSea(id));
  const seas = GROUND_NAMES.filter(({ id }) => isSea(id));

  it.each(lands)('$id has its first spot on its own land, and none on another', ({ id, spots }) => {
    const found = spots.map(countryAt);
    expect(found[0]).toBe(english.of(id));
    expect(new Set(found.filter((name) => name !== null))).toEqual(new Set([english.of(id)]));
  });

  it.each(seas)('$id has its spots on no land', ({ spots }) => {
    expect(spots.map(countryAt)).toEqual(spots.map(() => null));
  });
});
