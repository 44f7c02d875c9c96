import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type InlineConfig, type Plugin, type Rollup } from 'vite';
import type { Prerender } from '../prerender.ts';
import { readStoryData } from '../story/load.ts';
import { languageOfModule } from './story-plugin.ts';
import { takeStyles } from './styles.ts';

export interface PageOptions {
  /** The story's file. */
  readonly story: string;
  /** The module that renders the page, below the root. */
  readonly entry: string;
  /** What the render is built with: the page's own plugins and settings, without this one. */
  readonly config: () => InlineConfig;
}

/** As Svelte renders it: styles and contents; and the language that its story is written in. */
interface Page extends Awaited<ReturnType<Prerender['renderPage']>> {
  readonly storyLanguage: string;
}

/** The same with its styles in a file of their own. */
interface BuiltPage extends Page {
  readonly sheet: { readonly fileName: string; readonly source: string };
}

const PLACE = '<main id="parley"></main>';
const LINE = '<div class="frame-line"></div>';
const LANGUAGE = /<html lang="[^"]*"/;

/**
 * Writes the whole story into the pages' HTML by Svelte's server render, so that it is there before any
 * script; the browser's script takes it over as it stands. What the first view needs is preloaded.
 */
export function pagePlugin({ story, entry, config }: PageOptions): Plugin {
  let rendered: Promise<BuiltPage | null> | null = null;

  const buildPage = async (): Promise<BuiltPage | null> => {
    const page = await writePage(() => buildRender(entry, config()));
    return page && separate(page);
  };

  async function writePage(load: () => Promise<Prerender>): Promise<Page | null> {
    const answer = await readStoryData(await readFile(story));
    // Its faults are told, with line and column, by the plugin that loads it.
    if (!answer.ok) return null;
    const page = await (await load()).renderPage();
    return { ...page, storyLanguage: answer.data.language };
  }

  return {
    name: 'parley-page',
    buildStart() {
      rendered = null;
    },
    generateBundle: {
      // Before Vite writes the pages, which link to it.
      order: 'pre',
      async handler() {
        if (this.environment.config.consumer !== 'client') return;
        const page = await (rendered ??= buildPage());
        if (page) this.emitFile({ type: 'asset', ...page.sheet });
      },
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { server, bundle }) {
        const load = () => server?.ssrLoadModule(`/${entry}`) as Promise<Prerender>;
        const built = server ? null : await (rendered ??= buildPage());
        const page = server ? await writePage(load) : built;
        if (!page) return html;
        const { head, body, line, language, direction, storyLanguage } = page;
        const filled = html
          .replace(LANGUAGE, `<html lang="${language}" dir="${direction}"`)
          .replace('</head>', () => `${head.replace(/\s+/g, ' ')}</head>`)
          .replace(LINE, () => LINE.replace('><', () => `>${line}<`))
          .replace(PLACE, () => PLACE.replace('><', () => `>${body}<`));
        const sheets = built ? [built.sheet.fileName] : [];
        return {
          html: filled,
          tags: bundle ? preloadsOf(bundle, html, sheets, storyLanguage) : [],
        };
      },
    },
  };
}

/** What the server writes has no styles in it: a page's Content-Security-Policy lets only files style it. */
function separate(page: Page): BuiltPage {
  const { head, html, css } = takeStyles(page.head, page.body);
  const hash = createHash('sha256').update(css).digest('base64url').slice(0, 8);
  const sheet = { fileName: `assets/opening-${hash}.css`, source: css };
  return { ...page, head, body: shortenNumbers(html), sheet };
}

/** What is drawn stands to the hundredth of a pixel; how much it is scaled is told as exactly as large drawings need. */
const shortenNumbers = (html: string): string =>
  html.replace(/ (?:[xy][12]?|c[xy]|r|width|height|transform)="[^"]*"/g, (attribute) =>
    attribute
      .replace(/-?[\d.]+e-\d+/g, '0')
      .replace(/(\.\d{5})\d+/g, '$1')
      .replace(/(?<!scale\(\d*)(\.\d\d)\d+/g, '$1'),
  );

/** Builds the render for Node, with everything in it, and loads it. */
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

/** The module that brings the page to life; its styles show at once. */
const PAGE = /\/ui\/shell\/page\.ts$/;

/** The style and scripts that the entry will ask for, so that they come at once: the story in its own language, too. */
function preloadsOf(
  bundle: Rollup.OutputBundle,
  html: string,
  sheets: readonly string[],
  storyLanguage: string,
) {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const chunksOf = (isWanted: (id: string) => boolean) => {
    const own = chunks.filter(({ moduleIds }) => moduleIds.some(isWanted));
    const names = new Set(own.flatMap(({ fileName, imports }) => [fileName, ...imports]));
    return chunks.filter(({ fileName }) => names.has(fileName));
  };
  const isPage = (id: string) => PAGE.test(id);
  const scripts = chunksOf((id) => isPage(id) || languageOfModule(id) === storyLanguage)
    .map(({ fileName }) => fileName)
    .filter((name) => !html.includes(name));
  const styles = new Set(
    chunksOf(isPage).flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]),
  );
  const link = (attrs: Record<string, string | boolean>) =>
    ({ tag: 'link', attrs, injectTo: 'head' }) as const;
  return [
    ...[...styles, ...sheets].map((name) =>
      link({ rel: 'stylesheet', crossorigin: true, href: `./${name}` }),
    ),
    ...scripts.map((name) => link({ rel: 'modulepreload', crossorigin: true, href: `./${name}` })),
  ];
}
