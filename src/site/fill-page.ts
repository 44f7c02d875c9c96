import type { StoryListing } from '../story/story-file.ts';
import type { RenderedPage } from './render-page.ts';

/** What a story puts into a page of the template. */
export interface PageContent {
  /** Without `style` attributes, which the page's Content-Security-Policy does not allow. */
  readonly rendered: RenderedPage;
  /** Path of the style sheet that replaces them. */
  readonly sheet: string;
  readonly listing: StoryListing;
  /** Paths of scripts that the page's own script always asks for, as far as it does not have them in itself. */
  readonly scripts: readonly string[];
  /** HTML for the head, with the title. */
  readonly metadata: string;
  /** HTML for the end of the page. */
  readonly linkedData: string;
}

const TITLE = '<title></title>';
const MAIN = '<main id="parley"></main>';
const LANGUAGE = /<html lang="[^"]*"/;

/**
 * Puts a story into a page of the template. `data-language` tells the script which words of the interface stand there,
 * because a translating proxy changes `lang`. Throws if the page lacks a part that the story is to replace.
 */
export function fillPage(html: string, content: PageContent): string {
  const { rendered, listing, metadata, linkedData } = content;
  const { body, spoken, language, direction, unready } = rendered;
  const { momentNotShown, storyNotShown } = rendered;
  const attributes = `lang="${language}" dir="${direction}"`;
  // The style sheet shows one if the scripts are not loaded (`theme.css`, `asked.css`).
  const notice = `<p class="unready" ${attributes}>${unready} <span>${momentNotShown}</span></p>
<p class="unready asked" ${attributes}>${storyNotShown}</p>`;
  const main = `<main id="parley" data-language="${spoken}">${body}</main>\n${notice}`;
  const head = [...linksOf(html, content), formatListing(listing)].join('\n    ');
  return [
    [LANGUAGE, `<html ${attributes}`],
    [TITLE, metadata],
    ['</head>', `  ${head}\n  </head>`],
    [MAIN, main],
    ['</body>', `${linkedData}</body>`],
  ].reduce((text, [place = '', part = '']) => put(text, place, String(part)), openStyles(html));
}

/**
 * Vite writes `crossorigin`. With it, a page that is opened as a file cannot load its style sheet. A page may have no style
 * sheet: in development, scripts bring the styles.
 */
const openStyles = (html: string): string =>
  html.replace(/<link rel="stylesheet" crossorigin/g, '<link rel="stylesheet"');

/** Replaces a part of a page. Throws if the page lacks it. */
function put(html: string, place: string | RegExp, part: string): string {
  if (typeof place === 'string' ? !html.includes(place) : !place.test(html))
    throw new Error(`The template's page has no ${String(place)}.`);
  return html.replace(place, () => part);
}

/**
 * The style sheet of the opening, and preloads of what the script always needs: words and story in the page's own
 * language, and what shows media and markup if the story has any. A story whose language the interface lacks is told in its own all the same.
 */
function linksOf(html: string, { sheet, scripts, listing }: PageContent): readonly string[] {
  const story = listing.files[listing.language];
  return [
    `<link rel="stylesheet" href="./${sheet}">`,
    ...scripts
      .filter((path) => !html.includes(path))
      .map((path) => `<link rel="modulepreload" crossorigin href="./${path}">`),
    ...(story === undefined
      ? []
      : [`<link rel="preload" as="fetch" type="application/json" crossorigin href="${story}">`]),
  ];
}

/** Where the page's script finds its story. `<` is escaped, so that no text can end the script. */
const formatListing = (listing: StoryListing): string =>
  `<script type="application/json" id="parley-story">${JSON.stringify(listing).replaceAll('<', '\\u003c')}</script>`;
