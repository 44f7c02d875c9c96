import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { compileHintPlugin } from './src/site/compile-hint-plugin.ts';
import { headScriptPlugin } from './src/site/head-script-plugin.ts';
import { headersPlugin } from './src/site/headers-plugin.ts';
import { readOrigins } from './src/site/media/media-origins.ts';
import { metadataPlugin } from './src/site/metadata-plugin.ts';
import { pagePlugin } from './src/site/page-plugin.ts';
import { scriptPlugin } from './src/site/script-plugin.ts';
import { storyPlugin } from './src/site/story-plugin.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The story that is shown: of the newsroom that builds, or our own. */
const story = resolve(process.env['PARLEY_STORY'] || at('geo/stories/korea-thaw.json'));
const address = process.env['PARLEY_URL'];
const origins = readOrigins(process.env['PARLEY_MEDIA']);
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string };

/** The story in one language, `korea-thaw.json?story=ko`, becomes `story-korea-thaw-ko`. */
const chunkName = (id: string | null) =>
  id?.includes('.json?story=') ? `story-${basename(id.replace('.json?story=', '-'))}` : '[name]';

/** What the page in a browser and its render on the server are both made with. */
const common = () => ({
  root: at('src'),
  plugins: [
    storyPlugin(story, origins),
    svelte({ configFile: false, compilerOptions: { runes: true } }),
  ],
  // JSON.parse of a string starts several times sooner than the same data as an object literal.
  json: { stringify: true },
});

export default defineConfig({
  ...common(),
  publicDir: at('public'),
  // A missing file is a 404, never the start page in disguise.
  appType: 'mpa',
  // A built folder can be dropped anywhere in a newsroom's file system.
  base: './',
  plugins: [
    ...common().plugins,
    headScriptPlugin(at('src/head.ts')),
    metadataPlugin({ story, address }),
    pagePlugin({ story, entry: 'prerender.ts', config: common }),
    scriptPlugin({ folder: at('src/'), names: ['parley-map', 'parley-article'], version, address }),
    compileHintPlugin('page'),
    headersPlugin(address, origins),
  ],
  build: {
    outDir: at('dist'),
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: true,
    // Every browser of that year preloads modules by itself.
    modulePreload: { polyfill: false },
    // One style sheet for page and frame. The server writes all of a page, so its styles are needed at once; and a part
    // that is loaded later cannot fail for its style sheet.
    cssCodeSplit: false,
    // MapLibre alone is a megabyte; .size-limit.json holds the real budgets.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: [at('src/index.html'), at('src/embed.html')],
      // A module of `time/` does nothing by itself: a page that uses nothing of it need not fetch it.
      treeshake: {
        moduleSideEffects: [{ test: /[\\/]src[\\/]time[\\/]/, sideEffects: false }],
      },
      output: {
        chunkFileNames: ({ facadeModuleId }) => `assets/${chunkName(facadeModuleId)}-[hash].js`,
        codeSplitting: {
          // What comes late and is large, by names that the budgets can tell.
          groups: [
            { name: 'maplibre', test: /[\\/]node_modules[\\/]maplibre-gl[\\/]/ },
            // Grammar of dates, for addresses that name a clip and for host pages: 2.6 kB (gzip) that other pages save.
            {
              name: 'dates',
              test: /[\\/]src[\\/]time[\\/](edtf|date-hints|flaw)\.ts$/,
              includeDependenciesRecursively: false,
            },
            {
              name: 'ground',
              test: /[\\/]geo[\\/]basemap[\\/](continents|cities|korea|dmz)\.json/,
            },
          ],
        },
      },
    },
  },
  resolve: process.env['VITEST'] ? { conditions: ['browser'] } : {},
  test: {
    root: at('.'),
    environment: 'node',
    // Far from every place of the story, so that a reader's own zone shows where it slips in.
    env: { TZ: 'America/New_York' },
    include: ['tests/**/*.test.ts'],
    // No test file changes what another reads, and modules that are evaluated once save a third of the time.
    isolate: false,
    // A limit is there for what never ends: a slow machine must not fail.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
  },
});
