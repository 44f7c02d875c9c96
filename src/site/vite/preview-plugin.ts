import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { headersOf, parseHeaders } from '../headers.ts';

/** Serves the built folder with the headers of its `_headers` file, as on a real server. */
export const previewPlugin = (): Plugin => ({
  name: 'parley-preview',
  configurePreviewServer({ config: { root, build }, middlewares }) {
    const rules = parseHeaders(readFileSync(resolve(root, build.outDir, '_headers'), 'utf8'));
    middlewares.use((request, response, next) => {
      const [path = '/'] = (request.url ?? '/').split(/[?#]/);
      for (const [name, value] of headersOf(rules, path)) response.setHeader(name, value);
      next();
    });
  },
});
