import type { GroundData } from '../map/basemap/ground-data.ts';
import { linkStory } from '../story/link.ts';
import { localizeData, wholeLanguagesOfData } from '../story/localize-data.ts';
import type { Fault } from '../story/parse/faults/fault.ts';
import type { Warning } from '../story/parse/faults/warning.ts';
import type { Story } from '../story/story.ts';
import type { StoryData } from '../story/story-data.ts';
import { textIn } from '../story/text.ts';
import { DATE_SIGNS, type DateWords } from '../time/date-words.ts';
import { localeOf } from '../time/format.ts';
import { loadWords } from '../ui/words/languages.ts';
import { describeCard } from './card/card.ts';
import { drawCard, explainOmitted } from './card/draw.ts';
import { checkStory } from './checks/check-story.ts';
import { fillPage } from './fill-page.ts';
import { hashedName } from './hashed-name.ts';
import { allowConnections, nameOrigin } from './headers.ts';
import { allowMedia } from './media/media-origins.ts';
import type { ReadFile } from './media/measure-media.ts';
import { formatLinkedData, formatMetadata } from './metadata/metadata.ts';
import { ANSWERS, describeEmbed, type OEmbed } from './metadata/oembed.ts';
import { CARD } from './metadata/publication.ts';
import { renderPage } from './render-page.ts';
import { createStoryGround } from './story-ground.ts';
import { storyFilesOf, type StoryFiles } from './story-files.ts';
import { takeStyles } from './styles.ts';
import { ORIGIN_PLACE, PAGES, type Files, type Template } from './template.ts';

export interface SiteOptions {
  /** Where the folder will be published, from `readAddress`; null if that is not known. */
  readonly address?: string | null;
  /** Reads what lies beside the story, for its media. Without it, a story that names a file has a fault. */
  readonly readFile?: ReadFile;
  /** Other sites whose media the pages may load, from `readMediaOrigins`. Media of all others stay links. */
  readonly mediaOrigins?: readonly string[];
  /** Further origins of stories that the pages may load at run time, from `readStoryOrigins`. */
  readonly storyOrigins?: readonly string[];
  /** Further files of the site. One that is named `card.png` is used instead of the drawn picture. */
  readonly extraFiles?: Files;
}

export type SiteResult =
  | {
      readonly ok: true;
      /** Every file of the site. */
      readonly files: Files;
      readonly warnings: readonly Warning[];
      /** What the site lacks for another reason than its story, each with the remedy. */
      readonly notes: readonly string[];
    }
  | {
      readonly ok: false;
      readonly faults: readonly Fault[];
      readonly warnings: readonly Warning[];
    };

/**
 * Makes the site of a story: the template's files, and those that the story adds. The result depends on nothing but the
 * arguments. A story with faults gives no files. Nothing is written.
 */
