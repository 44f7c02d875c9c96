import { isPlainClick } from '../keys/plain-click.ts';

/** The id of an item is this prefix and the event's id. */
const PREFIX = 'event-';

/**
 * Handles clicks in the list. Opening an item goes to its event; closing it does nothing more. A link to an earlier event
 * opens and focuses that event's item. One listener serves all items, because hydrating hundreds of items would block
 * the page. Returns a function that undoes it.
 */
export function startItems(list: HTMLElement, ongo: (id: string) => void): () => void {
  const press = (click: MouseEvent): void => {
    const way =
      click.target instanceof Element ? click.target.closest('a[data-go], summary') : null;
    const id = way?.getAttribute('data-go') ?? way?.closest('li')?.id.slice(PREFIX.length);
    if (!way || !id) return;
    const link = way.matches('a');
    if (link && !isPlainClick(click)) return;
    const item = link ? itemOf(list, id)?.querySelector('details') : way.closest('details');
    // An item that is open now is about to close.
    if (!item || (!link && item.open)) return;
    if (link) {
      // Without this the link would only scroll.
      click.preventDefault();
      item.open = true;
      item.querySelector('summary')?.focus();
    }
    ongo(id);
  };
  list.addEventListener('click', press);
  return () => list.removeEventListener('click', press);
}

/** Marks the items of the events that are under way. Returns a function that undoes it. */
export function markCurrent(list: HTMLElement, ids: readonly string[]): () => void {
  const marked = ids.flatMap((id) => itemOf(list, id)?.querySelector('summary') ?? []);
  for (const summary of marked) summary.setAttribute('aria-current', 'true');
  return () => {
    for (const summary of marked) summary.removeAttribute('aria-current');
  };
}

/** Marks the items of the events of the selected place or person. Returns a function that undoes it. */
export function markLit(list: HTMLElement, ids: readonly string[]): () => void {
  const marked = ids.flatMap((id) => itemOf(list, id) ?? []);
  for (const item of marked) item.classList.add('lit');
  return () => {
    for (const item of marked) item.classList.remove('lit');
  };
}

/** Presses the buttons of the selected person, as `PersonButton.svelte` does. Returns a function that undoes it. */
export function markPressed(list: HTMLElement, id: string): () => void {
  const buttons = list.querySelectorAll(`[data-person="${id}"]`);
  for (const button of buttons) {
    button.setAttribute('aria-pressed', 'true');
    button.setAttribute('aria-controls', 'place-history');
  }
  return () => {
    for (const button of buttons) {
      button.setAttribute('aria-pressed', 'false');
      button.removeAttribute('aria-controls');
    }
  };
}

/** The list may be in a shadow root, which has its own ids. */
const itemOf = (list: HTMLElement, id: string): HTMLElement | null =>
  (list.getRootNode() as Document | ShadowRoot).getElementById(`${PREFIX}${id}`);
