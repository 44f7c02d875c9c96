import { GROUND_COLOURS, type Theme } from '../../src/colour/themes.ts';

/** WCAG 2.2’s contrast, written down a second time from its definition. */
function contrast(one: string, other: string): number {
  const [a = 0, b = 0] = [one, other].map((hex) => {
    const [red = 0, green = 0, blue = 0] = (hex.match(/[\da-f]{2}/g) ?? []).map((pair) => {
      const share = parseInt(pair, 16) / 255;
      return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Whether a colour has the contrast of WCAG 2.2 on every ground of a theme, and to its paper. */
export const isStrong = (colour: string, theme: Theme): boolean =>
  Object.values(GROUND_COLOURS).every((ground) => contrast(colour, ground[theme]) >= 3) &&
  contrast(colour, GROUND_COLOURS.paper[theme]) >= 4.5;
