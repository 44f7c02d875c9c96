/** So long, in ms, a map in a frame may be out of sight and still move. */
const PATIENCE = 3_000;

/**
 * Calls back when an element in a frame has been out of sight for a while: a browser has some sixteen live maps to give
 * to all frames of a page together, and takes the first one's for the seventeenth. A page of its own has but
 * one, and keeps it. Returns its undo.
 */
export function releaseWhenUnseen(element: Element, rest: () => void): () => void {
  if (window.top === window.self) return () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new IntersectionObserver((entries) => {
    clearTimeout(timer);
    if (!entries.at(-1)?.isIntersecting) timer = setTimeout(rest, PATIENCE);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}
