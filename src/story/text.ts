import type { Text } from './story.ts';

/** A text and the BCP 47 tag of the language it is in. */
export interface Wording {
  readonly text: string;
  readonly language: string;
}

/** A text as a page shows it. `lang` is its language if it differs from the page's. */
export interface LocalizedText {
  readonly text: string;
  readonly lang: string | undefined;
}

/** Picks the wording of a text for a page. */
export type Localize = (text: Text) => LocalizedText;

/**
 * A text with its line breaks in one form: an empty line, or U+2029, ends a paragraph and becomes `\n\n`. A single break
 * is a space, because editors break lines where they like. `\r\n` and `\r` are breaks too.
 */
export function tidyBreaks(text: string): string {
  if (!BREAK.test(text)) return text.trim();
  return text
    .replace(/\r\n?|\u2028/g, '\n')
    .replaceAll('\u2029', '\n\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s*\n\s*/g, ' '))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

const BREAK = /[\r\n\u2028\u2029]/;

/** The paragraphs of a text of the story. */
export const paragraphsOf = (text: string): readonly string[] => text.split('\n\n');

/** Whether a paragraph may have markup (`markup.ts`). Most have none. */
export const mayHaveMarkup = (paragraph: string): boolean => /[*[\\]/.test(paragraph);

/** A tag and its prefixes: `zh-Hant-TW`, `zh-Hant`, `zh`. */
function* rangesOf(tag: string): Generator<string> {
  let range = tag;
  while (range !== '') {
    yield range;
    range = range.slice(0, Math.max(0, range.lastIndexOf('-')));
  }
}

/** Whether `longer` is the tag itself, or the tag with a script or region: `ko` covers `ko-KR`. */
export const covers = (tag: string, longer: string): boolean =>
  `${longer}-`.toLowerCase().startsWith(`${tag}-`.toLowerCase());

/** A text in one of its languages, by the tag or its prefixes: a text in `pt` is also one for `pt-BR`. Null if there is none. */
export function wordingIn(
  texts: Readonly<Record<string, string>>,
  language: string,
): Wording | null {
  const byTag = new Map(Object.entries(texts).map((entry) => [entry[0].toLowerCase(), entry]));
  for (const range of rangesOf(language.toLowerCase())) {
    const found = byTag.get(range);
    if (found !== undefined) return { text: found[1], language: found[0] };
  }
  return null;
}

/**
 * A text in the wanted language or the nearest available: first the tag and its prefixes, then the story's
 * own language and its prefixes, then the first language that the author wrote.
 */
export function textIn(text: Text, language: string, storyLanguage: string): Wording {
  if (typeof text === 'string') return { text, language: storyLanguage };
  const [tag, words] = Object.entries(text)[0] ?? [storyLanguage, ''];
  return (
    wordingIn(text, language) ?? wordingIn(text, storyLanguage) ?? { text: words, language: tag }
  );
}

/** The `lang` attribute of a text; none if it is in the page's language. */
export const langOn = (page: string, language: string): string | undefined =>
  covers(language, page) || covers(page, language) ? undefined : language;

/**
 * Creates the lookup of texts for a page in one language. The same text always gives the same object, so
 * components that show it do not update.
 */
export function createLocalize(language: string, storyLanguage: string, page = language): Localize {
  const runs = new Map<Text, LocalizedText>();
  return (text) => {
    const known = runs.get(text);
    if (known) return known;
    const found = textIn(text, language, storyLanguage);
    const run = { text: found.text, lang: langOn(page, found.language) };
    runs.set(text, run);
    return run;
  };
}
