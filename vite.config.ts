import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompileOptions } from 'svelte/compiler';
import { defineConfig } from 'vitest/config';
import { earlyPlugin } from './src/site/head-script-plugin.ts';
import { headPlugin } from './src/site/metadata/metadata-plugin.ts';
import { headersPlugin } from './src/site/headers-plugin.ts';
import { hintPlugin } from './src/site/hint-plugin.ts';
import { pagePlugin } from './src/site/page-plugin.ts';
import { scriptPlugin } from './src/site/script-plugin.ts';
import { storyPlugin } from './src/site/story-plugin.ts';
import { terserPlugin } from './src/site/terser-plugin.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The story that is shown: of the newsroom that builds, or our own. */
const story = resolve(process.env['PARLEY_STORY'] || at('geo/stories/korea-thaw.json'));
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string };

/** `geo/basemap/korea.json` becomes `ground-korea`: a chunk's name says what it holds. */
const dataChunk = (kind: string) => (id: string) => {
  const [file = '', query = ''] = id.split('?');
  const [, language = ''] = /texts=(.+)/.exec(query) ?? [];
  return [kind, basename(file, '.json'), language].filter(Boolean).join('-');
};

/**
 * Chunks whose names tell what they are, because the budgets in `.size-limit.json` are written in
 * terms of them: MapLibre, the ground, the stories and the fault finder apart from everything else.
 */
const groups = [
  // Each with all that it needs: what comes later builds on it, and two halves weigh more than a whole.
  {
    name: 'open',
    test: /[\\/]src[\\/](ui[\\/]shell[\\/]bootstrap|ui[\\/]url[\\/](parameters|display-settings)|map[\\/]basemap[\\/]colours|time[\\/]gregorian)\.ts$|\?story$/,
    priority: 3,
  },
  // The page counts days as `open` does, but reads no dates: only a frame's host page writes any.
  { name: 'embed-dates', test: /[\\/]src[\\/]time[\\/]edtf\.ts$/, priority: 2 },
  {
    name: 'page',
    // With the styles of all that the server writes; what a script makes later brings its own.
    test: /[\\/]src[\\/]ui[\\/]shell[\\/]page\.ts$|(?<!Controls|Help|TimelineMarks|PlaceHistory|Share\w*)\.svelte\?.*type=style/,
    priority: 1,
  },
  {
    name: 'embed-line',
    test: /[\\/]src[\\/]ui[\\/]frame[\\/](framed|frame-\w+|pause-\S+|FrameLine)\.(ts|svelte)$/,
  },
  { name: 'embed-clip', test: /[\\/]src[\\/]ui[\\/]url[\\/]clip\.ts$/ },
  // The keys know it as well as the line below a frame.
  {
    name: 'parts-fullscreen',
    test: /[\\/]src[\\/]ui[\\/]transport[\\/]fullscreen\.ts$/,
    priority: 1,
  },
  // What only a frame needs is fetched by no other page.
  {
    name: 'embed-calls',
    test: /[\\/]src[\\/](embed[\\/]guest[\\/](rpc-methods|player-events)|player[\\/]watch-player)\.ts$/,
  },
  {
    name: 'embed-store',
    test: /[\\/]svelte[\\/]src[\\/]store[\\/]shared[\\/]/,
    priority: 2,
    // It builds on all of Svelte, which is the page's.
    includeDependenciesRecursively: false,
  },
  // The table of heights, which the dialog that shares knows too.
  { name: 'embed-protocol', test: /[\\/]src[\\/]embed[\\/]protocol\.ts$/ },
  { name: 'maplibre', test: /[\\/]node_modules[\\/]maplibre-gl[\\/]/ },
  { name: 'jsonc-parser', test: /[\\/]node_modules[\\/]jsonc-parser[\\/]/ },
  { name: dataChunk('ground'), debugName: 'ground', test: /[\\/]geo[\\/]basemap[\\/].*\.json/ },
  {
    name: dataChunk('story'),
    debugName: 'story',
    test: /\.json\?story-form$/,
  },
  {
    name: dataChunk('texts'),
    debugName: 'texts',
    test: /\.json\?story-texts=/,
  },
];

/** Short, since every scoped rule and every scoped element says it; by the style alone, so it is the same everywhere. */
const cssHash: CompileOptions['cssHash'] = ({ css, hash }) => `p${hash(css).slice(0, 4)}`;

/** What the page in a browser and its render on the server are both made with. */
const common = () => ({
  root: at('src'),
  plugins: [
    storyPlugin(story),
    svelte({ configFile: false as const, compilerOptions: { runes: true, cssHash } }),
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
    earlyPlugin(at('src/head.ts')),
    headPlugin({ story, address: process.env['PARLEY_URL'] }),
    pagePlugin({ story, entry: 'prerender.ts', config: common }),
    terserPlugin(),
    hintPlugin(),
    scriptPlugin({ folder: at('src/'), names: ['parley-map', 'parley-article'], version }),
    headersPlugin(),
  ],
  build: {
    outDir: at('dist'),
    emptyOutDir: true,
    target: 'es2023',
    // Every browser of that year preloads modules by itself.
    modulePreload: { polyfill: false },
    // MapLibre alone is a megabyte; .size-limit.json holds the real budgets.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // To look at a global is to change nothing.
      treeshake: {
        unknownGlobalSideEffects: false,
        // Whoever wants nothing of a module of dates, or of Svelte's stores, need not fetch it.
        moduleSideEffects: [{ test: /[\\/]src[\\/](time|store)[\\/]/, sideEffects: false }],
      },
      input: [at('src/index.html'), at('src/embed.html')],
      output: { codeSplitting: { groups } },
    },
  },
  resolve: process.env['VITEST']
    ? { conditions: ['browser'] }
    : {
        alias: {
          'd3-color': at('src/ui/timeline/d3-unused.ts'),
          'd3-format': at('src/ui/timeline/d3-unused.ts'),
          'd3-time-format': at('src/ui/timeline/d3-unused.ts'),
        },
      },
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
