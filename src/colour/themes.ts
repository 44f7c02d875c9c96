import { hasContrast, linearOf, type Ground, type Rgb } from './contrast.ts';
import { parseHex, formatHex } from './hex.ts';
import { HALVINGS, oklabOf, withLightness } from './oklab.ts';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** A colour on the light and on the dark page, each as `#1f6f4a`. */
export type Colour = Readonly<Record<Theme, string>>;

/** The grounds of `ui/shell/theme.css`, which owns them. Checks have no style sheet. */
export const GROUND_COLOURS: Readonly<Record<Ground, Colour>> = {
  paper: { light: '#ffffff', dark: '#14171a' },
  raised: { light: '#faf8f4', dark: '#1c2024' },
  land: { light: '#f8f6f1', dark: '#2b3138' },
  sea: { light: '#e9eef1', dark: '#1a2027' },
};

/** Whether a colour has enough contrast in a theme. */
export const holds = (colour: Rgb, theme: Theme): boolean =>
  hasContrast(colour, (ground) => parseHex(GROUND_COLOURS[ground][theme]));

/**
 * The nearest colour that has enough contrast in a theme: the same colour if it has, otherwise a darker one on the light
 * page or a lighter one on the dark page, with the same hue. Written with six digits.
 */
export function nearestThatHolds(colour: string, theme: Theme): string {
  const given = parseHex(colour);
  if (holds(given, theme)) return formatHex(given);
  let [weak] = oklabOf(linearOf(given));
  let strong = theme === 'light' ? 0 : 1;
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (weak + strong) / 2;
    if (holds(withLightness(given, middle), theme)) strong = middle;
    else weak = middle;
  }
  return formatHex(withLightness(given, strong));
}

/** A colour as an author writes it: for both pages, or one for each. */
export type WrittenColour = string | Colour;

/** The colour on each page, and on which of them the written one is too faint. */
export interface ResolvedColour {
  readonly colour: Colour;
  readonly faint: readonly Theme[];
}

/**
 * Makes a written colour one that can be seen. No colour has enough contrast on both pages: one that is written for both
 * is moved on one of them. It is too faint if it must be moved on both.
 */
export function resolveColour(written: WrittenColour): ResolvedColour {
  const given: Colour = typeof written === 'string' ? { light: written, dark: written } : written;
  const weak = THEMES.filter((theme) => !holds(parseHex(given[theme]), theme));
  const colour = {
    light: nearestThatHolds(given.light, 'light'),
    dark: nearestThatHolds(given.dark, 'dark'),
  };
  const isForBoth = typeof written === 'string';
  return { colour, faint: isForBoth && weak.length < 2 ? [] : weak };
}

/** The hues of `ui/shell/theme.css`, which owns them. Checks have no style sheet. */
export const HUE_COLOURS: Readonly<Record<string, Colour>> = {
  north: { light: '#9c2a17', dark: '#ff9a84' },
  south: { light: '#1c5fae', dark: '#86b9ff' },
  west: { light: '#2d3138', dark: '#e9e6de' },
  east: { light: '#8a6100', dark: '#e6bf5c' },
  other: { light: '#5f6468', dark: '#a4abb1' },
};
