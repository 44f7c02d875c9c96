import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCountries, type Atlas, type Country } from './countries.ts';

/** All countries of Natural Earth 1:10m. */
export function readCountries(): Country[] {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  return createCountries(JSON.parse(readFileSync(path, 'utf8')) as Atlas);
}
