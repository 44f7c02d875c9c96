import { geoContains } from 'd3-geo';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import rows from '../../../geo/basemap/names.json';
import {
  formatNames,
  isSea,
  namesIn,
  namesOf,
  parseNames,
  withParts,
  type NameRow,
} from '../../../src/map/basemap/ground-names.ts';
import { ENGLISH } from '../../../src/ui/words/en.ts';

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Of Natural Earth: at the same scale as the names' source (10m), or coarser. */
function countriesAt(scale: '10m' | '110m') {
  const file = `../../../node_modules/world-atlas/countries-${scale}.json`;
  const atlas = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Atlas;
  return feature(atlas, atlas.objects.countries).features;
}

const NAMES = namesOf(rows as unknown as NameRow[]);
const lands = NAMES.filter(({ id }) => !isSea(id));
const seas = NAMES.filter(({ id }) => isSea(id));
const english = new Intl.DisplayNames('en', { type: 'region' });

/** Of ISO 3166, by hand: not from the table that the derivation uses. */
const CODES: Readonly<Record<string, string>> = {
  '250': 'FR',
  '566': 'NG',
  '562': 'NE',
  '076': 'BR',
  '242': 'FJ',
  '408': 'KP',
  '410': 'KR',
  '826': 'GB',
  '804': 'UA',
  '710': 'ZA',
  '442': 'LU',
  '180': 'CD',
  '178': 'CG',
};

describe('Against Natural Earth’s countries', () => {
  const fine = countriesAt('10m');
  const coarse = countriesAt('110m');

  it('a land has every spot on its own land, also a narrow one', () => {
    for (const country of fine) {
      const code = CODES[String(country.id)];
      if (code === undefined) continue;
      const spots = lands.find(({ id }) => id === code)?.spots ?? [];
      expect(spots.length, code).toBeGreaterThan(0);
      // Spots that were chosen by eye may lie off the coast, but not the first.
      expect(geoContains(country, [...(spots[0] ?? [0, 0])]), code).toBe(true);
    }
  });

  it.each(seas)('$id has its spots on no land', ({ spots }) => {
    const found = spots.map((spot) => coarse.find((one) => geoContains(one, [...spot])));
    expect(found.map((one) => one?.properties.name)).toEqual(spots.map(() => undefined));
  });
});

it('every land has a name in browsers, and every sea in the interface', () => {
  for (const { id } of lands) expect(english.of(id), id).not.toBe(id);
  expect(seas.map(({ id }) => id).sort()).toEqual(Object.keys(ENGLISH.map.seas).sort());
});

it('nearly every country of the world has a name; lands in dispute have none', () => {
  expect(lands.length).toBeGreaterThan(190);
  for (const id of ['TW', 'PS', 'EH', 'FK', 'XK']) {
    expect(lands.map((land) => land.id)).not.toContain(id);
  }
});

describe('the names in a view', () => {
  const idsIn = (bounds: readonly [number, number, number, number]) =>
    namesIn(NAMES, [{ bounds, width: 1300 }]).map(({ id }) => id);

  it('are those of its lands and seas', () => {
    const europe = idsIn([-10, 36, 32, 60]);
    expect(europe).toEqual(
      expect.arrayContaining(['FR', 'DE', 'CH', 'AT', 'PT', 'north', 'baltic']),
    );
    for (const id of ['KP', 'BR', 'pacific', 'NZ']) expect(europe).not.toContain(id);
    expect(idsIn([-20, -36, 52, 38])).toEqual(expect.arrayContaining(['NE', 'TD', 'MG', 'CD']));
  });

  it('are found across the date line, in whatever turn the frame is written', () => {
    for (const turn of [-360, 0]) {
      expect(idsIn([172 + turn, -24, 190 + turn, -12])).toContain('FJ');
    }
  });

  it('are those that have room', () => {
    expect(idsIn([-180, -60, 180, 80])).not.toContain('LU');
    expect(idsIn([2, 48, 9, 52])).toContain('LU');
  });
});

it('names are the same after they were written into the page', () => {
  expect(parseNames(formatNames(NAMES))).toEqual(NAMES);
  expect(parseNames('')).toEqual([]);
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  fc.assert(fc.property(text, (any) => void parseNames(any)));
});

describe('A land whose middle lies outside a frame', () => {
  const [france] = namesOf([['FR', 8, 2, 47]]);
  const paris = [1.75, 48.6, 2.95, 49.1] as const;
  const part = namesOf([['FR', 1.2, 2.35, 48.85]]);

  it('has its name in the part that the frame shows, as wide as that part', () => {
    expect(withParts(france ? [france] : [], part, paris)).toEqual(
      namesOf([['FR', 1.2, 2.35, 48.85, 2, 47]]),
    );
  });

  it('keeps its usual spots where the frame shows one, or hardly anything of the land', () => {
    const usual = france ? [france] : [];
    expect(withParts(usual, part, [-5, 42, 8, 51])).toEqual(usual);
    expect(withParts(usual, namesOf([['FR', 0.05, 2.35, 48.85]]), paris)).toEqual(usual);
    expect(withParts(usual, namesOf([['DE', 1.2, 2.35, 48.85]]), paris)).toEqual(usual);
  });

  it('has its name on the other turn of the earth too', () => {
    const fiji = namesOf([['FJ', 1.1, 178, -17.8]]);
    expect(withParts(fiji, namesOf([['FJ', 1, -179, -18]]), [-184, -23, -169, -12])).toEqual(fiji);
  });
});
