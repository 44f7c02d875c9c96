/** Extra delay in ms where the browser has no `scheduler` for background tasks, as in Safari. */
const SETTLED = 200;

/**
 * Calls back once, when an element has been at most one viewport away for `dwell` ms and the main thread is free. An
 * element that leaves sooner starts again. Returns a function that undoes it.
 */
export function whenNear(element: Element, callback: () => void, dwell = 0): () => void {
  let cancel = (): void => undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      cancel();
      if (entries.at(-1)?.isIntersecting) cancel = runInBackground(begin, dwell);
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
    cancel();
  };
}

/**
 * Calls back with background priority after a delay. Returns a function that cancels it. `requestIdleCallback` is no
 * alternative: Chrome calls it after a rendered frame, and in a cross-site iframe without motion none is rendered.
 */
function runInBackground(callback: () => void, delay: number): () => void {
  let wanted = true;
  const begin = (): void => {
    if (wanted) callback();
  };
  if ('scheduler' in window) void scheduler.postTask(begin, { priority: 'background', delay });
  else setTimeout(begin, delay + SETTLED);
  return () => {
    wanted = false;
  };
}
