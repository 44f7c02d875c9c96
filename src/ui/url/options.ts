/** What an address asks of the scripts of a page, whatever its story. */
export interface Options {
  /** Whether motion is spared, as far as the address decides it; null leaves it to the reader's system. */
  readonly still: boolean | null;
  /** Whether single characters are keys of the player: a host page may need them for itself. */
  readonly keyboard: boolean;
  /** Whether there is a player's bar. */
  readonly controls: boolean;
  /** The language asked for, as a BCP 47 tag that may not exist; null when none is. */
  readonly language: string | null;
}

/** Reads `?keyboard=0&lang=ko`, and the rest off the page, which shows it already (`looks.ts`). */
export function readOptions(search: string, { dataset }: Pick<HTMLElement, 'dataset'>): Options {
  const query = new URLSearchParams(search);
  const { motion, controls } = dataset;
  return {
    still: motion === 'reduce' || (motion === 'full' ? false : null),
    keyboard: query.get('keyboard') !== '0',
    controls: controls !== 'false',
    language: query.get('lang') || null,
  };
}

/** Whether an address asks for more, which is fetched only then (`wishes.ts`), or for what its styles show. */
export const hasWishes = (search: string): boolean =>
  /\b(start|end|controls|basemap|accent|font|h)=/.test(search);
