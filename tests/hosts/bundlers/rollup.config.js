import { nodeResolve } from '@rollup/plugin-node-resolve';

export default {
  input: 'plain/main.js',
  plugins: [nodeResolve()],
  output: { dir: 'site/rollup', format: 'es' },
};
