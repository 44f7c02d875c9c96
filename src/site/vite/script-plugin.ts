import { build, type Plugin, type Rollup } from 'vite';
import { HEIGHTS } from '../../embed/protocol.ts';
import { ORIGIN_PLACE } from '../template.ts';

export interface ScriptOptions {
  /** Folder of the scripts' modules, ending in a slash. */
  readonly folder: string;
  /** Names of the scripts and their modules, without extension. */
  readonly names: readonly string[];
}

/**
 * Builds classic scripts for host pages, for browsers from 2020 on. Each contains a module and all its imports, and adds
 * no global name. The builder of a site names its origin in them (`site/build-site.ts`).
 */
export function scriptPlugin({ folder, names }: ScriptOptions): Plugin {
  const sourceOf = (name: string, origin: string) => buildScript(`${folder}${name}.ts`, origin);
  return {
    name: 'parley-script',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const name = names.find((each) => request.url?.split('?')[0] === `/${each}.js`);
        if (!name) return next();
        sourceOf(name, '').then((source) => {
          response.setHeader('content-type', 'text/javascript; charset=utf-8');
          response.end(source);
        }, next);
      });
    },
    async generateBundle() {
      for (const name of names) {
        const source = await sourceOf(name, ORIGIN_PLACE);
        this.emitFile({ type: 'asset', fileName: `${name}.js`, source });
      }
    },
  };
}

/**
 * A script for host pages. It does nothing on a server, which imports it to render a page, and in browsers without
 * `adoptedStyleSheets`, where the page keeps its fallback. `origin`: of the deployment, or what will be replaced by it.
 */
export async function buildScript(entry: string, origin: string): Promise<string> {
  const define = {
    PARLEY_HEIGHTS: JSON.stringify(formatHeights()),
    PARLEY_ORIGIN: JSON.stringify(origin),
  };
  return `globalThis.document?.adoptedStyleSheets&&${await bundleScript(entry, define)}`;
}

/** A module and all its imports as one classic script. */
export async function bundleScript(entry: string, define = {}): Promise<string> {
  const built = (await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define,
    build: {
      write: false,
      target: 'es2020',
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'iife' } },
    },
  })) as Rollup.RollupOutput;
  return built.output[0].code;
}

/** The table of heights as container queries, so that the browser applies it without a script. */
function formatHeights(): string {
  return HEIGHTS.map(({ from, share, base, least, most }) => {
    const exact = `round(${Math.round(share * 100)}cqw + ${base}px,1px)`;
    const free = least < most ? exact : `${base}px`;
    const height = least && free === exact ? `clamp(${least}px,${exact},${most}px)` : free;
    const rule = `section{height:${height}}`;
    return from ? `@container(width>=${from}px){${rule}}` : rule;
  }).join('');
}
