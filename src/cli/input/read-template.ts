import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { RASTERISER_FILES, type RasteriserFiles } from '../../site/card/rasteriser.ts';
import { unpackFiles } from '../../site/packed-files.ts';
import {
  FACTS_FILE,
  SHARED_PARTS,
  type Files,
  type Template,
  type WrittenFacts,
} from '../../site/template.ts';
import { readFolder } from './read-folder.ts';

/** The folder of the built command, `dist/cli/`. `src/site/vite/command.ts` and `vite build` write it. */
const BUILT = fileURLToPath(new URL('./', import.meta.url));

/** The library's parts, which the package has beside the command. */
const PARTS = fileURLToPath(new URL('../library/parts/', import.meta.url));

/** The template of sites, as it is packed with the command. */
export async function readTemplate(): Promise<Template> {
  const { version, words, extras, files } = existsSync(`${BUILT}template/${FACTS_FILE}`)
    ? takeFacts(new Map(await readFolder(`${BUILT}template/`)))
    : await readPacked();
  return { version, words, extras, files, rasteriser: readRasteriser };
}

/** The package's template: one file, and MapLibre, which the library has (`site/library/maplibre-plugin.ts`). */
async function readPacked(): Promise<WrittenFacts & { readonly files: Files }> {
  const block = brotliDecompressSync(await readFile(`${BUILT}template.br`));
  const { files, ...facts } = takeFacts(unpackFiles(block));
  const { default: worker } = (await import(
    pathToFileURL(`${PARTS}${SHARED_PARTS.worker}`).href
  )) as { readonly default: string };
  const shared: Files = new Map([
    [facts.maplibre.script, await readFile(`${PARTS}${SHARED_PARTS.script}`)],
    [facts.maplibre.worker, new TextEncoder().encode(worker)],
  ]);
  return { ...facts, files: new Map([...files, ...shared]) };
}

/** The facts, and the files without that of the facts. */
function takeFacts(all: Files): WrittenFacts & { readonly files: Files } {
  const facts = all.get(FACTS_FILE);
  if (!facts) throw new Error(`${BUILT} has no ${FACTS_FILE}. Run: npm run build`);
  const files = new Map([...all].filter(([path]) => path !== FACTS_FILE));
  return { ...(JSON.parse(new TextDecoder().decode(facts)) as WrittenFacts), files };
}

async function readRasteriser(): Promise<RasteriserFiles> {
  const read = (name: string): Promise<Buffer> => readFile(`${BUILT}card/${basename(name)}`);
  const wasm = brotliDecompressSync(await read(`${RASTERISER_FILES.wasm}.br`));
  return { wasm, fonts: await Promise.all(RASTERISER_FILES.fonts.map(read)) };
}
