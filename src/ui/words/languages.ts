/** The languages of the interface: the tag in the address, and the name its own readers know it by. */
export const LANGUAGES = [
  { tag: 'en', name: 'English' },
  { tag: 'ko', name: '한국어' },
  { tag: 'zh-Hans', name: '简体中文' },
  { tag: 'ar', name: 'العربية' },
] as const;

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
