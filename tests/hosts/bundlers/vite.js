import mdx from '@mdx-js/rollup';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

/** `parley-map` is a custom element: Vue must not look for a component of that name. */
const isCustomElement = (tag) => tag === 'parley-map';

export default defineConfig({
  base: './',
  plugins: [
    { enforce: 'pre', ...mdx() },
    vue({ template: { compilerOptions: { isCustomElement } } }),
  ],
  build: { target: 'es2023', chunkSizeWarningLimit: 3000 },
});
