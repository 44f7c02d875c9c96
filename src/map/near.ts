/**
 * Calls back once when an element is within one viewport of being seen and the main thread has nothing
 * better to do. Returns its undo.
 */
export function startWhenNear(element: Element, callback: () => void): () => void {
  let idle: number | null = null;
  const observer = new IntersectionObserver(
    (entries) => {
      if (idle !== null || !entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      idle = askIdle(callback);
    },
    { rootMargin: '100%' },
  );
  observer.observe(element);
  return () => {
    observer.disconnect();
    if (idle !== null) cancelIdle(idle);
  };
}

/** Safari has no idle callback: there, a moment after everything that is due. */
const askIdle = (callback: () => void): number =>
  'requestIdleCallback' in window
    ? requestIdleCallback(callback, { timeout: 4000 })
    : (window as Window).setTimeout(callback, 200);

const cancelIdle = (handle: number): void => {
  if ('cancelIdleCallback' in window) cancelIdleCallback(handle);
  else (window as Window).clearTimeout(handle);
};
