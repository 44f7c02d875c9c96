import { readColours, startColours } from '../../map/basemap/colours.ts';
import { GROUNDS, hasContrast, type Rgb } from '../../colour/contrast.ts';

/**
 * Replaces the theme's accent as long as the colour has enough contrast in the present theme. The colour is written from
 * numbers, never from text of the address. `parameters.css` applies it.
 */
export function startAccent(root: HTMLElement, accent: Rgb): void {
  root.style.setProperty('--asked-accent', `rgb(${accent.join(' ')})`);
  const update = (): void => {
    const shown = readColours(root, GROUNDS);
    root.toggleAttribute(
      'data-accent',
      hasContrast(accent, (ground) => numbersOf(shown[ground])),
    );
  };
  startColours(update);
  update();
}

const numbersOf = (colour: string): Rgb => {
  const [red = 0, green = 0, blue = 0] = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  return [red, green, blue];
};
