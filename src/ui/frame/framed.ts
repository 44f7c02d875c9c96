import { flushSync, mount } from 'svelte';
import FrameLine from './FrameLine.svelte';
import { startSight } from './pause-out-of-sight.ts';
import { isPlainClick } from '../keys/plain-click.ts';
import { toggleFullscreen } from '../transport/fullscreen.ts';
import { isMotionReduced } from '../url/display-settings.ts';
import { formatPageQuery } from '../url/parameters.ts';
import type { OpenPage } from '../shell/page.ts';

/** What is read besides the map, in the order in which it stands on a sheet of its own. */
const READING = ['.side', '[data-part="legend"]', '.summary', 'footer'];

/**
 * Brings what is for reading together on one sheet, which `framed.css` lays beside the map or over it, and starts the
 * line that opens it. All is where it was before the first paint, so nothing moves.
 */
export function startFramed({
  player,
  words,
  localize,
  parameters,
  formatAddress,
}: OpenPage): void {
  const article = document.querySelector('article');
  const line = document.querySelector('.frame-line');
  if (!article || !line) return;
  const sheet = document.createElement('div');
  sheet.id = 'reading';
  sheet.className = 'sheet';
  for (const part of READING) sheet.append(...article.querySelectorAll(part));
  line.replaceChildren();
  article.append(line, sheet);
  const props = {
    ...{ player, words, localize },
    opened: parameters.list,
    address: () => formatAddress(player, player, formatPageQuery(location.search)),
    onfull: document.fullscreenEnabled ? () => void toggleFullscreen(article) : undefined,
  };
  const { close, show } = mount(FrameLine, { target: line, props });
  // Beside the map all events would be some fifty stops on the way through the host page.
  const list = sheet.querySelector<HTMLDetailsElement>('details:has(#all-events)');
  if (list && !parameters.list && getComputedStyle(sheet).display !== 'none') list.open = false;
  article.querySelector<HTMLElement>('.skip')?.addEventListener('click', (click) => {
    if (!isPlainClick(click)) return;
    show();
    flushSync();
  });
  // What an article asks for cannot take back what the reader has asked for.
  const still =
    isMotionReduced(parameters.motion) || matchMedia('(prefers-reduced-motion: reduce)').matches;
  // What starts by itself must have a button that stops it.
  const autoplay = parameters.autoplay && parameters.controls;
  startSight(article, player, { autoplay, loop: parameters.loop, still });
  const closeSheet = (): void => {
    const inside = sheet.matches(':focus-within');
    close();
    // Where the sheet stands beside the map, the button is not there and the focus stays.
    if (inside) line.querySelector('button')?.focus();
  };
  sheet.addEventListener('click', (click) => {
    const way = click.target instanceof Element ? click.target.closest('[data-go]') : null;
    if (!way || (way.matches('a') && !isPlainClick(click))) return;
    closeSheet();
  });
  // Before the keys of the page: Esc undoes one thing, and what lies over the map was opened last.
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || article.querySelector('select:focus, :popover-open')) return;
    if (!line.querySelector('[aria-expanded="true"]')?.checkVisibility()) return;
    event.preventDefault();
    event.stopPropagation();
    closeSheet();
  };
  article.addEventListener('keydown', press, { capture: true });
}
