import type { Plugin } from 'vite';
import { hashedName } from '../hashed-name.ts';
import { bundleScript } from './script-plugin.ts';

/**
 * Adds a small script to the head of every page. It runs before the first paint. Its file name contains a hash of its
 * content.
 */
export function headScriptPlugin(entry: string): Plugin {
  let built: Promise<{ readonly fileName: string; readonly source: string }> | null = null;
  const make = async () => {
    const source = await bundleScript(entry);
    return { fileName: hashedName('head', 'js', source), source };
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
