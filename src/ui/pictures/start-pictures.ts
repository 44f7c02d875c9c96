import { isPlainClick } from '../keys/plain-click.ts';
import type { PictureContext } from './open-pictures.ts';

/**
 * Shows a picture larger when it is pressed, in a dialog that is loaded on demand: `load` gets what loads and opens it. A
 * film or sound that is started pauses the story, which would take its card away. The page listens for all of them,
 * because the list of all events is not hydrated. The listeners go with the page's element.
 */
export function startPictures(
  page: HTMLElement,
  context: () => PictureContext,
  load: (open: () => Promise<void>) => void,
): void {
  page.addEventListener('click', (click) => {
    const link =
      click.target instanceof Element ? click.target.closest<HTMLElement>('a[data-picture]') : null;
    if (!link || !isPlainClick(click)) return;
    click.preventDefault();
    load(() => import('./open-pictures.ts').then((part) => part.openPictures(link, context())));
  });
  // `play` does not bubble.
  page.addEventListener('play', () => context().player.pause(), { capture: true });
}
