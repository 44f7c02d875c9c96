import { contrastOf, type Rgb } from './contrast.ts';

/** All that the accent stands on; and numbers and names in paper's colour stand on it. */
const GROUNDS = ['paper', 'raised', 'land', 'sea'] as const;
type Name = (typeof GROUNDS)[number] | 'accent';

/** Whether a colour can be seen on every ground, and be read on, as the theme's own accent can. */
export const suits = (accent: Rgb, colourOf: (name: Name) => Rgb): boolean =>
  GROUNDS.every((ground) => contrastOf(accent, colourOf(ground)) >= 3) &&
  contrastOf(accent, colourOf('paper')) >= 4.5;

/**
 * Puts a colour in the accent's place in each theme that it suits, by numbers and never as a text from an address.
 * Weighed for both at once, it is right in whichever is shown. Whoever has chosen his own colours keeps them.
 */
export function startAccent(root: HTMLElement, accent: Rgb): void {
  const forced = matchMedia('(forced-colors: active)');
  const weigh = (): void => {
    root.style.removeProperty('--accent');
    if (forced.matches) return;
    const [light, dark] = ['light', 'dark'].map((scheme) => {
      const colourOf = createProbe(root, scheme);
      return formatColour(suits(accent, colourOf) ? accent : colourOf('accent'));
    });
    root.style.setProperty('--accent', `light-dark(${light}, ${dark})`);
  };
  forced.addEventListener('change', weigh);
  weigh();
}

const formatColour = (colour: Rgb): string => `rgb(${colour.join(' ')})`;

/** The colours of the theme's table as they are in light or in dark, whichever is shown. */
function createProbe(root: HTMLElement, scheme: string): (name: Name) => Rgb {
  return (name) => {
    const probe = document.createElement('i');
    probe.hidden = true;
    probe.style.colorScheme = scheme;
    probe.style.color = `var(--${name})`;
    root.append(probe);
    const [red = 0, green = 0, blue = 0] =
      getComputedStyle(probe)
        .color.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    probe.remove();
    return [red, green, blue];
  };
}
