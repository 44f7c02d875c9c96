/** The least time, in ms, that a worker has for its first message. */
const PATIENCE = 5_000;

/** Interval of the check, in ms. */
const INTERVAL = 500;

/**
 * Watchdog: reports a worker that has just been started and has sent nothing in time, because a blocked worker reports
 * no error. Time in which the page is hidden or the main thread is busy does not count. On a slow network the worker
 * has three times as long as the slowest file so far. Returns a function that stops the watchdog, for its first message.
 */
export function startWatchdog(onsilent: () => void): () => void {
  const files = performance.getEntriesByType('resource').map(({ duration }) => duration);
  let left = Math.max(PATIENCE, 3 * Math.max(0, ...files)) / INTERVAL;
  const timer = setInterval(() => {
    if (document.hidden || --left > 0) return;
    clearInterval(timer);
    onsilent();
  }, INTERVAL);
  return () => clearInterval(timer);
}
