import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { packFiles } from '../packed-files.ts';
import { FACTS_FILE, type WrittenFacts } from '../template.ts';

/*
 * Writes the template that `vite build` has made into one compressed file, `dist/cli/template.br`. The package has it instead
 * of the folder, without source maps, without the examples of our own site, and without MapLibre, which the library has.
 */
const OUT = fileURLToPath(new URL('../../../dist/cli/', import.meta.url));
const FOLDER = join(OUT, 'template');

const { maplibre } = JSON.parse(await readFile(join(FOLDER, FACTS_FILE), 'utf8')) as WrittenFacts;
const inLibrary: readonly string[] = Object.values(maplibre);
const entries = await readdir(FOLDER, { recursive: true, withFileTypes: true });
const paths = entries
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => relative(FOLDER, join(parentPath, name)).replaceAll(sep, '/'))
  .filter((path) => !/\.map$|^examples\//.test(path) && !inLibrary.includes(path))
  .sort();
const files = new Map(
  await Promise.all(paths.map(async (path) => [path, await readFile(join(FOLDER, path))] as const)),
);
const block = packFiles(files);
const compressed = brotliCompressSync(block, {
  params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: block.length },
});
await writeFile(join(OUT, 'template.br'), compressed);
// Their licences ask to be passed on in a form that can be read.
await copyFile(join(FOLDER, 'licenses.md'), join(OUT, 'template-licenses.md'));
