import type { StoryFile } from '../../story/story-file.ts';
import { covers } from '../../story/text.ts';
import { LANGUAGES } from './languages.ts';

/**
 * The first of some languages that a BCP 47 tag asks for: the very one, else one that says more or less of
 * the same. Null for a tag that asks for none of them, or for nothing.
 */
export function chooseLanguage(asked: string | null, known: readonly string[]): string | null {
  if (!asked) return null;
  const exact = known.find((tag) => covers(tag, asked) && covers(asked, tag));
  return exact ?? known.find((tag) => covers(tag, asked) || covers(asked, tag)) ?? null;
}

/** The languages of the interface that a story has texts in: those that a reader may switch to. */
export const languagesOf = ({ languages }: StoryFile) =>
  LANGUAGES.filter(({ tag }) => chooseLanguage(tag, languages) !== null);
