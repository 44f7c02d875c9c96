import { unpackStory, type PackedStory } from './packed.ts';
import type { Story, Text } from './story.ts';

/**
 * A story's texts in one language, in the order of its packing. In another language than the story's own,
 * `SAME` stands for what is the same in all (an address, the title of a source) and `MISSING` for what has
 * not been translated: both are then taken from the story's own language.
 */
export type Texts = readonly (Text | typeof SAME | typeof MISSING)[];
export const SAME = 1;
export const MISSING = 0;

/** A story as the page gets it: its form and its texts apart, each fetched when it is asked for. */
export interface StoryFile {
  /** The language that it was written in. */
  readonly language: string;
  /** Every language that it has texts in, its own first. */
  readonly languages: readonly string[];
  /**
   * The story in one of its languages. `own` are its texts in its own language, for a page that holds them
   * already; where they are not whole they are fetched. Rejects when something cannot be had.
   */
  readonly read: (language: string, own: readonly (Text | undefined)[]) => Promise<Story>;
}

/** How the parts of a story file are fetched: `src/site/story-plugin.ts` writes this. */
export interface StoryParts {
  readonly language: string;
  readonly form: () => Promise<{ readonly default: PackedStory }>;
  readonly texts: Readonly<Record<string, () => Promise<{ readonly default: Texts }>>>;
  /** How many texts make it whole. */
  readonly count: number;
}

export function createStoryFile({ language: first, form, texts, count }: StoryParts): StoryFile {
  const fetchTexts = async (language: string): Promise<Texts> =>
    (await texts[language]?.())?.default ?? [];
  return {
    language: first,
    languages: Object.keys(texts),
    read: async (language, own) => {
      const [{ default: packed }, mine, others] = await Promise.all([
        form(),
        isWhole(own, count) ? own : fetchTexts(first),
        language === first ? [] : fetchTexts(language),
      ]);
      const merged = mine.map((text, index) => mergeText(text as Text, others[index], first));
      return unpackStory(packed, language === first ? (mine as Text[]) : merged, language, first);
    },
  };
}

/** A text of the story's own language where there is no translation; then it says what language it is in. */
function mergeText(own: Text, other: Texts[number] | undefined, language: string): Text {
  if (other === SAME) return own;
  if (other) return other;
  return typeof own === 'string' ? { [language]: own } : own;
}

/** Texts that were read off a page may have holes, where something on the way has changed the page. */
const isWhole = (texts: readonly (Text | undefined)[], count: number): texts is readonly Text[] =>
  texts.length === count && !texts.includes(undefined);
