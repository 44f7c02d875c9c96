import type { StoryFile } from '../../story/story-file.ts';
import { covers, langOn } from '../../story/text.ts';
import { formatLanguage, LANGUAGES, primaryOf } from './languages.ts';
import type { Words } from './words.ts';

const TAGS: readonly string[] = LANGUAGES.map(({ tag }) => tag);

/**
 * Finds a known language for a BCP 47 tag: the same tag, otherwise a more or less specific one, otherwise one that is
 * written in the same script (`zh-CN` gets `zh-Hans`, `pt-PT` gets `pt-BR`). `_` is accepted for `-`. Null if there is
 * none.
 */
export function chooseLanguage(asked: string | null, known: readonly string[]): string | null {
  if (!asked) return null;
  const written = writtenAs(asked);
  return (
    known.find((tag) => covers(tag, asked) && covers(asked, tag)) ??
    known.find((tag) => covers(tag, asked) || covers(asked, tag)) ??
    known.find((tag) => written !== null && written === writtenAs(tag)) ??
    null
  );
}

/** The language and the script that a tag stands for: `zh-Hans` for `zh-CN`. Null for an invalid tag. */
function writtenAs(tag: string): string | null {
  try {
    const { language, script } = new Intl.Locale(tag.replaceAll('_', '-')).maximize();
    return `${language}-${script}`;
  } catch {
    return null;
  }
}

/**
 * The known language that serves a reader of another best: that language itself (`chooseLanguage`), otherwise the same
 * language in another script, otherwise one that readers of it commonly read (`near` in `languages.ts`). Null if there is
 * none.
 */
export function nearestLanguage(asked: string | null, known: readonly string[]): string | null {
  const primary = primaryOf(asked ?? '') ?? '';
  const alsoRead = LANGUAGES.find(({ near }) => primary && near?.split(' ').includes(primary));
  return (
    chooseLanguage(asked, known) ??
    known.find((tag) => primaryOf(tag) === primary) ??
    chooseLanguage(alsoRead?.tag ?? null, known)
  );
}

/** Whether the interface has words in a language. */
export const isSpoken = (tag: string): boolean => chooseLanguage(tag, TAGS) !== null;

/** A language that a reader can choose, by its own name. */
export interface LanguageChoice {
  readonly tag: string;
  readonly name: string;
}

/**
 * The languages that a reader can switch to: all of the story's, those of the interface first. Where the story has a
 * language in several kinds, such as `en-GB` and `en-US`, each has its own name.
 */
export function languagesOf({
  languages,
}: Pick<StoryFile, 'languages'>): readonly LanguageChoice[] {
  const kindsOf = (own: string | null): readonly string[] =>
    languages.filter((tag) => chooseLanguage(tag, TAGS) === own);
  const choose = (tag: string): LanguageChoice => ({ tag, name: ownNameOf(tag) });
  const spoken = LANGUAGES.flatMap(({ tag: own, name }) => {
    const kinds = kindsOf(own);
    return kinds.length === 1 ? kinds.map((tag) => ({ tag, name })) : kinds.map(choose);
  });
  return [...spoken, ...kindsOf(null).map(choose)];
}

/** “Français”: alone in a list, a name begins with a capital where its language has capitals. */
function ownNameOf(tag: string): string {
  const [first = '', ...rest] = formatLanguage(tag, tag);
  return first.toLocaleUpperCase(tag) + rest.join('');
}

/** Which of `languagesOf` a page is in: that of its texts, unless the interface is in another although it has that. */
export function languageOfPage(words: Words, storyLanguage: string): string {
  const spoken = chooseLanguage(storyLanguage, TAGS);
  return spoken === null || covers(spoken, words.language) ? storyLanguage : words.language;
}

/** What a page is in: the tag of the interface's words, and the story's language for its texts. */
export interface ChosenLanguages {
  readonly spoken: string;
  readonly told: string;
}

/**
 * Chooses what a reader gets who asks for a language: the interface and the texts in the one nearest to it. Where neither
 * has any, it is as if the story's own had been asked for. An interface that has no words near to it is in the first of
 * the reader's other languages that it has, or in English. `others`: BCP 47 tags, the best first; the server knows none.
 */
export function chooseLanguages(
  asked: string | null,
  file: Pick<StoryFile, 'language' | 'languages'>,
  others: readonly string[] = [],
): ChosenLanguages {
  const told = nearestLanguage(asked, file.languages);
  const spoken = nearestLanguage(asked, TAGS);
  if (told === null && spoken === null && asked !== file.language) {
    return chooseLanguages(file.language, file, others);
  }
  const other = others.map((tag) => nearestLanguage(tag, TAGS)).find((tag) => tag !== null);
  return { spoken: spoken ?? other ?? 'en', told: told ?? file.language };
}

/**
 * The words of the interface on a page whose texts are in `told`. In the same language, dates are written as in the kind of
 * it that says more: `en-US`. Otherwise the words know the other language too.
 */
export function wordsBeside(words: Words, told: string): Words {
  if (langOn(words.language, told) !== undefined) return { ...words, told };
  return covers(words.language, told) ? { ...words, language: told } : words;
}
