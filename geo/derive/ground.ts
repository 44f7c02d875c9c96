import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readCountries } from './atlas.ts';
import { createContinents } from './continents.ts';
import { CITIES, KOREA } from '../../src/map/projection/closest.ts';
import { createCrops } from './crops.ts';
import { createDmz } from './demarcation/dmz.ts';
import { createNames } from './names/names.ts';
import { createNearLand } from './near-land.ts';
import { createStillPeninsula } from './still/still-peninsula.ts';
import { createStillWorld } from './still/still-world.ts';

/** All files of the basemap, by name. The result depends on nothing else, such as time or random numbers. */
export function drawGround(): Map<string, string> {
  const countries = readCountries();
  const files = {
    'still-world.json': createStillWorld(countries),
    'still-peninsula.json': createStillPeninsula(countries),
    'continents.json': createContinents(countries),
    'korea.json': createCrops(countries, KOREA),
    'cities.json': createCrops(countries, CITIES),
    'dmz.json': createDmz(),
    'names.json': createNames(countries),
    'near-land.json': createNearLand(),
  };
  return new Map(Object.entries(files).map(([name, file]) => [name, `${JSON.stringify(file)}\n`]));
}

function writeGround(folder: string): void {
  for (const [name, text] of drawGround()) {
    writeFileSync(join(folder, name), text);
    const zipped = gzipSync(text, { level: 9 }).length;
    console.log(`${name.padEnd(20)} ${text.length} bytes, ${zipped} gzipped`);
  }
}

/** Faults of the committed files. Each must equal the derived one, byte for byte, and there may be no other file. */
export function faultsOfGround(drawn: ReadonlyMap<string, string>, folder: string): string[] {
  const there = readdirSync(folder);
  return [
    ...there.filter((name) => !drawn.has(name)).map((name) => `${name} is not drawn by anything.`),
    ...[...drawn].flatMap(([name, text]) => {
      if (!there.includes(name)) return `${name} is missing.`;
      return readFileSync(join(folder, name), 'utf8') === text ? [] : `${name} differs.`;
    }),
  ];
}

function checkGround(folder: string): void {
  const faults = faultsOfGround(drawGround(), folder);
  for (const fault of faults) console.error(`geo/basemap/${fault} Run: npm run ground`);
  if (faults.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../basemap/', import.meta.url));
  if (process.argv.includes('--check')) checkGround(folder);
  else writeGround(folder);
}
