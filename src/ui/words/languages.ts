import type { Words } from './words.ts';

/** A language of the interface. */
export interface Language {
  /** BCP 47: in the address, on the page and as the name of the file with the words. */
  readonly tag: string;
  /** Its name in the language itself. */
  readonly name: string;
  /** Each language is a file of its own, English too, so that a reader loads only one. */
  readonly load: () => Promise<Words>;
}

/** The languages of the interface. */
export const LANGUAGES: readonly Language[] = [
  { tag: 'en', name: 'English', load: async () => (await import('./en.ts')).ENGLISH },
  { tag: 'ko', name: '한국어', load: async () => (await import('./ko.ts')).KOREAN },
  { tag: 'zh-Hans', name: '简体中文', load: async () => (await import('./zh-Hans.ts')).CHINESE },
  { tag: 'ar', name: 'العربية', load: async () => (await import('./ar.ts')).ARABIC },
];

/**
 * Loads the words for the language of a BCP 47 tag: `ko-KR` gets `ko`, `zh-Hant` gets `zh-Hans`. Null if there are none.
 * Rejects if the download fails; another call starts a new download.
 */
export async function loadWords(tag: string): Promise<Words | null> {
  const found = LANGUAGES.find((language) => primaryOf(language.tag) === primaryOf(tag));
  return (await found?.load()) ?? null;
}

/** The language without script and region: `zh` of `zh-Hans-CN`. */
export const primaryOf = (tag: string): string | undefined => tag.toLowerCase().split(/[-_]/)[0];

/**
 * The name of the language `tag` in another language: “Korean”, “한국어”. If Intl knows no name, it is the tag itself.
 */
export function formatLanguage(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
