import type { Colour } from '../../../colour/themes.ts';
import { HUES, type Hue } from '../../story.ts';

/** Names of colours that are the theme's own under a plainer name: with its shape. */
export const SYNONYMS: Readonly<Record<string, Hue>> = {
  red: 'north',
  blue: 'south',
  brown: 'east',
  grey: 'other',
};

/** Names of further colours. Each has enough contrast in both themes. */
export const NAMED: Readonly<Record<string, Colour>> = {
  green: { light: '#035d2d', dark: '#8aeaa8' },
  purple: { light: '#4d1f80', dark: '#9f7dd8' },
  orange: { light: '#b04a00', dark: '#c97e3d' },
  teal: { light: '#00605d', dark: '#5cdbd5' },
  pink: { light: '#bb2d75', dark: '#cb709b' },
};

/** Every word that `hue` may be. */
export const COLOUR_NAMES: readonly string[] = [
  ...HUES,
  ...Object.keys(SYNONYMS),
  ...Object.keys(NAMED),
];
