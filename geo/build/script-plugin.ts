import { minify } from 'terser';
import { build, type Plugin, type Rollup } from 'vite';
import { HEIGHTS } from '../../src/embed/protocol.ts';

export interface ScriptOptions {
  /** The module that a host page's script is made from, as a path. */
  readonly entry: string;
  /** The script's name without its ending. */
  readonly name: string;
  /** Of this build: the script is there once more under a name that will never mean anything else. */
  readonly version: string;
}

/**
 * Makes one classic script of a module and all it imports, with no name of its own in the page, for browsers
 * from 2020 on: what a host page loads. It is there under its own name, and under that of its version.
 */
export function scriptPlugin({ entry, name, version }: ScriptOptions): Plugin {
  return {
    name: 'parley-script',
    configureServer({ middlewares }) {
      middlewares.use(`/${name}.js`, (_request, response, next) => {
        buildScript(entry).then((source) => {
          response.setHeader('content-type', 'text/javascript; charset=utf-8');
          response.end(source);
        }, next);
      });
    },
    async generateBundle() {
      const source = await buildScript(entry);
      for (const fileName of [`${name}.js`, `${name}-${version}.js`]) {
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}

export async function buildScript(entry: string): Promise<string> {
  const built = (await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { PARLEY_HEIGHTS: JSON.stringify(formatHeights()) },
    build: {
      write: false,
      target: 'es2020',
      minify: false,
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'iife' } },
    },
  })) as Rollup.RollupOutput;
  const [chunk] = built.output;
  const { code = chunk.code } = await minify(chunk.code, {
    ecma: 2020,
    toplevel: true,
    compress: { passes: 3, unsafe_arrows: true },
    format: { comments: false },
  });
  return code;
}

/** The table of heights as rules for a box in a container: the browser keeps to it without a script. */
function formatHeights(): string {
  return HEIGHTS.map(({ from, share, base, least, most }) => {
    const exact = `round(${Math.round(share * 100)}cqw + ${base}px,1px)`;
    const height = share ? `clamp(${least}px,${exact},${most}px)` : `${base}px`;
    const rule = `section{height:${height}}`;
    return from ? `@container(width>=${from}px){${rule}}` : rule;
  }).join('');
}
