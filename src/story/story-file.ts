import { linkStory } from './link.ts';
import type { Story } from './story.ts';
import type { StoryData } from './story-data.ts';

/** A story as the page gets it: each language is a file of its own, fetched when it is asked for. */
export interface StoryFile {
  /** The language that it was written in. */
  readonly language: string;
  /** Every language that it can be read in, its own first (`src/site/checks/unreadable.ts`). */
  readonly languages: readonly string[];
  /** The whole story in one of its languages. Rejects when the file cannot be fetched. */
  readonly read: (language: string) => Promise<Story>;
}

/** How the file of each language is fetched, the story's own first. `src/site/story-plugin.ts` writes this. */
export type LanguageFiles = Readonly<
  Record<string, () => Promise<{ readonly default: StoryData }>>
>;

export function createStoryFile(language: string, files: LanguageFiles): StoryFile {
  return {
    language,
    languages: Object.keys(files),
    read: async (wanted) => {
      const file = await files[wanted]?.();
      if (!file) throw new Error(`The story has no language ${wanted}.`);
      return linkStory(file.default);
    },
  };
}
