import type { NameRow } from '../../../src/map/basemap/ground-names.ts';
import type { Country } from '../countries.ts';
import { pacificCountries, wholeCountries } from '../pacific.ts';
import type { Frame } from '../plane.ts';
import { spotsOf } from './lands.ts';
import { LEFT_OUT, TABLE } from './table.ts';

/** Degrees of longitude: narrower lands have no room for a name in the closest view. */
const LEAST_SPAN = 0.05;

/** ISO 3166: the letters of a number. */
function codeOf(number: string): string | null {
  return new Intl.Locale(`und-${number}`).region ?? null;
}

const parseTable = (table: string): NameRow[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', ...numbers] = line.split(' ');
      return [id, ...numbers.map(Number)];
    });

const wrap = (lng: number): number => lng - 360 * Math.round(lng / 360);

/** Narrow lands need exact spots. */
const roundedTo =
  (span: number) =>
  (value: number): number => {
    const steps = span < 3 ? 100 : 10;
    return Math.round(value * steps) / steps;
  };

function rowOf(country: Country): readonly NameRow[] {
  const id = country.id === undefined ? null : codeOf(String(country.id));
  const spots = spotsOf(country);
  const [widest] = spots;
  if (id === null || LEFT_OUT.includes(id) || !widest || widest.span < LEAST_SPAN) return [];
  const rounded = roundedTo(widest.span);
  const at = spots.flatMap((spot) => [rounded(wrap(spot.at[0])), rounded(spot.at[1])]);
  return [[id, rounded(widest.span), ...at]];
}

/** The names of all lands and large seas. Those from the table come first, then the widest lands. */
export function createNames(countries: readonly Country[]): readonly NameRow[] {
  const chosen = parseTable(TABLE);
  const known = new Set(chosen.map(([id]) => id));
  const derived = wholeCountries(countries)
    .flatMap(rowOf)
    .filter(([id]) => !known.has(id));
  const rest = new Map(
    derived.sort((a, b) => (b[1] ?? 0) - (a[1] ?? 0)).map((row) => [row[0], row]),
  );
  return [...chosen, ...rest.values()];
}

/** The names of lands in what a frame shows of them: those of the lands' middles may lie far outside. */
export const namesWithin = (countries: readonly Country[], frame: Frame): readonly NameRow[] =>
  pacificCountries(countries, frame).flatMap(rowOf);
