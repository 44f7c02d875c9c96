import type { Rgb } from './contrast.ts';

const HEX = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;

/** Whether a text is a colour such as `#1f6f4a` or `#1a7`. */
export const isHex = (text: string): boolean => HEX.test(text);

/** The numbers of such a colour. */
export function parseHex(text: string): Rgb {
  const digits = text.length === 4 ? text.replace(/[\da-f]/gi, '$&$&') : text;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(digits.slice(at, at + 2), 16),
  );
  return [red, green, blue];
}

/** The colour as six small digits: `#1f6f4a`. */
export const formatHex = (colour: Rgb): string =>
  `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
