import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Connect, Plugin, ViteDevServer } from 'vite';
import type { buildSite } from '../build-site.ts';
import { readBeside } from '../media/read-beside.ts';
import { CARD } from '../metadata/publication.ts';
import { formatFault } from '../../story/parse/faults/fault.ts';
import { formatWarning } from '../../story/parse/faults/warning.ts';
import type { Files, Template } from '../template.ts';

interface Builder {
  readonly buildSite: typeof buildSite;
}

/** What the builder adds to the pages. */
const OF_STORY = /^(assets\/(story|opening|ground)-|media\/)/;

/** Browsers guess the types of all other files from the content. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.vtt': 'text/vtt',
};

/** In development the components' styles are not in the render, which a card needs. */
const NO_CARD: Files = new Map([[CARD.file, new Uint8Array()]]);

/**
 * Shows a story in development. It makes each page anew when it is asked for, by the builder of sites, with the page of
 * Vite's server as the template. A change of the story's file reloads the page. `mediaOrigins`: other sites whose media it
 * shows.
 */
export function storyPlugin(file: string, mediaOrigins: readonly string[] = []): Plugin {
  let files: Files = new Map();
  const describe = basename(file);

  async function build(html: string, page: string, server: ViteDevServer): Promise<string> {
    const { buildSite } = (await server.ssrLoadModule('/site/build-site.ts')) as Builder;
    const template: Template = {
      ...{ version: 'dev', words: {}, extras: [], files: new Map([[page, Buffer.from(html)]]) },
      rasteriser: () => Promise.reject(new Error('No card is drawn in development.')),
    };
    const site = await buildSite(await readFile(file), template, {
      ...{ extraFiles: NO_CARD, mediaOrigins, readFile: readBeside(file) },
    });
    if (!site.ok) {
      throw new Error(site.faults.map((fault) => formatFault(fault, describe)).join('\n'));
    }
    for (const warning of site.warnings)
      server.config.logger.warn(formatWarning(warning, describe));
    files = new Map([...files, ...site.files]);
    return Buffer.from(site.files.get(page) ?? '').toString();
  }

  const serve: Connect.NextHandleFunction = (request, response, next) => {
    const path = request.url?.split(/[?#]/)[0]?.slice(1) ?? '';
    const content = OF_STORY.test(path) ? files.get(path) : undefined;
    if (!content) return next();
    const type = TYPES[extname(path)];
    if (type !== undefined) response.setHeader('content-type', type);
    response.end(content);
  };

  return {
    name: 'parley-story',
    apply: 'serve',
    configureServer(server) {
      server.watcher.add(file);
      server.watcher.on('change', (changed) => {
        if (changed === file) server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use(serve);
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { path, server }) =>
        server ? build(html, path.slice(1) || 'index.html', server) : html,
    },
  };
}
