import { linkStory } from './link.ts';
import type { Story } from './story.ts';
import type { StoryData } from './story-data.ts';

/** A story as the page gets it: each language is a file of its own, fetched when it is asked for. */
export interface StoryFile {
  /** The language that it was written in. */
  readonly language: string;
  /** Every language that it can be read in, its own first (`src/ui/words/readable-languages.ts`). */
  readonly languages: readonly string[];
  /** The whole story in one of its languages. Rejects when the file cannot be fetched. */
  readonly read: (language: string) => Promise<Story>;
}

/** What a page's HTML says of its story. `src/site/story-files.ts` makes it. */
export interface StoryListing {
  /** The language that the story was written in. */
  readonly language: string;
  /** The address of the file of each language, relative to the page; the story's own is first. */
  readonly files: Readonly<Record<string, string>>;
  /** Whether it has media or markup: the page then loads what shows them (`src/ui/event/extras.ts`). */
  readonly extras?: boolean;
  /** Origins from which the page may load another story at run time, besides its own. */
  readonly storyOrigins?: readonly string[];
  /** Other sites whose media the page may load, which such a story may show. */
  readonly mediaOrigins?: readonly string[];
}

/** `load` rejects when a file cannot be had. */
export function createStoryFile(
  { language, files }: StoryListing,
  load: (address: string) => Promise<StoryData>,
): StoryFile {
  return {
    language,
    languages: Object.keys(files),
    read: async (wanted) => {
      const address = files[wanted];
      if (address === undefined) throw new Error(`The story has no language ${wanted}.`);
      return linkStory(await load(address));
    },
  };
}
