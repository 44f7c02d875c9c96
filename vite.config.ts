import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const at = (path: string) => new URL(path, import.meta.url).pathname;

export default defineConfig({
  root: at('src'),
  publicDir: at('public'),
  // A built folder can be dropped anywhere in a newsroom's file system.
  base: './',
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
  build: {
    outDir: at('dist'),
    emptyOutDir: true,
    target: 'es2023',
    rolldownOptions: { input: [at('src/index.html'), at('src/embed.html')] },
  },
  resolve: process.env['VITEST'] ? { conditions: ['browser'] } : {},
  test: {
    root: at('.'),
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
  },
});
