import { readColours, startColours } from '../../map/basemap/colours.ts';
import { contrastOf, type Rgb } from './contrast.ts';

/** Backgrounds of the accent. Text in the colour `paper` is also written on the accent. */
const BACKGROUNDS = ['paper', 'raised', 'land', 'sea'] as const;
type Background = (typeof BACKGROUNDS)[number];

/** Whether an accent has the contrast of WCAG 2.2 on all backgrounds (3:1) and to text in the colour `paper` (4.5:1). */
export const hasContrast = (accent: Rgb, colourOf: (background: Background) => Rgb): boolean =>
  BACKGROUNDS.every((background) => contrastOf(accent, colourOf(background)) >= 3) &&
  contrastOf(accent, colourOf('paper')) >= 4.5;

/**
 * Replaces the theme's accent as long as the colour has enough contrast in the present theme. The colour is written from
 * numbers, never from text of the address. `parameters.css` applies it.
 */
export function startAccent(root: HTMLElement, accent: Rgb): void {
  root.style.setProperty('--asked-accent', `rgb(${accent.join(' ')})`);
  const update = (): void => {
    const shown = readColours(root, BACKGROUNDS);
    root.toggleAttribute(
      'data-accent',
      hasContrast(accent, (background) => numbersOf(shown[background])),
    );
  };
  startColours(update);
  update();
}

const numbersOf = (colour: string): Rgb => {
  const [red = 0, green = 0, blue = 0] = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  return [red, green, blue];
};
