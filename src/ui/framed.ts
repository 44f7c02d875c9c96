import { mount } from 'svelte';
import FrameLine from './FrameLine.svelte';
import type { OpenPage } from './page.ts';

/** What is read besides the map, in the order in which it stands on a sheet of its own. */
const READING = ['.side', '[data-part="legend"]', '.summary', 'footer'];

/**
 * Brings what is for reading together on one sheet, which `framed.css` lays beside the map or over it, and starts the
 * line that opens it. All is where it was before the first paint, so nothing moves.
 */
export function startFramed({ player, words, say, formatAddress }: OpenPage): void {
  const article = document.querySelector('article');
  const line = document.querySelector('.frame-line');
  if (!article || !line) return;
  const sheet = document.createElement('div');
  sheet.id = 'reading';
  sheet.className = 'sheet';
  for (const part of READING) sheet.append(...article.querySelectorAll(part));
  line.replaceChildren();
  article.append(line, sheet);
  const address = (): string => formatAddress(player, player, location.search);
  const { close } = mount(FrameLine, { target: line, props: { player, words, say, address } });
  sheet.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-go]')) close();
  });
  sheet.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    close();
    line.querySelector('button')?.focus();
  });
}