export async function buildSite(
  source: Uint8Array,
  template: Template,
  options: SiteOptions = {},
): Promise<SiteResult> {
  const { address = null, extraFiles = new Map(), mediaOrigins = [], storyOrigins = [] } = options;
  const checked = await checkStory(source, options.readFile, mediaOrigins);
  if (!checked.ok) return checked;
  const { data, warnings, media } = checked;
  const stories = storyFilesOf(data, { storyOrigins, mediaOrigins });
  const ground = createStoryGround(data);
  const { grounds } = ground;
  const embed = address === null ? null : await describeStory(data, address);
  const pages = await createPages(data, stories, { template, address, grounds, embed });
  const given = extraFiles.has(CARD.file) || template.files.has(CARD.file);
  const card = given ? { files: [], notes: [] } : await createCard(data, template);
  const files: Files = new Map([
    ...publish(template, { address, mediaOrigins, storyOrigins }),
    ...media.map(({ fileName, bytes }) => [fileName, bytes] as const),
    ...stories.files,
    ...ground.files,
    ...pages,
    ...card.files,
    ...(embed === null
      ? []
      : ANSWERS.map(({ file, format }) => [file, encode(format(embed))] as const)),
    ...extraFiles,
  ]);
  return { ok: true, files, warnings, notes: card.notes };
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

type Entry = readonly [path: string, content: Uint8Array];

interface PageParts {
  readonly template: Template;
  readonly address: string | null;
  readonly grounds: GroundData;
  readonly embed: OEmbed | null;
}

/** The pages with the story at its opening, and their style sheets. */
async function createPages(
  data: StoryData,
  { listing }: StoryFiles,
  { template, address, grounds, embed }: PageParts,
): Promise<readonly Entry[]> {
  const all = linkStory(data);
  const story = linkStory(localizeData(data, data.language));
  const languages = Object.keys(listing.files);
  const [language = data.language, ...others] = wholeLanguagesOfData(data);
  const picture = describeCard(all, await loadDateWords(language));
  const pages: Entry[] = [];
  for (const { file, layout } of PAGES) {
    const html = template.files.get(file);
    if (!html) continue;
    const rendered = await renderPage({ story, languages, layout, grounds });
    const { html: body, css } = takeStyles(rendered.body);
    const sheet = hashedName('opening', 'css', css);
    const publication = { address, language, others, picture, framed: layout === 'frame' };
    const page = fillPage(decode(html), {
      rendered: { ...rendered, body },
      sheet,
      listing,
      scripts: [
        template.words[rendered.spoken] ?? [],
        listing.extras ? template.extras : [],
      ].flat(),
      metadata: formatMetadata(all, publication, embed),
      linkedData: formatLinkedData(all, publication),
    });
    pages.push([file, encode(page)], [sheet, encode(css)]);
  }
  return pages;
}

/** The drawn picture for social media. */
async function createCard(
  data: StoryData,
  template: Template,
): Promise<{ readonly files: readonly Entry[]; readonly notes: readonly string[] }> {
  const words = await loadDateWords(data.language);
  const { png, omitted } = await drawCard(linkStory(data), words, await template.rasteriser());
  return { files: [[CARD.file, png]], notes: explainOmitted(omitted) };
}

/** The oEmbed answer, in the story's own language. */
async function describeStory(data: StoryData, address: string): Promise<OEmbed> {
  const { language } = data;
  const title = textIn(data.title, language, language).text;
  const words = await loadWords(language);
  return describeEmbed({ address, language, title, name: words?.mapOf(title) ?? title });
}

/** The date formats of a language: with words if the interface has that language, otherwise with signs. */
async function loadDateWords(language: Story['language']): Promise<DateWords> {
  // By the locale: if Intl does not know the language, dates are in English.
  const words = await loadWords(localeOf(language));
  return { language, dates: words?.dates ?? DATE_SIGNS };
}

/** What scripts and policy name: the site's own address, and other origins that the pages may load from. */
type Origins = Required<Pick<SiteOptions, 'address' | 'mediaOrigins' | 'storyOrigins'>>;

/** A script for host pages. It stands beside the pages. */
const HOST_SCRIPT = /^(parley-[\w-]+)\.js$/;

/**
 * The template's files as they are published: scripts for host pages and the policy name the origin of the site. Each of
 * these scripts has a second name with the version, under which its content never changes. The policy also names the sites
 * whose media the pages may load, and the origins of further stories.
 */
function publish(
  { files, version }: Template,
  { address, mediaOrigins, storyOrigins }: Origins,
): readonly Entry[] {
  const origin = address === null ? '' : new URL(address).origin;
  return [...files].flatMap(([path, content]): readonly Entry[] => {
    const [, script] = HOST_SCRIPT.exec(path) ?? [];
    if (script !== undefined) {
      const named = encode(decode(content).replaceAll(ORIGIN_PLACE, () => escapeOrigin(origin)));
      return [
        [path, named],
        [`${script}-${version}.js`, named],
      ];
    }
    if (path === '_headers') {
      const written = decode(content);
      const named = origin === '' ? written : nameOrigin(written, origin);
      const connected = allowConnections(named, storyOrigins);
      return [[path, encode(allowMedia(connected, mediaOrigins))]];
    }
    return [[path, withoutLostMap(path, content, files)]];
  });
}

/** An origin inside a text of a script, whatever signs the text stands between. */
const escapeOrigin = (origin: string): string =>
  origin.replace(
    /[^\w:/.[\]-]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The package has no source maps. There, a script must not name one. */
function withoutLostMap(path: string, content: Uint8Array, files: Files): Uint8Array {
  if (!path.endsWith('.js') || files.has(`${path}.map`)) return content;
  return encode(decode(content).replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n'));
}
