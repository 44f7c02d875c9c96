import { resolve } from 'node:path';

export default {
  mode: 'production',
  entry: './plain/main.js',
  output: { path: resolve('site/webpack') },
  // A map needs more than webpack's budget of 250 kB.
  performance: { hints: false },
};
