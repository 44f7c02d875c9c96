import { resolve } from 'node:path';

/** Writes every page as HTML at build time, so the library is also imported without a browser. */
export default {
  output: 'export',
  distDir: '../site/next',
  basePath: '/next',
  reactStrictMode: true,
  turbopack: { root: resolve('.') },
};
