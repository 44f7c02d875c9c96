import type { Text } from '../story/story.ts';

/**
 * The story's texts, read off the page that the server render wrote (`geo/build/lift.ts` has marked them
 * with their numbers): what can be read already need not be downloaded. Holes where something is missing.
 */
export function readTexts(page: ParentNode, language: string): Text[] {
  const texts: Text[] = [];
  let last = -1;
  const put = (numbers: string | null, text: Text): void => {
    // A number that is one more than the one before is left out.
    for (const number of numbers === '' ? [last + 1] : (numbers?.split(' ') ?? [])) {
      last = Number(number);
      texts[last] = text;
    }
  };
  for (const element of page.querySelectorAll<HTMLElement>('[data-t],[data-u]')) {
    const { lang, textContent: text } = element;
    put(element.getAttribute('data-u'), element.getAttribute('href') ?? '');
    put(element.getAttribute('data-t'), lang && lang !== language ? { [lang]: text } : text);
  }
  return texts;
}
