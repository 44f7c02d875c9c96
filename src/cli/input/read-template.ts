import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { RASTERISER_FILES, type RasteriserFiles } from '../../site/card/rasteriser.ts';
import { unpackFiles } from '../../site/packed-files.ts';
import { FACTS_FILE, type Files, type Template, type TemplateFacts } from '../../site/template.ts';
import { readFolder } from './read-folder.ts';

/** The folder of the built command, `dist/cli/`. `src/site/vite/command.ts` and `vite build` write it. */
const BUILT = fileURLToPath(new URL('./', import.meta.url));

/** The folder that `vite build` has made, with source maps and examples; in the package, the file that is made of it. */
const readFiles = async (): Promise<Files> =>
  existsSync(`${BUILT}template/${FACTS_FILE}`)
    ? new Map(await readFolder(`${BUILT}template/`))
    : unpackFiles(brotliDecompressSync(await readFile(`${BUILT}template.br`)));

/** The template of sites, as it is packed with the command. */
export async function readTemplate(): Promise<Template> {
  const files = new Map(await readFiles());
  const facts = files.get(FACTS_FILE);
  if (!facts) throw new Error(`${BUILT} has no ${FACTS_FILE}. Run: npm run build`);
  files.delete(FACTS_FILE);
  const { version, words, extras } = JSON.parse(new TextDecoder().decode(facts)) as TemplateFacts;
  return { version, words, extras, files, rasteriser: readRasteriser };
}

async function readRasteriser(): Promise<RasteriserFiles> {
  const read = (name: string): Promise<Buffer> => readFile(`${BUILT}card/${basename(name)}`);
  const wasm = brotliDecompressSync(await read(`${RASTERISER_FILES.wasm}.br`));
  return { wasm, fonts: await Promise.all(RASTERISER_FILES.fonts.map(read)) };
}
