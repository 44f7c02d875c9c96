/** Events after which a failed download is tried again. */
const RETRY_EVENTS = ['online', 'pointerdown', 'keydown'] as const;

const nextRetryEvent = (): Promise<void> =>
  new Promise((resolve) => {
    const waiting = new AbortController();
    const end = (): void => {
      waiting.abort();
      resolve();
    };
    for (const type of RETRY_EVENTS) {
      addEventListener(type, end, { signal: waiting.signal, capture: true });
    }
  });

/**
 * Loads something. If that fails, it tries again at the reader's next gesture or when the network is back, until it
 * succeeds. `onfail` is called after each failed try.
 */
export async function loadUntilThere<T>(load: () => Promise<T>, onfail: () => void): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      onfail();
      await nextRetryEvent();
    }
  }
}
