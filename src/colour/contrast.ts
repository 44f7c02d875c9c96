/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Red, green and blue in linear light, 0 to 1. */
export function linearOf(colour: Rgb): Rgb {
  return colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
}

/** Relative luminance as WCAG 2.2 defines it. */
export function luminanceOf(colour: Rgb): number {
  const [red, green, blue] = linearOf(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours as WCAG 2.2 defines it: from 1 to 21. */
export function contrastOf(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

/** The grounds on which tokens, lines and the accent stand. Text in the colour `paper` is also written on them. */
export const GROUNDS = ['paper', 'raised', 'land', 'sea'] as const;
export type Ground = (typeof GROUNDS)[number];

/** Whether a colour has the contrast of WCAG 2.2 on all grounds (3:1) and to text in the colour `paper` (4.5:1). */
export const hasContrast = (colour: Rgb, colourOf: (ground: Ground) => Rgb): boolean =>
  GROUNDS.every((ground) => contrastOf(colour, colourOf(ground)) >= 3) &&
  contrastOf(colour, colourOf('paper')) >= 4.5;
