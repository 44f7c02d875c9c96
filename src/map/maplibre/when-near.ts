/** Safari knows no task that comes last: there, so many ms after everything that is due. */
const SETTLED = 200;

/**
 * Calls back once when an element has been within one viewport of being seen for so many ms, and the main thread has
 * nothing better to do. What goes by before that is passed over. Returns its undo.
 */
export function whenNear(element: Element, callback: () => void, dwell = 0): () => void {
  let forget = (): void => undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      forget();
      if (entries.at(-1)?.isIntersecting) forget = runLast(begin, dwell);
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

/**
 * Calls back after all else that is due, so many ms from now; returns its undo. Not by `requestIdleCallback`: Chrome
 * is idle after pictures, and in a frame of another site where nothing moves there is none for it to be idle after.
 */
function runLast(callback: () => void, delay: number): () => void {
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
