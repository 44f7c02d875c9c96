import type { Text } from './story.ts';

/** A text and the BCP 47 tag of the language it is in. */
export interface Wording {
  readonly text: string;
  readonly language: string;
}

/** A text as a page shows it: `lang` is its language where that is not the page's own. */
export interface LocalizedText {
  readonly text: string;
  readonly lang: string | undefined;
}

/** How a page says a text of the story. */
export type Localize = (text: Text) => LocalizedText;

/** A tag and its shorter forms: `zh-Hant-TW`, `zh-Hant`, `zh`. */
function* rangesOf(tag: string): Generator<string> {
  let range = tag;
  while (range !== '') {
    yield range;
    range = range.slice(0, Math.max(0, range.lastIndexOf('-')));
  }
}

/** Whether a tag says nothing but the other, or adds a region or a script to it: `ko-KR` is `ko`. */
export const covers = (tag: string, longer: string): boolean =>
  `${longer}-`.toLowerCase().startsWith(`${tag}-`.toLowerCase());

/**
 * A text in the wanted language, or the nearest there is: the tag itself, its shorter forms, then the
 * same for the story's own language, then the first that the author wrote.
 */
export function textIn(text: Text, language: string, storyLanguage: string): Wording {
  if (typeof text === 'string') return { text, language: storyLanguage };
  const entries = Object.entries(text);
  const byTag = new Map(
    entries.map(([tag, words]) => [tag.toLowerCase(), { text: words, language: tag }]),
  );
  for (const wanted of [language, storyLanguage]) {
    for (const range of rangesOf(wanted.toLowerCase())) {
      const found = byTag.get(range);
      if (found !== undefined) return found;
    }
  }
  const [tag, words] = entries[0] ?? [storyLanguage, ''];
  return { text: words, language: tag };
}

/** The `lang` of a text: none where the page says it already. */
export const langOn = (page: string, language: string): string | undefined =>
  covers(language, page) || covers(page, language) ? undefined : language;

/**
 * The texts of a story on a page in a language. The same text is the same object each time, so that
 * nothing which shows it is drawn again.
 */
export function createLocalize(language: string, storyLanguage: string): Localize {
  const runs = new Map<Text, LocalizedText>();
  return (text) => {
    const known = runs.get(text);
    if (known) return known;
    const found = textIn(text, language, storyLanguage);
    const run = { text: found.text, lang: langOn(language, found.language) };
    runs.set(text, run);
    return run;
  };
}
