import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type InlineConfig, type Plugin, type Rollup } from 'vite';
import type { Prerender, RenderedPage } from '../prerender.ts';
import { readStoryData } from '../story/load.ts';
import { languageOfModule } from './story-plugin.ts';
import { takeStyles } from './styles.ts';

export interface PageOptions {
  /** The story's file. */
  readonly story: string;
  /** The module that renders the page, below the root. */
  readonly entry: string;
  /** Configuration of the server build: the page's own plugins and settings, without this plugin. */
  readonly config: () => InlineConfig;
}

type Layout = Parameters<Prerender['renderPage']>[0];

/** A page, and a style sheet with its `style` attributes. */
interface BuiltPage extends RenderedPage {
  readonly sheet: { readonly fileName: string; readonly source: string };
}

const PLACE = '<main id="parley"></main>';
const LANGUAGE = /<html lang="[^"]*"/;

const layoutOf = (path: string): Layout => (path.endsWith('/embed.html') ? 'frame' : 'page');

/**
 * Writes the whole story into the pages' HTML by Svelte's server render, so that it can be read before any script runs.
 * The browser's script then hydrates it. Words and story of the page's own language are preloaded.
 */
export function pagePlugin({ story, entry, config }: PageOptions): Plugin {
  let prerender: Promise<Prerender> | null = null;
  const pages = new Map<Layout, Promise<BuiltPage | null>>();

  /** Null for a story with faults: the plugin that loads it reports them, with line and column. */
  async function readable(): Promise<string | null> {
    const answer = await readStoryData(await readFile(story));
    return answer.ok ? answer.data.language : null;
  }
  async function render(layout: Layout): Promise<BuiltPage | null> {
    if (!(await readable())) return null;
    const { renderPage } = await (prerender ??= buildRender(entry, config()));
    return separate(await renderPage(layout));
  }
  const pageFor = (layout: Layout): Promise<BuiltPage | null> => {
    const page = pages.get(layout) ?? render(layout);
    pages.set(layout, page);
    return page;
  };

  return {
    name: 'parley-page',
    buildStart() {
      prerender = null;
      pages.clear();
    },
    generateBundle: {
      // Before Vite writes the pages, which link to the style sheets.
      order: 'pre',
      async handler() {
        if (this.environment.config.consumer !== 'client') return;
        for (const layout of ['page', 'frame'] as const) {
          const page = await pageFor(layout);
          if (page) this.emitFile({ type: 'asset', ...page.sheet });
        }
      },
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { server, bundle, path }) {
        const layout = layoutOf(path);
        if (server) {
          if (!(await readable())) return html;
          const { renderPage } = (await server.ssrLoadModule(`/${entry}`)) as Prerender;
          return fill(html, await renderPage(layout));
        }
        const page = await pageFor(layout);
        const language = await readable();
        if (!page || !language || !bundle) return html;
        const tags = [
          styleLink(page.sheet.fileName),
          ...preloadsOf(bundle, html, language, page.spoken),
        ];
        return { html: sharingStyles(fill(html, page)), tags };
      },
    },
  };
}

/**
 * Puts a rendered page into the HTML. `data-language` tells the script which words of the
 * interface stand there, because a translating proxy changes `lang`.
 */
function fill(html: string, page: RenderedPage): string {
  const { head, body, spoken, language, direction, unready, momentNotShown } = page;
  const attributes = `lang="${language}" dir="${direction}"`;
  // The style sheet shows it if the scripts are not loaded (`theme.css`).
  const notice = `<p class="unready" ${attributes}>${unready} <span>${momentNotShown}</span></p>`;
  return html
    .replace(LANGUAGE, `<html ${attributes}`)
    .replace('</head>', () => `${head}</head>`)
    .replace(PLACE, () => `<main id="parley" data-language="${spoken}">${body}</main>\n${notice}`);
}

/** Removes the `crossorigin` that Vite writes: with it, a page that is opened as a file cannot load its style sheet. */
const sharingStyles = (html: string): string =>
  html.replace(/<link rel="stylesheet" crossorigin/g, '<link rel="stylesheet"');

/** Moves the `style` attributes to a style sheet: the page's Content-Security-Policy allows only files. */
function separate(page: RenderedPage): BuiltPage {
  const { head, html, css } = takeStyles(page.head, page.body);
  const hash = createHash('sha256').update(css).digest('base64url').slice(0, 8);
  return {
    ...page,
    head,
    body: html,
    sheet: { fileName: `assets/opening-${hash}.css`, source: css },
  };
}

/** Builds the server render as one module for Node, and imports it. */
async function buildRender(entry: string, config: InlineConfig): Promise<Prerender> {
  const outDir = await mkdtemp(join(tmpdir(), 'parley-render-'));
  try {
    await build({
      ...config,
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: {
        ssr: entry,
        outDir,
        emptyOutDir: true,
        target: 'node20',
        minify: false,
        rolldownOptions: {
          output: { entryFileNames: 'render.mjs', codeSplitting: false },
        },
      },
    });
    return (await import(pathToFileURL(join(outDir, 'render.mjs')).href)) as Prerender;
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

const styleLink = (name: string) =>
  ({ tag: 'link', attrs: { rel: 'stylesheet', href: `./${name}` }, injectTo: 'head' }) as const;

/** Preloads words and story of the page's own language, which the script always needs. */
function preloadsOf(bundle: Rollup.OutputBundle, html: string, language: string, spoken: string) {
  const isNeeded = (id: string): boolean =>
    languageOfModule(id) === language || id.endsWith(`/ui/words/${spoken}.ts`);
  return Object.values(bundle)
    .filter((file) => file.type === 'chunk')
    .filter(({ fileName, moduleIds }) => moduleIds.some(isNeeded) && !html.includes(fileName))
    .map(({ fileName }) => ({
      tag: 'link',
      attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` },
      injectTo: 'head' as const,
    }));
}
