import type { Text } from './story.ts';

/** A text and the BCP 47 tag of the language it is in. */
export interface Wording {
  readonly text: string;
  readonly language: string;
}

/** A tag and its shorter forms: `zh-Hant-TW`, `zh-Hant`, `zh`. */
function* rangesOf(tag: string): Generator<string> {
  let range = tag;
  while (range !== '') {
    yield range;
    range = range.slice(0, Math.max(0, range.lastIndexOf('-')));
  }
}

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
