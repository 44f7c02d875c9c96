import { resolveColour, type Colour } from '../../../colour/themes.ts';
import { HUES, type Hue, type Party } from '../../story.ts';
import { NAMED, SYNONYMS } from '../schema/colour-names.ts';
import type { Entry } from '../schema/schema.ts';

type Written = Entry<'party'>;

/** The shape that a party is given if its colour does not decide it, the plainest first. */
const SHAPES: readonly Hue[] = ['north', 'west', 'east', 'south', 'other'];

/** The theme's hue that a word names, with its shape; null for a word or a colour that names none. */
const hueOf = ({ hue }: Written): Hue | null =>
  HUES.find((one) => one === hue) ?? SYNONYMS[hue ?? ''] ?? null;

const colourOf = ({ hue, colour }: Written): Colour | null =>
  colour === undefined ? (NAMED[hue ?? ''] ?? null) : resolveColour(colour).colour;

/**
 * Each party with its colour and shape. A party whose colour is not the theme's takes the next shape that no other party
 * has. From the sixth party on, shapes are used again.
 */
export function buildParties(parties: readonly Written[]): readonly Party[] {
  const taken = new Set(parties.map(hueOf));
  const free = SHAPES.filter((shape) => !taken.has(shape));
  let given = 0;
  const nextShape = (): Hue => {
    const shape = free[given] ?? SHAPES[(given - free.length) % SHAPES.length] ?? 'other';
    given += 1;
    return shape;
  };
  return parties.map((party) => {
    const { id, name } = party;
    const hue = hueOf(party);
    return hue === null
      ? { id, name, hue: nextShape(), colour: colourOf(party) }
      : { id, name, hue, colour: null };
  });
}
