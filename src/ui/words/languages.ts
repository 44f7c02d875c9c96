import type { Words } from './words.ts';

/** A language of the interface. */
export interface Language {
  /** BCP 47: in the address, on the page and as the name of the file with the words. */
  readonly tag: string;
  /** As its own readers call it. */
  readonly name: string;
  /** Each language is a download of its own, English too, so that nobody fetches what is not shown. */
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
 * The words for a BCP 47 tag, by the language that it begins with: `ko-KR` gets `ko`, `zh-Hant` gets `zh-Hans`.
 * Null where there are none. Rejects where the download fails, and starts a new one when called again.
 */
export async function loadWords(tag: string): Promise<Words | null> {
  const found = LANGUAGES.find((language) => primaryOf(language.tag) === primaryOf(tag));
  return (await found?.load()) ?? null;
}

/** The language without script and region: `zh` of `zh-Hans-CN`. */
const primaryOf = (tag: string): string | undefined => tag.toLowerCase().split(/[-_]/)[0];

/**
 * What one language calls another: “Korean”, “한국어”. The tag itself where Intl knows no name for it, or
 * does not know the language it is to be said in.
 */
export function formatLanguage(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
