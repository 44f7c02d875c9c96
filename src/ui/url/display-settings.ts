const THEMES = ['light', 'dark', 'auto'] as const;
const MOTIONS = ['reduce', 'full', 'auto'] as const;

/** What the style sheet shows by `data-theme` and the like. */
export interface DisplaySettings {
  /** `auto` follows the reader's system, also when that changes. */
  readonly theme: (typeof THEMES)[number];
  /** `auto` follows the reader's system, also when that changes. */
  readonly motion: (typeof MOTIONS)[number];
  /** Whether there is a player's bar: an article that steers the map may do without. */
  readonly controls: boolean;
  /** Whether there are land and borders. */
  readonly basemap: boolean;
}

type Parsers = {
  readonly [Name in keyof DisplaySettings]: (
    text: string | null,
    framed: boolean,
  ) => DisplaySettings[Name];
};

/**
 * Parsers of the URL parameters that the first picture depends on. They stand apart from `parameters.ts`, because the
 * head script needs them and must stay small.
 */
export const DISPLAY_PARSERS: Parsers = {
  // A frame is light by default: the host page may be light where the reader's system is dark.
  theme: (text, framed) => THEMES.find((theme) => theme === text) ?? (framed ? 'light' : 'auto'),
  motion: (text) => MOTIONS.find((motion) => motion === text) ?? 'auto',
  controls: (text) => text !== '0',
  basemap: (text) => text !== 'none',
};

/** Whether an address opens at another moment or place than the story's beginning. */
export const opensElsewhere = (search: string): boolean =>
  /[?&](t|event|place|start)=[^&]/.test(search);

/** Unknown values are ignored. Of two parameters of a name the first counts. */
export function readDisplaySettings(search: string, framed: boolean): DisplaySettings {
  const query = new URLSearchParams(search);
  const { theme, motion, controls, basemap } = DISPLAY_PARSERS;
  return {
    theme: theme(query.get('theme'), framed),
    motion: motion(query.get('motion'), framed),
    controls: controls(query.get('controls'), framed),
    basemap: basemap(query.get('basemap'), framed),
  };
}

/** Writes them as `data-` attributes, by which the style sheet does the rest. */
export function applyDisplaySettings(
  { dataset }: Pick<HTMLElement, 'dataset'>,
  { theme, motion, controls, basemap }: DisplaySettings,
): void {
  Object.assign(dataset, { theme, motion, controls, basemap });
}

/** Whether motion is reduced: null leaves it to the reader's system. */
export const isMotionReduced = (motion: DisplaySettings['motion']): boolean | null =>
  motion === 'auto' ? null : motion === 'reduce';
