/**
 * Calls back once when an element has been within one viewport of being seen for so many ms, and the main thread has
 * nothing better to do. What goes by before that is passed over. Returns its undo.
 */
export function startWhenNear(element: Element, callback: () => void, dwell = 0): () => void {
  let forget = (): void => undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      forget();
      if (entries.at(-1)?.isIntersecting) forget = askIdle(begin, dwell);
    },
    { rootMargin: '100%' },
  );
  const begin = (): void => {
    observer.disconnect();
    callback();
  };
  observer.observe(element);
  return () => {
    observer.disconnect();
    forget();
  };
}

/** Safari has no idle callback: there, a moment after everything that is due. Returns its undo. */
function askIdle(callback: () => void, dwell: number): () => void {
  let idle = 0;
  const knowsIdle = 'requestIdleCallback' in window;
  const ask = (): void => {
    if (knowsIdle) idle = requestIdleCallback(callback, { timeout: 4000 });
    else callback();
  };
  const timer = setTimeout(ask, knowsIdle ? dwell : dwell + 200);
  return () => {
    clearTimeout(timer);
    if (knowsIdle) cancelIdleCallback(idle);
  };
}
