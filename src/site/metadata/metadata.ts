import { wholeLanguagesOfData } from '../../story/localize-data.ts';
import { textIn } from '../../story/text.ts';
import type { StoryData } from '../../story/story-data.ts';
import type { Story } from '../../story/story.ts';
import { chooseLanguage } from '../../ui/words/choose-language.ts';
import { escapeText } from '../../ui/share/embed-code.ts';
import { LANGUAGES } from '../../ui/words/languages.ts';
import { describeForMachines, type Json } from './linked-data.ts';
import { ANSWERS, type OEmbed } from './oembed.ts';
import { CARD, type Publication } from './publication.ts';

/**
 * The languages in which nothing is wanting, neither of the story nor of the interface: those that a search
 * engine may send readers to. The story's own first.
 */
export function wholeLanguagesOf(data: StoryData): readonly string[] {
  const interfaces = LANGUAGES.map(({ tag }) => tag);
  return wholeLanguagesOfData(data).filter(
    (tag) => tag === data.language || interfaces.some((own) => chooseLanguage(own, [tag]) !== null),
  );
}

/**
 * The part of the head that says what the page is, as HTML: for search engines, social cards, archives; and,
 * where its address is known, how whoever is given that address may show it.
 */
export function formatMetadata(
  story: Story,
  publication: Publication,
  embed: OEmbed | null = null,
): string {
  const { address, language, others, framed } = publication;
  const localize = (text: Story['title']): string => textIn(text, language, story.language).text;
  const [title, summary] = [localize(story.title), localize(story.summary)];
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

/**
 * How the page is shown elsewhere: links to what content management systems ask, and the card of a social
 * network, which takes a frame from safe addresses only and is a picture otherwise.
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
 * Open Graph writes `ko_KR` for what BCP 47 calls `ko`: the territory where most speak it so. A language
 * that Intl knows no territory of is left out.
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

const link = (attributes: Readonly<Record<string, string>>): string =>
  `<link ${Object.entries(attributes)
    .map(([name, value]) => `${name}="${escapeText(value)}"`)
    .join(' ')} />`;

/** JSON in which nothing can end the script, nor begin a comment or another script in it. */
const formatScript = (data: Json): string =>
  `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
