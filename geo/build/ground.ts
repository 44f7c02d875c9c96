import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createCountries } from './atlas.ts';
import { createContinents } from './continents.ts';
import { CITIES, createCrops, KOREA } from './crops.ts';
import { createDmz } from './dmz.ts';
import { createStillPeninsula } from './still-peninsula.ts';
import { createStillWorld } from './still-world.ts';

/** Every file of the ground by its name. The same words each time: nothing here asks date or chance. */
export function drawGround(): Map<string, string> {
  const countries = createCountries();
  const files = {
    'still-world.json': createStillWorld(countries),
    'still-peninsula.json': createStillPeninsula(countries),
    'continents.json': createContinents(countries),
    'korea.json': createCrops(countries, KOREA),
    'cities.json': createCrops(countries, CITIES),
    'dmz.json': createDmz(),
  };
  return new Map(Object.entries(files).map(([name, file]) => [name, `${JSON.stringify(file)}\n`]));
}

function writeGround(folder: string): void {
  for (const [name, text] of drawGround()) {
    writeFileSync(join(folder, name), text);
    const light = gzipSync(text, { level: 9 }).length;
    console.log(`${name.padEnd(20)} ${text.length} bytes, ${light} gzipped`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeGround(fileURLToPath(new URL('../basemap/', import.meta.url)));
}
