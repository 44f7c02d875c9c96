import { build, type Plugin, type Rollup } from 'vite';
import { hashedName } from '../hashed-name.ts';

/** The page in a frame. */
const PAGE = '/embed.html';

/**
 * Links the style sheet of frames into the page of frames, after the one that it shares with every page. Vite would write
 * both into one. `folder`: the root, ending in a slash; `entry`: the style sheet in it.
 */
export function frameStylesPlugin(folder: string, entry: string): Plugin {
  let built: Promise<{ readonly fileName: string; readonly source: string }> | null = null;
  const make = async () => {
    const source = await bundleStyles(`${folder}${entry}`);
    return { fileName: hashedName('frame', 'css', source), source };
  };
  return {
    name: 'parley-frame-styles',
    buildStart() {
      built = null;
    },
    async generateBundle() {
      if (this.environment.config.consumer !== 'client') return;
      this.emitFile({ type: 'asset', ...(await (built ??= make())) });
    },
    transformIndexHtml: {
      order: 'post',
      async handler(_, { path, server }) {
        if (path !== PAGE) return [];
        const href = server ? `/${entry}` : `./${(await (built ??= make())).fileName}`;
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
