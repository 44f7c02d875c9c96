import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';
import { headersOf, nameOrigin, parseHeaders } from './headers.ts';
import { allowMedia } from './media/media-origins.ts';
import { readAddress } from './metadata/publication.ts';

const FILE = '_headers';

/**
 * Names the origin of the deployment in its policy, and serves the built folder with the headers of its `_headers` file,
 * as on a real server. `address`: where the folder will be published, as its owner writes it, `PARLEY_URL`. `origins`:
 * other sites whose media the pages may load.
 */
export function headersPlugin(address?: string, origins: readonly string[] = []): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'parley-headers',
    configResolved(resolved) {
      config = resolved;
    },
    generateBundle() {
      const published = readAddress(address);
      if (!published && origins.length === 0) return;
      const text = readFileSync(resolve(config.publicDir, FILE), 'utf8');
      const named = published ? nameOrigin(text, new URL(published).origin) : text;
      const source = allowMedia(named, origins);
      // It replaces the file that Vite copies from the public folder.
      this.emitFile({ type: 'asset', fileName: FILE, source });
    },
    configurePreviewServer({ config: { root, build }, middlewares }) {
      const rules = parseHeaders(readFileSync(resolve(root, build.outDir, FILE), 'utf8'));
      middlewares.use((request, response, next) => {
        const [path = '/'] = (request.url ?? '/').split(/[?#]/);
        for (const [name, value] of headersOf(rules, path)) response.setHeader(name, value);
        next();
      });
    },
  };
}
