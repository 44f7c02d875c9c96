import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { readMediaOrigins, splitOrigins } from './src/site/media/media-origins.ts';
import { compileHintPlugin } from './src/site/vite/compile-hint-plugin.ts';
import { frameStylesPlugin } from './src/site/vite/frame-styles-plugin.ts';
import { headScriptPlugin } from './src/site/vite/head-script-plugin.ts';
import { previewPlugin } from './src/site/vite/preview-plugin.ts';
import { scriptPlugin } from './src/site/vite/script-plugin.ts';
import { storyPlugin } from './src/site/vite/story-plugin.ts';
import { templatePlugin } from './src/site/vite/template-plugin.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The story that `npm run dev` shows: of the newsroom that builds, or our own. */
const story = resolve(process.env['PARLEY_STORY'] || at('geo/stories/korea-thaw.json'));
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string };
const isTest = Boolean(process.env['VITEST']);

/** `vite build` makes the template of sites, which knows no story (`src/README.md`). `vite preview` serves our site. */
export default defineConfig(({ isPreview = false }) => ({
  root: at('src'),
  publicDir: at('public'),
  // JSON.parse of a string starts several times sooner than the same data as an object literal.
  json: { stringify: true },
  // A missing file is a 404, never the start page in disguise.
  appType: 'mpa',
  // A built folder can be dropped anywhere in a newsroom's file system.
  base: './',
  plugins: [
    svelte({
      configFile: false,
      // Tests draw the card with the styles of its components.
      emitCss: !isTest,
      compilerOptions: { runes: true, css: isTest ? 'injected' : 'external' },
    }),
    headScriptPlugin(at('src/head.ts')),
    frameStylesPlugin(at('src/'), 'ui/frame/frame.css'),
    storyPlugin(story, readMediaOrigins(splitOrigins(process.env['PARLEY_MEDIA']))),
    scriptPlugin({ folder: at('src/'), names: ['parley-map', 'parley-article'] }),
    compileHintPlugin('page'),
    templatePlugin(version),
    previewPlugin(),
  ],
  build: {
    outDir: at(isPreview ? 'dist' : 'dist/cli/template'),
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: true,
    // The licences of all packages in the scripts ask to be passed on with them.
    license: { fileName: 'licenses.md' },
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
        // MapLibre's licence asks for its notice in the library, which takes this file of it.
        comments: { legal: true },
        codeSplitting: {
          // What comes late and is large, by names that the budgets can tell.
          groups: [
            // MapLibre alone, as the library takes this file too. The address of its worker is not in it.
            {
              name: 'maplibre',
              test: /[\\/](maplibre[\\/]maplibre\.ts|maplibre-gl\.(mjs|css\?inline))$/,
            },
            // Grammar of dates, for addresses that name a clip and for host pages: 2.6 kB (gzip) that other pages save.
            {
              name: 'dates',
              test: /[\\/]src[\\/]time[\\/](edtf|date-hints|flaw)\.ts$/,
              includeDependenciesRecursively: false,
            },
            // What the page shares with parts that come late, as one file. The bundler would make three of it.
            {
              name: 'shared',
              test: /preload-helper|[\\/]src[\\/](time[\\/]gregorian|story[\\/]text|ui[\\/]words[\\/](choose-language|languages))\.ts$/,
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
  resolve: isTest ? { conditions: ['browser'] } : {},
  test: {
    root: at('.'),
    environment: 'node',
    // Far from every place of the story, so that a reader's own zone shows where it slips in.
    env: { TZ: 'America/New_York' },
    include: ['tests/**/*.test.ts'],
    // The card is drawn in the colours of a style sheet, which it reads as text.
    css: { include: [/\.css\?raw$/] },
    // No test file changes what another reads, and modules that are evaluated once save a third of the time.
    isolate: false,
    // A limit is there for what never ends: a slow machine must not fail.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
  },
}));
