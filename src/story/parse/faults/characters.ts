import { codePointOf } from '../../../time/date-hints.ts';

/** Signs of ASCII that can be seen are one character each. */
const PLAIN = /^[ -~]*$/;

/** Made when it is first needed: its data take 7 ms to load, and most stories need none of it. */
let segmenter: Intl.Segmenter | null = null;

/** In UTF-16 units. The time for one call of the segmenter grows with the square of the length of the text. */
const PIECE = 128;

/** The characters of a text as a person counts them: a letter with its marks is one, and so is a family emoji. */
export function* charactersOf(text: string): Generator<string> {
  if (PLAIN.test(text)) {
    yield* text;
    return;
  }
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let start = 0;
  let size = PIECE;
  while (start < text.length) {
    const piece = segmenter.segment(text.slice(start, start + size));
    const found = Array.from(piece, ({ segment }) => segment);
    // What follows the piece may belong to its last character.
    if (start + size < text.length) found.pop();
    size = found.length === 0 ? size * 2 : PIECE;
    for (const character of found) start += character.length;
    yield* found;
  }
}

/** How many characters a text has, as a person counts them. */
export const countCharacters = (text: string): number => [...charactersOf(text)].length;

/** The number of the character at an index, counted from 1 as a person counts. */
export const placeOf = (text: string, index: number): number =>
  countCharacters(text.slice(0, index)) + 1;

/** The character at an index and its place: `U+200B as character 5`. */
export const describeCharacter = (text: string, index: number): string =>
  `${codePointOf(String.fromCodePoint(text.codePointAt(index) ?? 0))} as character ${placeOf(text, index)}`;
