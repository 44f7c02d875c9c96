import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { RASTERISER_FILES, type RasteriserFiles } from '../card/rasteriser.ts';

const { resolve } = createRequire(import.meta.url);
const read = (name: string): Promise<Buffer> => readFile(resolve(name));

/** What cards are drawn with, from the installed packages. */
export async function readRasteriserFiles(): Promise<RasteriserFiles> {
  const { wasm, fonts } = RASTERISER_FILES;
  const [code, ...letters] = await Promise.all([wasm, ...fonts].map(read));
  return { wasm: code ?? Buffer.alloc(0), fonts: letters };
}
