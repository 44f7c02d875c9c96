/**
 * Gives the main thread back, so that what the reader has done in the meantime is answered and drawn
 * before the next piece of work.
 */
export const yieldToMain = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
