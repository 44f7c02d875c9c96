import type { Words } from './words.ts';

/** A language of the interface. */
export interface Language {
  /** BCP 47: in the address, on the page and as the name of the file with the words. */
  readonly tag: string;
  /** Its name in the language itself. */
  readonly name: string;
  /**
   * Other languages whose readers commonly read this one, as tags with spaces between. A story in one of them has its
   * buttons in this. Only languages that share a country's schools and newspapers with it are listed.
   */
  readonly near?: string;
  /** Each language is a file of its own, English too, so that a reader loads only one. */
  readonly load: () => Promise<Words>;
}

/** The languages of the interface, in the order in which readers choose among them. */
export const LANGUAGES: readonly Language[] = [
  { tag: 'en', name: 'English', load: async () => (await import('./en.ts')).ENGLISH },
  { tag: 'ko', name: '한국어', load: async () => (await import('./ko.ts')).KOREAN },
  { tag: 'ja', name: '日本語', load: async () => (await import('./ja.ts')).JAPANESE },
  {
    tag: 'zh-Hans',
    name: '简体中文',
    near: 'yue',
    load: async () => (await import('./zh-Hans.ts')).CHINESE,
  },
  {
    tag: 'ar',
    name: 'العربية',
    near: 'ary arz',
    load: async () => (await import('./ar.ts')).ARABIC,
  },
  {
    tag: 'fr',
    name: 'Français',
    near: 'br co ht ln mg oc wo',
    load: async () => (await import('./fr.ts')).FRENCH,
  },
  {
    tag: 'de',
    name: 'Deutsch',
    near: 'dsb frr gsw hsb lb nds rm',
    load: async () => (await import('./de.ts')).GERMAN,
  },
  {
    tag: 'es',
    name: 'Español',
    near: 'an ast ay ca eu gl gn qu',
    load: async () => (await import('./es.ts')).SPANISH,
  },
];

/**
 * Loads the words for the language of a BCP 47 tag: `ko-KR` gets `ko`, `zh-Hant` gets `zh-Hans`. Null if there are none.
 * Rejects if the download fails; another call starts a new download.
 */
export async function loadWords(tag: string): Promise<Words | null> {
  const found = LANGUAGES.find((language) => primaryOf(language.tag) === primaryOf(tag));
  return (await found?.load()) ?? null;
}

/** The words for a tag of `LANGUAGES`, or in the same language. Rejects also where there are none. */
export async function loadKnownWords(tag: string): Promise<Words> {
  const words = await loadWords(tag);
  if (!words) throw new Error(`The interface has no words in ${tag}.`);
  return words;
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
