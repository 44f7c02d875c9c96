const THEMES = ['light', 'dark', 'auto'] as const;
const MOTIONS = ['reduce', 'full', 'auto'] as const;

/** What an address asks of the page itself, whatever its story. */
export interface Options {
  /** `auto` follows the reader's system, also when that changes. */
  readonly theme: (typeof THEMES)[number];
  /** `auto` follows the reader's system, also when that changes. */
  readonly motion: (typeof MOTIONS)[number];
  /** Whether single characters are keys of the player: a host page may need them for itself. */
  readonly keyboard: boolean;
  /** Whether the player's bar is shown: an article that steers the map by itself may do without. */
  readonly controls: boolean;
  /** Whether there are land and borders. */
  readonly basemap: boolean;
  /** The language asked for, as a BCP 47 tag that may not exist; null when none is. */
  readonly language: string | null;
}

/**
 * Reads `?theme=dark&motion=reduce&keyboard=0&controls=0&basemap=none&lang=ko`. What is unknown is passed over in silence. In a
 * frame the page is light unless it is told otherwise: a reader's system may be dark where the host
 * page is not.
 */
export function readOptions(search: string, framed: boolean): Options {
  const query = new URLSearchParams(search);
  return {
    theme: THEMES.find((theme) => theme === query.get('theme')) ?? (framed ? 'light' : 'auto'),
    motion: MOTIONS.find((motion) => motion === query.get('motion')) ?? 'auto',
    keyboard: query.get('keyboard') !== '0',
    controls: query.get('controls') !== '0',
    basemap: query.get('basemap') !== 'none',
    language: query.get('lang') || null,
  };
}

/** Hands what can be seen of them to the style sheet, which does the rest without another line of script. */
export function applyOptions(
  { dataset }: HTMLElement,
  { theme, motion, controls, basemap }: Options,
): void {
  Object.assign(dataset, { theme, motion, controls, basemap });
}

/** Whether an address asks for more, which is fetched only then (`wishes.ts`), or for what its styles show. */
export const hasWishes = (search: string): boolean =>
  /\b(start|end|controls|basemap|accent|font|h)=/.test(search);

/** Whether motion is spared, as far as the address decides it; null leaves it to the reader's system. */
export const stillOf = ({ motion }: Pick<Options, 'motion'>): boolean | null =>
  motion === 'auto' ? null : motion === 'reduce';
