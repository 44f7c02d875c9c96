import type { Text } from '../story/story.ts';

/**
 * The story's texts, read off the page that the server render wrote (`geo/build/lift.ts` has marked them
 * with their numbers): what can be read already need not be downloaded. Holes where something is missing.
 */
export function readTexts(page: ParentNode, language: string): Text[] {
  const texts: Text[] = [];
  const put = (numbers: string | undefined, text: Text): void => {
    for (const number of numbers?.split(' ') ?? []) texts[Number(number)] = text;
  };
  for (const element of page.querySelectorAll<HTMLElement>('[data-t],[data-u]')) {
    const { dataset, lang, textContent: text } = element;
    put(dataset['t'], lang && lang !== language ? { [lang]: text } : text);
    put(dataset['u'], element.getAttribute('href') ?? '');
  }
  return texts;
}
