import type { StoryFile } from '../../story/story-file.ts';
import { covers } from '../../story/text.ts';
import { formatLanguage, LANGUAGES, primaryOf } from './languages.ts';
import type { Words } from './words.ts';

/**
 * Chooses a known language for a BCP 47 tag: the same tag, otherwise a more or less specific one, otherwise one with the
 * script of the tag's region (`zh-CN` gets `zh-Hans`). `_` is accepted for `-`. Null if there is none.
 */
export function chooseLanguage(asked: string | null, known: readonly string[]): string | null {
  if (!asked) return null;
  const exact = known.find((tag) => covers(tag, asked) && covers(asked, tag));
  const near = known.find((tag) => covers(tag, asked) || covers(asked, tag));
  const whole = maximize(asked.replaceAll('_', '-'));
  return exact ?? near ?? known.find((tag) => covers(tag, whole)) ?? null;
}

/** A tag with its likely script and region: `zh-Hans-CN` for `zh-CN`. Empty for an invalid tag. */
function maximize(tag: string): string {
  try {
    return new Intl.Locale(tag).maximize().toString();
  } catch {
    return '';
  }
}

const TAGS: readonly string[] = LANGUAGES.map(({ tag }) => tag);

/** A language that a reader can choose, by its own name. */
export interface LanguageChoice {
  readonly tag: string;
  readonly name: string;
}

/** The languages that a reader can switch to: those of the interface that the story has, then the story's others. */
export function languagesOf({
  languages,
}: Pick<StoryFile, 'languages'>): readonly LanguageChoice[] {
  const spoken = LANGUAGES.filter(({ tag }) => chooseLanguage(tag, languages) !== null);
  const others = languages.filter((tag) => chooseLanguage(tag, TAGS) === null);
  return [...spoken, ...others.map((tag) => ({ tag, name: ownNameOf(tag) }))];
}

/** “Français”: alone in a list, a name begins with a capital where its language has capitals. */
function ownNameOf(tag: string): string {
  const [first = '', ...rest] = formatLanguage(tag, tag);
  return first.toLocaleUpperCase(tag) + rest.join('');
}

/** Which of `languagesOf` a page is in: that of its texts, where the interface has no words in that. */
export const languageOfPage = (words: Words, storyLanguage: string): string =>
  chooseLanguage(storyLanguage, TAGS) === null ? storyLanguage : words.language;

/**
 * What a reader gets who asks for a language: the interface in it and the story's texts in it. Where the interface has no
 * words in a language of the story, it is in the nearest: in the same language in another script, or in English.
 */
export function chooseLanguages(
  asked: string | null,
  file: Pick<StoryFile, 'language' | 'languages'>,
  own: string,
): { readonly spoken: string; readonly told: string } {
  const spoken = chooseLanguage(asked, TAGS);
  const told = chooseLanguage(asked, file.languages) ?? chooseLanguage(spoken, file.languages);
  if (spoken !== null) return { spoken, told: told ?? file.language };
  return told === null ? { spoken: own, told: file.language } : { spoken: nearestOf(told), told };
}

const nearestOf = (told: string): string =>
  TAGS.find((tag) => primaryOf(tag) === primaryOf(told)) ?? 'en';
