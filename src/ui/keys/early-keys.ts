/**
 * Keeps the keys that are pressed in a page before anything can answer them; `onkey` is told of each. Returns what
 * ends that and hands them over, in order.
 */
export function keepKeys(page: Element, onkey: () => void): () => readonly KeyboardEvent[] {
  const kept: KeyboardEvent[] = [];
  const keep = (pressed: Event): void => {
    const event = pressed as KeyboardEvent;
    if (event.defaultPrevented) return;
    kept.push(event);
    // The browser would scroll the page by it, as if the slider were a text.
    if (event.key === ' ' && (event.target as Element).matches('[type=range]')) {
      event.preventDefault();
    }
    onkey();
  };
  page.addEventListener('keydown', keep);
  return () => {
    page.removeEventListener('keydown', keep);
    return kept;
  };
}
