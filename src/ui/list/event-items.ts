import { isPlainClick } from '../keys/plain-click.ts';

/** An item's id is this and its event's. */
const PREFIX = 'event-';

/**
 * What the items of a list do when they are pressed: opening one goes to its event, closing it leaves the
 * moment as it is; a link to an earlier event opens that one's item, and reading goes on there. One
 * listener for all, since hydrating hundreds of items would keep the page from answering. Returns the undo.
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
    // What is open now is about to close.
    if (!item || (!link && item.open)) return;
    if (link) {
      // By itself the link would only scroll.
      click.preventDefault();
      item.open = true;
      item.querySelector('summary')?.focus();
    }
    ongo(id);
  };
  list.addEventListener('click', press);
  return () => list.removeEventListener('click', press);
}

/** Marks the items of the events that are under way. Returns the undo. */
export function markCurrent(list: HTMLElement, ids: readonly string[]): () => void {
  const marked = ids.flatMap((id) => itemOf(list, id)?.querySelector('summary') ?? []);
  for (const summary of marked) summary.setAttribute('aria-current', 'true');
  return () => {
    for (const summary of marked) summary.removeAttribute('aria-current');
  };
}

/** Marks the items of a place's events. Returns the undo. */
export function markLit(list: HTMLElement, ids: readonly string[]): () => void {
  const marked = ids.flatMap((id) => itemOf(list, id) ?? []);
  for (const item of marked) item.classList.add('lit');
  return () => {
    for (const item of marked) item.classList.remove('lit');
  };
}

/** The list may stand in a shadow root, where ids are its own. */
const itemOf = (list: HTMLElement, id: string): HTMLElement | null =>
  (list.getRootNode() as Document | ShadowRoot).getElementById(`${PREFIX}${id}`);
