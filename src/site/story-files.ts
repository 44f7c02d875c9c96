import { localizeData, taggedTexts } from '../story/localize-data.ts';
import type { StoryData } from '../story/story-data.ts';
import type { StoryListing } from '../story/story-file.ts';
import { mayHaveMarkup } from '../story/text.ts';
import { readableLanguagesOf } from '../ui/words/readable-languages.ts';
import { hashedName } from './hashed-name.ts';
import type { Files } from './template.ts';

/** The files that a page reads its story from. */
export interface StoryFiles {
  readonly files: Files;
  /** What the page's HTML says of them. Addresses are relative to the page. */
  readonly listing: StoryListing;
}

/**
 * One JSON file for each language in which the story can be read, so that a reader loads only one. Tells the page from
 * where it may load stories at run time, and media of them.
 */
export function storyFilesOf(
  data: StoryData,
  {
    storyOrigins = [],
    mediaOrigins = [],
  }: Pick<StoryListing, 'storyOrigins' | 'mediaOrigins'> = {},
): StoryFiles {
  const written = readableLanguagesOf(data).map((tag) => {
    const bytes = Buffer.from(JSON.stringify(localizeData(data, tag)));
    return { tag, bytes, path: hashedName(`story-${data.id}-${tag}`, 'json', bytes) };
  });
  return {
    files: new Map(written.map(({ path, bytes }) => [path, bytes])),
    listing: {
      language: data.language,
      files: Object.fromEntries(written.map(({ tag, path }) => [tag, `./${path}`])),
      ...(hasExtras(data) ? { extras: true } : {}),
      ...(storyOrigins.length > 0 ? { storyOrigins } : {}),
      ...(mediaOrigins.length > 0 ? { mediaOrigins } : {}),
    },
  };
}

const hasExtras = (data: StoryData): boolean =>
  [...data.places, ...data.events].some(({ media }) => media.length > 0) ||
  taggedTexts(data).some((text) => Object.values(text).some(mayHaveMarkup));
