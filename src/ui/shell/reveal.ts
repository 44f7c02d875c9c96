import type { Player } from '../../player/player.svelte.ts';
import { isPlainClick } from '../keys/plain-click.ts';
import { yieldToMain } from './yield-to-main.ts';

/** In an embedded frame the map is always in view, and scrolling to it would move the host page. */
function showMap(page: HTMLElement | null): void {
  if (page && page.getBoundingClientRect().top < 0) page.scrollIntoView({ block: 'start' });
}

/** Scrolls to the top of what the panel stands in, or on a phone to the map. */
function reveal(panel: HTMLElement): void {
  const box = panel.closest('.sheet') ?? panel;
  if (box.scrollHeight > box.clientHeight) box.scrollTo({ top: 0 });
  else showMap(panel.closest('article'));
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
    reveal(panel);
  };
  panel.addEventListener('click', show);
  return () => panel.removeEventListener('click', show);
}

/**
 * A click on a person's name selects the person and scrolls to the answer; another lets go of the person. One listener
 * serves all names, because the list's items are not hydrated. Returns a function that undoes it.
 */
export function startPeople(panel: HTMLElement, player: Player): () => void {
  const choose = ({ target }: MouseEvent): void => {
    const name = target instanceof Element ? target.closest('[data-person]') : null;
    const id = name?.getAttribute('data-person');
    if (!id) return;
    const isPressed = id === player.selectedPerson;
    player.selectPerson(isPressed ? null : id);
    if (!isPressed) reveal(panel);
  };
  panel.addEventListener('click', choose);
  return () => panel.removeEventListener('click', choose);
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
