import { charactersOf } from '../faults/characters.ts';
import type { Entry } from '../schema/schema.ts';
import type { Text } from '../../story.ts';
import type { PersonData } from '../../story-data.ts';
import { textIn } from '../../text.ts';

const LETTER = /^\p{L}/u;

/** Scripts whose names begin with capitals. Georgian has capitals too, but no name does. */
const CASED = /^[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Armn}]/u;

/** The first letter of a word; null for one without letters, such as “II.” in digits or a dash. */
function firstLetterOf(word: string): string | null {
  for (const character of charactersOf(word)) {
    if (LETTER.test(character)) return CASED.test(character) ? character.toUpperCase() : character;
  }
  return null;
}

/**
 * The letters of a name for the map: the first of each word. Of more than three words only the first and the last count:
 * “Ursula von der Leyen” is UL. A name without letters has none.
 */
export function initialsOf(name: Text, language: string): string {
  const { text } = textIn(name, language, language);
  const letters = text.split(/[\s\p{Pd}]+/u).flatMap((word) => firstLetterOf(word) ?? []);
  return (letters.length > 3 ? [letters[0], letters.at(-1)] : letters).join('');
}

/** The data of a person. What the author left out is null, except the initials, which the name gives. */
export const buildPerson = (
  { id, name, initials, role, party, home }: Entry<'person'>,
  language: string,
): PersonData => ({
  ...{ id, name, initials: initials ?? initialsOf(name, language) },
  ...{ role: role ?? null, party: party ?? null, home: home ?? null },
});
