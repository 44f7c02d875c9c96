import type * as MediaAndMarkup from './media-and-markup.ts';

type Extras = typeof MediaAndMarkup;

let loaded: Extras | null = null;

/**
 * Loads the components that show media and markup: 2 kB (gzip) that most stories do without. Who shows a story with
 * either waits for this first. So a page draws the same as the server, at once.
 */
export async function loadExtras(): Promise<void> {
  loaded = await import('./media-and-markup.ts');
}

/** The components that show media and markup. Throws if they have not been loaded. */
export function extras(): Extras {
  if (!loaded) throw new Error('Media or markup is to be shown before loadExtras() is done.');
  return loaded;
}
