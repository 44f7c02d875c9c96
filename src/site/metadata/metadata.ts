import { inOneLine } from '../../story/markup.ts';
import { textIn } from '../../story/text.ts';
import type { Story } from '../../story/story.ts';
import { escapeText } from '../../ui/share/embed-code.ts';
import { describeForMachines, type Json } from './linked-data.ts';
import { ANSWERS, type OEmbed } from './oembed.ts';
import { CARD, type Publication } from './publication.ts';

/**
 * The metadata of the head, as HTML, for search engines, social media and archives. With a known address it also says how
 * the page can be embedded.
 */
export function formatMetadata(
  story: Story,
  publication: Publication,
  embed: OEmbed | null = null,
): string {
  const { address, language, others, framed } = publication;
  const localize = (text: Story['title']): string => textIn(text, language, story.language).text;
  const title = localize(story.title);
  const summary = story.summary && inOneLine(localize(story.summary));
  const page = address ?? './';
  const picture = `${page}${CARD.file}`;
  return [
    `<title>${escapeText(title)}</title>`,
    ...optional('name', 'description', summary),
    link({ rel: 'canonical', href: page }),
    ...(framed ? [] : alternatesOf(page, language, others)),
    meta('property', 'og:type', 'article'),
    meta('property', 'og:title', title),
    ...optional('property', 'og:description', summary),
    meta('property', 'og:url', page),
    ...optional('property', 'og:site_name', story.publisher),
    ...optional('property', 'article:published_time', story.published),
    ...optional('property', 'article:modified_time', story.modified),
    ...localesOf([language], 'og:locale'),
    ...localesOf(others, 'og:locale:alternate'),
    meta('property', 'og:image', picture),
    meta('property', 'og:image:type', 'image/png'),
    meta('property', 'og:image:width', String(CARD.width)),
    meta('property', 'og:image:height', String(CARD.height)),
    meta('property', 'og:image:alt', publication.picture),
    ...playerOf(page, embed),
  ].join('\n');
}

/**
 * The linked data, as a script element. It is at the end of the page: it repeats texts of the list of events, so there it
 * compresses to half, and it does not delay the first paint.
 */
export function formatLinkedData(story: Story, publication: Publication): string {
  const { address, language, framed } = publication;
  if (framed) return '';
  const page = address ?? './';
  const data = describeForMachines(story, language, { page, picture: `${page}${CARD.file}` });
  return formatScript(data);
}

/** Links to each language's address, and to the page itself as the default. */
function alternatesOf(page: string, language: string, others: readonly string[]): string[] {
  if (others.length === 0) return [];
  const at = (hreflang: string, href: string) => link({ rel: 'alternate', hreflang, href });
  return [
    at('x-default', page),
    at(language, page),
    ...others.map((tag) => at(tag, `${page}?lang=${tag}`)),
  ];
}

/**
 * How the page is shown elsewhere: links to the oEmbed answers, and a card for social networks. The card is a player if
 * the address is https, because networks embed no other; otherwise it is a picture.
 */
function playerOf(page: string, embed: OEmbed | null): string[] {
  const picture = meta('name', 'twitter:card', 'summary_large_image');
  if (!embed) return [picture];
  const { title, width, height } = embed;
  const links = ANSWERS.map(({ file, type }) =>
    link({ rel: 'alternate', type, href: `${page}${file}`, title }),
  );
  if (!page.startsWith('https:')) return [...links, picture];
  return [
    ...links,
    meta('name', 'twitter:card', 'player'),
    meta('name', 'twitter:player', `${page}embed.html`),
    meta('name', 'twitter:player:width', String(width)),
    meta('name', 'twitter:player:height', String(height)),
  ];
}

/**
 * Open Graph needs a territory: `ko_KR` for `ko`. It is the one with most speakers. A language without a territory in
 * Intl is left out.
 */
function localesOf(tags: readonly string[], property: string): string[] {
  return tags.flatMap((tag) => {
    const { language, region } = new Intl.Locale(tag).maximize();
    const spoken = language === 'en' && !tag.includes('-') ? 'GB' : region;
    return /^[A-Z]{2}$/.test(spoken ?? '')
      ? [meta('property', property, `${language}_${spoken ?? ''}`)]
      : [];
  });
}

const meta = (key: 'name' | 'property', name: string, content: string): string =>
  `<meta ${key}="${name}" content="${escapeText(content)}" />`;

const optional = (
  key: 'name' | 'property',
  name: string,
  content: string | null,
): readonly string[] => (content === null ? [] : [meta(key, name, content)]);

const link = (attributes: Readonly<Record<string, string>>): string =>
  `<link ${Object.entries(attributes)
    .map(([name, value]) => `${name}="${escapeText(value)}"`)
    .join(' ')} />`;

/** JSON in a script element. `<` is escaped, so that no text can end the script or begin a comment. */
const formatScript = (data: Json): string =>
  `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
