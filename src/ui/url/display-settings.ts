import { isOn } from '../../embed/flag.ts';

const THEMES = ['light', 'dark', 'auto'] as const;
const MOTIONS = ['reduce', 'full', 'auto'] as const;

/** Reads a flag. `absent`: its value where the address has none, or one that is more than a word. */
export const parseFlag = (text: string | null, absent: boolean): boolean =>
  text !== null && /^\s*[a-z\d]{0,16}\s*$/i.test(text) ? isOn(text) : absent;

/**
 * Parsers of the URL parameters that the first paint depends on. They are not in `parameters.ts`, because the head script
 * needs them and must stay small.
 */
export const DISPLAY_PARSERS = {
  // A frame is light by default, because the host page may be light even if the reader's system is dark.
  theme: (text: string | null, framed: boolean): (typeof THEMES)[number] =>
    THEMES.find((theme) => theme === text) ?? (framed ? 'light' : 'auto'),
  motion: (text: string | null): (typeof MOTIONS)[number] =>
    MOTIONS.find((motion) => motion === text) ?? 'auto',
  controls: (text: string | null): boolean => parseFlag(text, true),
  basemap: (text: string | null): boolean => text !== 'none',
} as const;

/** Settings that the style sheet reads from `data-theme` and similar attributes. */
export type DisplaySettings = {
  readonly [Name in keyof typeof DISPLAY_PARSERS]: ReturnType<(typeof DISPLAY_PARSERS)[Name]>;
};

/** Whether an address opens at another moment than the story's beginning. */
export const opensElsewhere = (search: string): boolean =>
  /[?&](t|event|place|person|start)=[^&]/.test(search);

/** The address of the story that an address names instead of the one that the page was built with; null if none. */
export const readAskedStory = (text: string | null): string | null => text || null;

/** Unknown values are ignored. If a parameter is given twice, the first one counts. */
export function readDisplaySettings(search: string, framed: boolean): DisplaySettings {
  const query = new URLSearchParams(search);
  const { theme, motion, controls, basemap } = DISPLAY_PARSERS;
  return {
    theme: theme(query.get('theme'), framed),
    motion: motion(query.get('motion')),
    controls: controls(query.get('controls')),
    basemap: basemap(query.get('basemap')),
  };
}

/** Writes the settings as `data-` attributes for the style sheet. */
export function applyDisplaySettings(
  { dataset }: Pick<HTMLElement, 'dataset'>,
  { theme, motion, controls, basemap }: DisplaySettings,
): void {
  Object.assign(dataset, { theme, motion, controls, basemap });
}

/** Whether motion is reduced; null: as the reader's system says. */
export const isMotionReduced = (motion: DisplaySettings['motion']): boolean | null =>
  motion === 'auto' ? null : motion === 'reduce';
