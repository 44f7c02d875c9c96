import { svelte } from '@sveltejs/vite-plugin-svelte';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { writeDeclarations } from './declarations.ts';
import { describeElement, ELEMENT_TYPES } from './element-types.ts';
import { maplibrePlugin } from './maplibre-plugin.ts';
import { RESET, shadowStyles } from './shadow-styles.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const OUT = at('../../../dist/library/');

/** The name of the styles in `src/ui/shell/mount.ts`. */
const NAME = 'PARLEY_STYLES';

/** Writes the style sheet into the script, so that a shadow root can adopt it without another download. */
function stylesPlugin(): Plugin {
  return {
    name: 'parley-styles',
    enforce: 'post',
    generateBundle(_, bundle) {
      const sheets = Object.values(bundle).filter(({ fileName }) => fileName.endsWith('.css'));
      const styles = sheets.map((sheet) => (sheet.type === 'asset' ? String(sheet.source) : ''));
      if (sheets.length !== 1)
        return this.error(`One style sheet is expected, not ${sheets.length}.`);
      for (const { fileName } of sheets) Reflect.deleteProperty(bundle, fileName);
      const text = JSON.stringify(RESET + styles.join(''));
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk') chunk.code = chunk.code.replaceAll(NAME, () => text);
      }
    },
  };
}

/** Writes `import("./parts/ko.js")`. The minifier chooses backticks, which Vite reads only from version 8 on. */
const quotesPlugin: Plugin = {
  name: 'parley-quotes',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk')
        chunk.code = chunk.code.replace(/\bimport\(`([^`$]+)`\)/g, 'import("$1")');
    }
  },
};

await build({
  configFile: false,
  mode: 'library',
  root: at('../..'),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  json: { stringify: true },
  plugins: [
    svelte({ configFile: false, compilerOptions: { runes: true } }),
    maplibrePlugin(at('../../../dist/cli/template/')),
    stylesPlugin(),
    quotesPlugin,
  ],
  css: { postcss: { plugins: [shadowStyles()] } },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: 'es2023',
    cssCodeSplit: false,
    minify: false,
    cssMinify: true,
    // Library mode: the host's bundler, not ours, adds preloads for dynamic imports.
    lib: { entry: at('../../index.ts'), formats: ['es'], fileName: 'index' },
    chunkSizeWarningLimit: 3000,
    rolldownOptions: {
      treeshake: { unknownGlobalSideEffects: false },
      output: {
        // Blanks would make the package 90 kB larger. Hosts' bundlers shorten names, and need the notes of what has no effect.
        minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        comments: { legal: true, annotation: true },
        chunkFileNames: 'parts/[name].js',
        assetFileNames: 'parts/[name][extname]',
      },
    },
  },
});
await writeDeclarations(at('../../index.ts'), OUT);
await writeDeclarations(at('../../embed/host/element-types.ts'), `${OUT}embed/host/`);
await writeFile(`${OUT}element.d.ts`, ELEMENT_TYPES);
await writeFile(`${OUT}custom-elements.json`, JSON.stringify(await describeElement(), null, 2));
