import type { Words } from './words.ts';

/** Each language is a download of its own, English too: nobody fetches what is not shown. */
const LOADERS = new Map<string, () => Promise<Words>>([
  ['en', async () => (await import('./en.ts')).ENGLISH],
  ['ko', async () => (await import('./ko.ts')).KOREAN],
  ['zh', async () => (await import('./zh.ts')).CHINESE],
  ['ar', async () => (await import('./ar.ts')).ARABIC],
]);

/**
 * The interface's words for a BCP 47 tag or the language it begins with: `ko-KR` is `ko`. Null for a
 * language that there is none for, and for what is no tag at all; a download that fails rejects.
 */
export async function loadWords(tag: string): Promise<Words | null> {
  const [language = ''] = tag.toLowerCase().split('-');
  return (await LOADERS.get(language)?.()) ?? null;
}
