const THEMES = ['light', 'dark', 'auto'] as const;
const MOTIONS = ['reduce', 'full', 'auto'] as const;

/** What an address asks of a page that shows in its very first picture. */
export interface Looks {
  /** `auto` follows the reader's system, also when that changes. */
  readonly theme: (typeof THEMES)[number];
  /** `auto` follows the reader's system, also when that changes. */
  readonly motion: (typeof MOTIONS)[number];
  /** Whether the player's bar is shown: an article that steers the map by itself may do without. */
  readonly controls: boolean;
  /** Whether there are land and borders. */
  readonly basemap: boolean;
}

/**
 * Reads `?theme=dark&motion=reduce&controls=0&basemap=none`. What is unknown is passed over in silence. In a frame the
 * page is light unless it is told otherwise: a reader's system may be dark where the host page is not.
 */
export function readLooks(search: string, framed: boolean): Looks {
  const query = new URLSearchParams(search);
  return {
    theme: THEMES.find((theme) => theme === query.get('theme')) ?? (framed ? 'light' : 'auto'),
    motion: MOTIONS.find((motion) => motion === query.get('motion')) ?? 'auto',
    controls: query.get('controls') !== '0',
    basemap: query.get('basemap') !== 'none',
  };
}

/** Hands them to the style sheet, which does the rest without another line of script, and to `readOptions`. */
export function applyLooks({ dataset }: Pick<HTMLElement, 'dataset'>, looks: Looks): void {
  Object.assign(dataset, looks);
}

/** Whether an address asks for another moment or place than the story's opening: by `ui/url/address.ts` or `ui/url/wishes.ts`. */
export const namesMoment = (search: string): boolean =>
  /[?&](t|event|place|start)=[^&]/.test(search);
