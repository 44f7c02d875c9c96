import { startColours } from '../../map/basemap/colours.ts';
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
    root.toggleAttribute('data-accent', hasContrast(accent, createProbe(root)));
  };
  startColours(update);
  update();
}

/** The present colours of the backgrounds. */
function createProbe(root: HTMLElement): (background: Background) => Rgb {
  return (background) => {
    const probe = document.createElement('i');
    probe.hidden = true;
    probe.style.color = `var(--${background})`;
    root.append(probe);
    const [red = 0, green = 0, blue = 0] =
      getComputedStyle(probe)
        .color.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    probe.remove();
    return [red, green, blue];
  };
}
