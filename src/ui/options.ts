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
  /** The language asked for, as a BCP 47 tag that may not exist; null when none is. */
  readonly language: string | null;
}

/**
 * Reads `?theme=dark&motion=reduce&keyboard=0&lang=ko`. What is unknown is passed over in silence. In a
 * frame the page is light unless it is told otherwise: a reader's system may be dark where the host
 * page is not.
 */
export function readOptions(search: string, framed: boolean): Options {
  const query = new URLSearchParams(search);
  return {
    theme: THEMES.find((theme) => theme === query.get('theme')) ?? (framed ? 'light' : 'auto'),
    motion: MOTIONS.find((motion) => motion === query.get('motion')) ?? 'auto',
    keyboard: query.get('keyboard') !== '0',
    language: query.get('lang') || null,
  };
}

/** Hands theme and motion to the style sheet, which does the rest without another line of script. */
export function applyOptions(root: HTMLElement, { theme, motion }: Options): void {
  root.dataset['theme'] = theme;
  root.dataset['motion'] = motion;
}

/** Whether motion is spared, as far as the address decides it; null leaves it to the reader's system. */
export const stillOf = ({ motion }: Options): boolean | null =>
  motion === 'auto' ? null : motion === 'reduce';
