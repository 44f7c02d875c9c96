import { textIn } from '../../src/story/text.ts';
import type { Story } from '../../src/story/story.ts';
import { describeForMachines, type Json } from './linked-data.ts';

/** The picture that `head-plugin.ts` makes, beside the pages. */
export const CARD = { file: 'card.png', width: 1200, height: 630 } as const;

export interface Publication {
  /**
   * Where the built folder is published, as `readAddress` gives it; null where that is not known. Then
   * addresses are relative: right for browsers and search engines, while social networks ask for whole ones.
   */
  readonly address: string | null;
  /** The language that the page is written in, as a BCP 47 tag. */
  readonly language: string;
  /** The other languages that it can be read in, by `?lang=`. */
  readonly others: readonly string[];
  /** What the picture shows, in words. */
  readonly picture: string;
  /** A page that is shown in a frame points to the page itself, and leaves the rest to it. */
  readonly framed: boolean;
}

/**
 * The address of a deployment, ending in a slash, from what its owner wrote (`PARLEY_URL`). Nothing written
 * is no address; anything else than http or https is refused, so that a slip does not reach the readers.
 */
export function readAddress(written = ''): string | null {
  const address = written.trim();
  if (address === '') return null;
  if (!/^https?:/i.test(address) || !URL.canParse(address)) {
    throw new Error(`PARLEY_URL is “${address}”. Write the page’s whole address: https://…/`);
  }
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname.replace(/\/[^/]+\.html$|\/$/, '')}/`;
}

/** The part of the head that says what the page is, as HTML: for search engines, social cards, archives. */
export function formatMetadata(story: Story, publication: Publication): string {
  const { address, language, others, framed } = publication;
  const say = (text: Story['title']): string => textIn(text, language, story.language).text;
  const [title, summary] = [say(story.title), say(story.summary)];
  const page = address ?? './';
  const picture = `${page}${CARD.file}`;
  return [
    `<title>${escapeText(title)}</title>`,
    meta('name', 'description', summary),
    link({ rel: 'canonical', href: page }),
    ...(framed ? [] : alternatesOf(page, language, others)),
    meta('property', 'og:type', 'article'),
    meta('property', 'og:title', title),
    meta('property', 'og:description', summary),
    meta('property', 'og:url', page),
    meta('property', 'og:locale', localeOf(language)),
    ...others.map((tag) => meta('property', 'og:locale:alternate', localeOf(tag))),
    meta('property', 'og:image', picture),
    meta('property', 'og:image:type', 'image/png'),
    meta('property', 'og:image:width', String(CARD.width)),
    meta('property', 'og:image:height', String(CARD.height)),
    meta('property', 'og:image:alt', publication.picture),
    meta('name', 'twitter:card', 'summary_large_image'),
  ].join('\n');
}

/**
 * The same for machines, as a script that only holds data. It repeats names of the list of events, so at the
 * end of the page it compresses to half of what it would be in the head, and keeps nobody from reading.
 */
export function formatLinkedData(story: Story, publication: Publication): string {
  const { address, language, framed } = publication;
  if (framed) return '';
  const page = address ?? './';
  const data = describeForMachines(story, language, { page, picture: `${page}${CARD.file}` });
  return formatScript(data);
}

/** Each language at an address of its own, and the page as it is for everybody else. */
function alternatesOf(page: string, language: string, others: readonly string[]): string[] {
  if (others.length === 0) return [];
  const at = (hreflang: string, href: string) => link({ rel: 'alternate', hreflang, href });
  return [
    at('x-default', page),
    at(language, page),
    ...others.map((tag) => at(tag, `${page}?lang=${tag}`)),
  ];
}

/** Open Graph writes `ko_KR` for what BCP 47 calls `ko`: the territory where most speak it so. */
function localeOf(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize();
  return language === 'en' && !tag.includes('-') ? 'en_GB' : `${language}_${region ?? ''}`;
}

const meta = (key: 'name' | 'property', name: string, content: string): string =>
  `<meta ${key}="${name}" content="${escapeText(content)}" />`;

const link = (attributes: Readonly<Record<string, string>>): string =>
  `<link ${Object.entries(attributes)
    .map(([name, value]) => `${name}="${escapeText(value)}"`)
    .join(' ')} />`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as HTML, for an element or an attribute in double quotes. */
export const escapeText = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** JSON in which nothing can end the script, nor begin a comment or another script in it. */
const formatScript = (data: Json): string =>
  `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
