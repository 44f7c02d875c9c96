/** Milliseconds that a map in a frame may be out of view before it releases WebGL. */
const PATIENCE = 3_000;

/**
 * Calls back when an element in a frame has been out of view for a while. A browser allows about 16 WebGL contexts for
 * all frames of a page, and takes away the oldest for the next one. A page of its own has only one map and keeps it.
 * Returns a function that undoes it.
 */
export function releaseWhenUnseen(element: Element, release: () => void): () => void {
  if (window.top === window.self) return () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new IntersectionObserver((entries) => {
    clearTimeout(timer);
    if (!entries.at(-1)?.isIntersecting) timer = setTimeout(release, PATIENCE);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}
