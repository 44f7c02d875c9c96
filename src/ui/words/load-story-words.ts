import type { Story } from '../../story/story.ts';
import { chooseLanguages, wordsBeside } from './choose-language.ts';
import { loadKnownWords } from './languages.ts';
import type { Words } from './words.ts';

/**
 * The interface for a story with all its languages, as the page chooses them too (`chooseLanguages`). Rejects when the
 * words cannot be fetched. `others`: the reader's other languages, the best first.
 */
export async function loadStoryWords(
  asked: string,
  story: Pick<Story, 'language' | 'title'>,
  others: readonly string[] = [],
): Promise<Words> {
  const { spoken, told } = chooseLanguages(asked, fileOf(story), others);
  return wordsBeside(await loadKnownWords(spoken), told);
}

/** The languages that a story is written in, its own first: those of its title. */
function fileOf({ language, title }: Pick<Story, 'language' | 'title'>): {
  readonly language: string;
  readonly languages: readonly string[];
} {
  return {
    language,
    languages: [language, ...Object.keys(typeof title === 'string' ? {} : title)],
  };
}
