import { isId } from '../../../parse/schema/fields.ts';

/** Letters that Unicode does not take apart into a Latin letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** Shorter than an id may be, so that a number fits behind it. */
const MAX_SLUG = 50;

/** The Latin letters and digits of a name, with hyphens between. Empty if it has none. */
export function slugOf(name: string): string {
  return name
    .slice(0, 4 * MAX_SLUG)
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/['’\p{M}]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, MAX_SLUG)
    .replace(/-+$/, '');
}

/** Whether a name without an id would lose most of its letters. Then a number says more. */
function isMostlyLatin(name: string, slug: string): boolean {
  const letters = name.slice(0, MAX_SLUG).replace(/[^\p{L}\p{N}]/gu, '').length;
  return slug.length * 2 >= letters;
}

/** Makes ids that no other entry of the same kind has. */
export interface Ids {
  /** Keeps an id that the author wrote. False if it is no id, or is taken. */
  readonly keep: (id: string) => boolean;
  /** An id made of a name: `kim-jong-un`, `kim-jong-un-2`; `person-3` where the name has no Latin letters. */
  readonly make: (name: string) => string;
}

/** Ids of one kind of entry, `person` for example. The same names in the same order give the same ids. */
export function createIds(kind: string): Ids {
  const taken = new Set<string>();
  const lasts = new Map<string, number>();
  let made = 0;
  return {
    keep: (id) => {
      if (!isId(id) || taken.has(id)) return false;
      taken.add(id);
      return true;
    },
    make: (name) => {
      made += 1;
      const slug = slugOf(name);
      const isUsable = slug !== '' && isMostlyLatin(name, slug);
      const stem = isUsable ? slug : kind;
      let count = isUsable ? (lasts.get(stem) ?? 0) + 1 : made;
      const numbered = () => (isUsable && count === 1 ? stem : `${stem}-${count}`);
      while (taken.has(numbered())) count += 1;
      lasts.set(stem, count);
      taken.add(numbered());
      return numbered();
    },
  };
}
