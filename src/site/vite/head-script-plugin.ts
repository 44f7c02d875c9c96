import type { Plugin } from 'vite';
import { createHashedFile } from './hashed-file.ts';
import { bundleScript } from './script-plugin.ts';

/**
 * Adds a small script to the head of every page. It runs before the first paint. Its file name contains a hash of its
 * content.
 */
export function headScriptPlugin(entry: string): Plugin {
  const file = createHashedFile('head', 'js', () => bundleScript(entry));
  return {
    name: 'parley-head-script',
    ...file.hooks,
    transformIndexHtml: {
      order: 'post',
      async handler(_, { server }) {
        const attrs = server
          ? { type: 'module', src: `/${entry.split('/').at(-1)}` }
          : { src: `./${await file.fileName()}` };
        return [{ tag: 'script', attrs, injectTo: 'head-prepend' }];
      },
    },
  };
}
