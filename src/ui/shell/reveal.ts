import { isPlainClick } from '../keys/plain-click.ts';
import { yieldToMain } from './yield-to-main.ts';

/** In a frame it is in sight, and scrolling to it would move the host page. */
function showMap(page: HTMLElement | null): void {
  if (page && page.getBoundingClientRect().top < 0) page.scrollIntoView({ block: 'start' });
}

/**
 * Going to an event shows it: its card beside the map, or the map itself on a phone. What is chosen from
 * the list of all events opens where it stands. Returns the undo.
 */
export function startReveal(side: HTMLElement): () => void {
  const show = (click: MouseEvent): void => {
    const way = click.target instanceof Element ? click.target.closest('[data-go]') : null;
    if (!way || way.closest('[id^="event-"]')) return;
    if (way.matches('a') && !isPlainClick(click)) return;
    if (side.scrollHeight > side.clientHeight) side.scrollTo({ top: 0 });
    else showMap(side.closest('article'));
  };
  side.addEventListener('click', show);
  return () => side.removeEventListener('click', show);
}

/** Where the key to the map opens below what is in sight, its first line comes into it: a tap must show its answer. Returns the undo. */
export function startLegend(article: HTMLElement): () => void {
  const show = async ({ target }: Event) => {
    if (!(target instanceof Element) || !target.closest('[data-tool="legend"]')) return;
    await yieldToMain();
    const legend = article.querySelector('.legend:not([hidden])');
    const { top = 0, bottom = 0 } = legend?.getBoundingClientRect() ?? {};
    if (top >= 0 && bottom <= innerHeight) return;
    legend?.scrollIntoView({ block: bottom - top < innerHeight / 2 ? 'nearest' : 'start' });
  };
  const listen = (event: Event): void => void show(event);
  article.addEventListener('click', listen);
  return () => article.removeEventListener('click', listen);
}
