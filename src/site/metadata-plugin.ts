import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { linkStory } from '../story/link.ts';
import { wholeLanguagesOfData } from '../story/localize-data.ts';
import { readStoryData } from '../story/load.ts';
import { textIn } from '../story/text.ts';
import type { StoryData } from '../story/story-data.ts';
import type { Story } from '../story/story.ts';
import { DATE_SIGNS, type DateWords } from '../time/date-words.ts';
import { localeOf } from '../time/format.ts';
import { loadWords } from '../ui/words/languages.ts';
import { describeCard } from './card/card.ts';
import { drawCard } from './card/draw.ts';
import { formatLinkedData, formatMetadata } from './metadata/metadata.ts';
import { ANSWERS, describeEmbed, type OEmbed } from './metadata/oembed.ts';
import { CARD, readAddress } from './metadata/publication.ts';

export interface MetadataOptions {
  /** The story's file. */
  readonly story: string;
  /** Where the built folder will be published, as its owner writes it: `PARLEY_URL`. */
  readonly address: string | undefined;
}

/** Replaced by the metadata, and preceded by the linked data. */
const PLACE = '<title></title>';
const END = '</body>';

/**
 * Adds metadata to the head of every page and linked data to its end. Writes the story's picture for social media and,
 * if the published address is known, the oEmbed answers. A story with faults is skipped: the story plugin reports them.
 */
export function metadataPlugin({ story: file, address }: MetadataOptions): Plugin {
  const published = readAddress(address);
  const read = async (): Promise<StoryData | null> => {
    const answer = await readStoryData(await readFile(file));
    return answer.ok ? answer.data : null;
  };
  return {
    name: 'parley-metadata',
    transformIndexHtml: {
      // After Vite has looked for files to bundle, because the picture must not be bundled.
      order: 'post',
      async handler(html, { path }) {
        const data = await read();
        if (!data) return html;
        const story = linkStory(data);
        const [language = story.language, ...others] = wholeLanguagesOfData(data);
        const publication = {
          ...{ address: published, language, others },
          picture: describeCard(story, await loadDateWords(language)),
          framed: path.endsWith('/embed.html'),
        };
        const embed = published === null ? null : await embedOf(story, published);
        return html
          .replace(PLACE, () => formatMetadata(story, publication, embed))
          .replace(END, () => `${formatLinkedData(story, publication)}${END}`);
      },
    },
    async generateBundle() {
      const data = this.environment.config.consumer === 'client' ? await read() : null;
      if (!data) return;
      const story = linkStory(data);
      const words = await loadDateWords(story.language);
      const source = await drawCard(story, words, { warn: (line) => this.warn(line) });
      this.emitFile({ type: 'asset', fileName: CARD.file, source });
      if (published === null) return;
      const embed = await embedOf(story, published);
      for (const { file: fileName, format } of ANSWERS) {
        this.emitFile({ type: 'asset', fileName, source: format(embed) });
      }
    },
  };
}

/** The oEmbed answer, in the story's own language. */
async function embedOf(story: Story, address: string): Promise<OEmbed> {
  const { language } = story;
  const title = textIn(story.title, language, language).text;
  const words = await loadWords(language);
  return describeEmbed({ address, language, title, name: words?.mapOf(title) ?? title });
}

/** The date formats of a language: with words if the interface has that language, otherwise with signs. */
async function loadDateWords(language: string): Promise<DateWords> {
  // By the locale: if Intl does not know the language, dates are in English.
  const words = await loadWords(localeOf(language));
  return { language, dates: words?.dates ?? DATE_SIGNS };
}
