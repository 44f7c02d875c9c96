/** How long, in ms, a worker may be silent at the least; and how often the page looks whether it still is. */
const PATIENCE = 5_000;
const LOOK = 500;

/**
 * Tells when a worker stays silent that has just been started: one that is blocked or hangs reports nothing.
 * Only time counts in which it could have been heard: none while nobody sees the page, nor while the main thread is
 * busy; and where the network is slow its script gets three times as long as the slowest file before it took.
 * Returns the undo, for when it has spoken.
 */
export function startWatchdog(onsilent: () => void): () => void {
  const files = performance.getEntriesByType('resource').map(({ duration }) => duration);
  let left = Math.max(PATIENCE, 3 * Math.max(0, ...files)) / LOOK;
  const timer = setInterval(() => {
    if (document.hidden || --left > 0) return;
    clearInterval(timer);
    onsilent();
  }, LOOK);
  return () => clearInterval(timer);
}
