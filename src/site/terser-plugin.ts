import { minify } from 'terser';
import type { Plugin } from 'vite';

/** Written by others, and small already; or all data. */
const LEFT = /^(maplibre|jsonc-parser|ground|story|texts)/;

/**
 * Has terser fold the page's own code before the bundler makes names and spaces short: the two see
 * different things, and together leave a fiftieth less than either. It shortens no names itself, which the
 * bundler does as well and sooner.
 */
export function terserPlugin(): Plugin {
  return {
    name: 'parley-terser',
    apply: 'build',
    async renderChunk(source, { name }) {
      if (LEFT.test(name)) return null;
      const { code = source } = await minify(source, {
        module: true,
        ecma: 2020,
        mangle: false,
        // A function that is used once and stands apart compresses better than one that is written in.
        compress: { passes: 3, inline: 1 },
        format: { comments: false },
      });
      return { code, map: null };
    },
  };
}
