import { readColours, startColours } from '../../map/basemap/colours.ts';
import { contrastOf, type Rgb } from './contrast.ts';

/** All that the accent stands on; and numbers and names in paper's colour stand on it. */
const GROUNDS = ['paper', 'raised', 'land', 'sea'] as const;
type Ground = (typeof GROUNDS)[number];

/** Whether a colour can be seen on every ground, and be read on, as the theme's own accent can. */
export const suits = (accent: Rgb, colourOf: (ground: Ground) => Rgb): boolean =>
  GROUNDS.every((ground) => contrastOf(accent, colourOf(ground)) >= 3) &&
  contrastOf(accent, colourOf('paper')) >= 4.5;

/**
 * Puts a colour in the accent's place as long as it suits the theme that is shown, by numbers and never as a text
 * from an address. `parameters.css` says where it goes.
 */
export function startAccent(root: HTMLElement, accent: Rgb): void {
  root.style.setProperty('--asked-accent', `rgb(${accent.join(' ')})`);
  const weigh = (): void => {
    const shown = readColours(root, GROUNDS);
    root.toggleAttribute(
      'data-accent',
      suits(accent, (ground) => numbersOf(shown[ground])),
    );
  };
  startColours(weigh);
  weigh();
}

const numbersOf = (colour: string): Rgb => {
  const [red = 0, green = 0, blue = 0] = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  return [red, green, blue];
};
