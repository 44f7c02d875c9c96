import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type InlineConfig, type Plugin, type Rollup } from 'vite';
import type { Prerender } from '../prerender.ts';
import { readStory } from '../story/load.ts';
import { addNames, liftTexts } from './lift.ts';
import { packStory } from './pack.ts';
import { takeStyles } from './styles.ts';

export interface PageOptions {
  /** The story's file, whose texts must all be found in the page. */
  readonly story: string;
  /** The module that renders the page, below the root. */
  readonly entry: string;
  /** What the render is built with: the page's own plugins and settings, without this one. */
  readonly config: () => InlineConfig;
}

/** As Svelte renders it: styles and contents; and where the story's texts stand in it. */
interface Page extends Awaited<ReturnType<Prerender['renderPage']>> {
  readonly texts: string;
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
    const answer = await readStory(await readFile(story));
    // Its faults are told, with line and column, by the plugin that loads it.
    if (!answer.ok) return null;
    const { language } = answer.story;
    const page = await (await load()).renderPage();
    const { texts } = packStory(answer.story);
    const body = addNames(page.body, texts, language);
    return { ...page, body, texts: liftTexts(body, texts, language) };
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
        const { head, body, line, language, direction, texts } = page;
        const filled = html
          .replace(LANGUAGE, `<html lang="${language}" dir="${direction}"`)
          .replace('</head>', () => `${head.replace(/\s+/g, ' ')}</head>`)
          .replace(LINE, () => LINE.replace('><', () => `>${line}<`))
          .replace(PLACE, () =>
            PLACE.replace(
              '><',
              () => ` lang="${language}" dir="${direction}" data-texts="${texts}">${body}<`,
            ),
          );
        const sheets = built ? [built.sheet.fileName] : [];
        return { html: filled, tags: bundle ? preloadsOf(bundle, html, sheets) : [] };
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

/** Modules that a page cannot do without, whatever its address asks for, and those whose styles show at once. */
const NEEDED = /\/ui\/shell\/page\.ts$|\?story-form$/;
const STYLED = /\/ui\/shell\/page\.ts$/;

/** The style and scripts that the entry will ask for in any case, so that they come at once. */
function preloadsOf(bundle: Rollup.OutputBundle, html: string, sheets: readonly string[]) {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const chunksOf = (wanted: RegExp) => {
    const own = chunks.filter(({ moduleIds }) => moduleIds.some((id) => wanted.test(id)));
    const names = new Set(own.flatMap(({ fileName, imports }) => [fileName, ...imports]));
    return chunks.filter(({ fileName }) => names.has(fileName));
  };
  const scripts = chunksOf(NEEDED)
    .map(({ fileName }) => fileName)
    .filter((name) => !html.includes(name));
  const styles = new Set(
    chunksOf(STYLED).flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]),
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
