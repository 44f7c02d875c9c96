import { svelte } from '@sveltejs/vite-plugin-svelte';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Plugin } from 'vite';
import { withoutUnused, type Atlas } from '../../../geo/derive/countries.ts';
import { RASTERISER_FILES } from '../card/rasteriser.ts';
import { readRasteriserFiles } from './rasteriser-files.ts';

/*
 * Builds the command `parley-map` with all the packages that it needs, so that it runs where nothing is installed. Each of its
 * commands loads only what it needs: checking does not load the render.
 */
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const OUT = at('../../../dist/cli/');

const compress = (bytes: Uint8Array): Buffer =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

/** What a page loads only in a browser: the live map and its basemap, 1.3 MB. */
const IN_BROWSERS = /\/(maplibre-map|live-grounds)\.ts$/;
const NOTHING = '\0parley-nothing';

/** Leaves out what the server render never loads. */
const withoutLiveMap: Plugin = {
  name: 'parley-without-live-map',
  enforce: 'pre',
  resolveId: (source) => (IN_BROWSERS.test(source) ? NOTHING : null),
  load: (id) => (id === NOTHING ? 'export default null;' : null),
};

/**
 * Leaves out of Natural Earth's countries what no ground shows: 15 kB (gzip) of 229. Brotli, as a text in base64, saves 20 more:
 * `gzip`, which packs the package, takes back what base64 adds.
 */
const smallAtlas: Plugin = {
  name: 'parley-small-atlas',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith('/countries-50m.json?raw')) return null;
    const atlas = JSON.parse(await readFile(id.replace(/\?raw$/, ''), 'utf8')) as Atlas;
    const compressed = compress(Buffer.from(JSON.stringify(withoutUnused(atlas))));
    return `import { brotliDecompressSync } from 'node:zlib';
export default brotliDecompressSync(Buffer.from('${compressed.toString('base64')}', 'base64')).toString();`;
  },
};

await build({
  configFile: false,
  root: at('../..'),
  publicDir: false,
  logLevel: 'warn',
  json: { stringify: true },
  plugins: [
    withoutLiveMap,
    smallAtlas,
    svelte({
      configFile: false,
      emitCss: false,
      // The card is drawn with the styles of its components.
      compilerOptions: { runes: true, css: 'injected' },
    }),
  ],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: OUT,
    emptyOutDir: true,
    target: 'node20',
    minify: true,
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      input: at('../../cli/parley-map.ts'),
      output: {
        banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
      },
    },
  },
});

const { wasm, fonts } = await readRasteriserFiles();
await mkdir(`${OUT}card`, { recursive: true });
await writeFile(`${OUT}card/${basename(RASTERISER_FILES.wasm)}.br`, compress(wasm));
for (const [index, font] of fonts.entries()) {
  await writeFile(`${OUT}card/${basename(RASTERISER_FILES.fonts[index] ?? '')}`, font);
}
// The licence of both fonts is the same text. Those of all scripts are in `licenses.md`.
await copyFile(at('../../../node_modules/@fontsource/source-sans-3/LICENSE'), `${OUT}card/LICENSE`);
