import type { Text } from '../../story/story.ts';

/** Elements that hold texts of a story, each the whole of it. */
export const HOLDERS = 'bdi,a';

/** Before the step to a text that is the address of a link. */
export const ADDRESS = 'u';

/**
 * The story's texts, read off the page that the server render wrote; `data-texts` says where each stands
 * (`src/site/lift.ts`). What can be read already need not be downloaded. None where something, such as an
 * extension of the browser, has put more into the page than was written.
 */
export function readTexts(page: HTMLElement, language: string): (Text | undefined)[] {
  const holders = page.querySelectorAll<HTMLElement>(HOLDERS);
  const [count, ...steps] = (page.dataset['texts'] ?? '').split(' ');
  if (holders.length !== Number(count)) return [];
  let at = -1;
  return steps.map((step) => {
    const isAddress = step.startsWith(ADDRESS);
    at += 1 + Number(isAddress ? step.slice(1) : step);
    const holder = holders[at];
    if (!holder) return undefined;
    if (isAddress) {
      at--;
      return holder.getAttribute('href') ?? undefined;
    }
    const { lang, textContent: text } = holder;
    return lang && lang !== language ? { [lang]: text } : text;
  });
}
