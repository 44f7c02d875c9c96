import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { bundleScript } from './script-plugin.ts';

/**
 * Adds a small script to the head of every page. It runs before the first paint. Its file name contains a hash of its
 * content.
 */
export function headScriptPlugin(entry: string): Plugin {
  let built: Promise<{ readonly fileName: string; readonly source: string }> | null = null;
  const make = async () => {
    const source = await bundleScript(entry);
    const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
    return { fileName: `assets/head-${hash}.js`, source };
  };
  return {
    name: 'parley-head-script',
    buildStart() {
      built = null;
    },
    async generateBundle() {
      if (this.environment.config.consumer !== 'client') return;
      this.emitFile({ type: 'asset', ...(await (built ??= make())) });
    },
    transformIndexHtml: {
      order: 'post',
      async handler(_, { server }) {
        const attrs = server
          ? { type: 'module', src: `/${entry.split('/').at(-1)}` }
          : { src: `./${(await (built ??= make())).fileName}` };
        return [{ tag: 'script', attrs, injectTo: 'head-prepend' }];
      },
    },
  };
}
