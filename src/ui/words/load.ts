import type { Words } from './words.ts';

/** Each language is a download of its own, English too: nobody fetches what is not shown. */
const LOADERS = new Map<string, () => Promise<Words>>([
  ['en', () => import('./en.ts').then((table) => table.ENGLISH)],
  ['ko', () => import('./ko.ts').then((table) => table.KOREAN)],
  ['zh', () => import('./zh.ts').then((table) => table.CHINESE)],
  ['ar', () => import('./ar.ts').then((table) => table.ARABIC)],
]);

/**
 * The interface's words for a BCP 47 tag or the language it begins with: `ko-KR` is `ko`. Null for a
 * language that there is none for, and for what is no tag at all; a download that fails rejects.
 */
export async function loadWords(tag: string): Promise<Words | null> {
  const [language = ''] = tag.toLowerCase().split('-');
  return (await LOADERS.get(language)?.()) ?? null;
}
