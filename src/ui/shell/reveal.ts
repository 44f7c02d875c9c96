import { isPlainClick } from '../keys/plain-click.ts';
import { yieldToMain } from './yield-to-main.ts';

/** In an embedded frame the map is always in view, and scrolling to it would move the host page. */
function showMap(page: HTMLElement | null): void {
  if (page && page.getBoundingClientRect().top < 0) page.scrollIntoView({ block: 'start' });
}

/**
 * After a click that goes to an event, scrolls to its card: to the top of the panel, or on a phone to the map. Items of the
 * list of all events open in place, without scrolling. Returns a function that undoes it.
 */
export function startReveal(panel: HTMLElement): () => void {
  const show = (click: MouseEvent): void => {
    const link = click.target instanceof Element ? click.target.closest('[data-go]') : null;
    if (!link || link.closest('[id^="event-"]')) return;
    if (link.matches('a') && !isPlainClick(click)) return;
    if (panel.scrollHeight > panel.clientHeight) panel.scrollTo({ top: 0 });
    else showMap(panel.closest('article'));
  };
  panel.addEventListener('click', show);
  return () => panel.removeEventListener('click', show);
}

/** Scrolls to the legend when it is opened out of view. Returns a function that undoes it. */
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
