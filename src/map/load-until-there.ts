/** What a reader does, or the network, after which it is worth asking again for what could not be fetched. */
const OCCASIONS = ['online', 'pointerdown', 'keydown'] as const;

const nextOccasion = (): Promise<void> =>
  new Promise((resolve) => {
    const waiting = new AbortController();
    const end = (): void => {
      waiting.abort();
      resolve();
    };
    for (const occasion of OCCASIONS) {
      addEventListener(occasion, end, { signal: waiting.signal, capture: true });
    }
  });

/**
 * Loads something, and where that fails again at each of the reader's gestures and when the network is back, until it is
 * there. `onfail` is called after each try that failed.
 */
export async function loadUntilThere<T>(load: () => Promise<T>, onfail: () => void): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      onfail();
      await nextOccasion();
    }
  }
}
