import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Bundles the page of a newsroom that brings its own scripts, as that newsroom would: with the library
 * that was built, found by its name.
 */
export async function bundlePage(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: at('page'),
    base: './',
    logLevel: 'error',
    resolve: { alias: { 'parley-map': fileURLToPath(import.meta.resolve('parley-map')) } },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2023',
      minify: false,
      cssMinify: false,
      reportCompressedSize: false,
    },
  });
}
