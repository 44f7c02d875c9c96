import type { Story } from '../../story/story.ts';
import { chooseLanguage } from './choose-language.ts';
import { loadWords, primaryOf } from './languages.ts';
import type { Words } from './words.ts';

/**
 * The interface for a story with all its languages. Where neither the interface nor the story knows the language that is
 * asked for, it is the story's own. Rejects when the words cannot be fetched.
 */
export async function loadStoryWords(
  asked: string,
  story: Pick<Story, 'language' | 'title'>,
): Promise<Words> {
  const kind = kindOf(asked, story);
  const spoken =
    (await loadWords(asked)) ??
    (kind ? null : await loadWords(story.language)) ??
    (await loadWords('en'));
  if (!spoken) throw new Error('The interface has no words.');
  if (!kind) return spoken;
  return primaryOf(kind) === primaryOf(spoken.language)
    ? { ...spoken, language: kind }
    : { ...spoken, told: kind };
}

/**
 * The kind of a language that the story is written in: `ko-KR`, `zh-Hant`. Null if it has none, or no translations: then
 * all texts are in its own language.
 */
const kindOf = (asked: string, { title }: Pick<Story, 'title'>): string | null =>
  typeof title === 'string' ? null : chooseLanguage(asked, Object.keys(title));
