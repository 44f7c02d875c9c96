import { build, type Plugin, type Rollup } from 'vite';
import { createHashedFile } from './hashed-file.ts';

/** The page in a frame. */
const PAGE = '/embed.html';

/**
 * Links the style sheet of frames into the page of frames, after the one that it shares with every page. Vite would write
 * both into one. `folder`: the root, ending in a slash; `entry`: the style sheet in it.
 */
export function frameStylesPlugin(folder: string, entry: string): Plugin {
  const file = createHashedFile('frame', 'css', () => bundleStyles(`${folder}${entry}`));
  return {
    name: 'parley-frame-styles',
    ...file.hooks,
    transformIndexHtml: {
      order: 'post',
      async handler(_, { path, server }) {
        if (path !== PAGE) return [];
        const href = server ? `/${entry}` : `./${await file.fileName()}`;
        return [{ tag: 'link', attrs: { rel: 'stylesheet', href }, injectTo: 'head' }];
      },
    },
  };
}

/** A style sheet and all that it imports, for the same browsers as the page's. */
async function bundleStyles(entry: string): Promise<string> {
  const { output } = (await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2023', rolldownOptions: { input: entry } },
  })) as Rollup.RollupOutput;
  const sheet = output.find(({ fileName }) => fileName.endsWith('.css'));
  if (sheet?.type !== 'asset') throw new Error(`${entry} gives no style sheet.`);
  return String(sheet.source);
}
