/**
 * A word without what writers vary: case, accents, width, spaces, punctuation. Headings, kinds and month names are
 * compared like this. Hangul is composed again: its parts are no accents.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .normalize('NFC');

/** A name as it is compared: one space between words, composed, without case. Accents count: Kösen is not Kosen. */
export const foldName = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
