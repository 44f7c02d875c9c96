import { mistakenBy, type Sight } from '../../../colour/difference.ts';
import { createFreeColours, type FindFreeColour } from '../../../colour/free-colours.ts';
import { HUE_COLOURS, resolveColour, THEMES } from '../../../colour/themes.ts';
import type { Colour, WrittenColour } from '../../../colour/themes.ts';
import type { Fault, Path } from '../faults/fault.ts';
import { fieldOf, isRecord, listOf, quoted } from '../faults/raw.ts';
import type { Warning } from '../faults/warning.ts';
import type { Party } from '../../story.ts';
import type { StoryData } from '../../story-data.ts';

/** Reports a party with both kinds of colour, or with none. The value may be anything. */
export function checkParty(party: unknown, path: Path, faults: Fault[]): void {
  const [hue, colour] = ['hue', 'colour'].map((key) => fieldOf(party, key) !== undefined);
  if (!isRecord(party) || hue !== colour) return;
  const [key, code, message] = hue
    ? (['colour', 'rule', 'is a second colour beside "hue". Remove one of the two.'] as const)
    : (['hue', 'missing', 'is missing. Add "hue" or "colour".'] as const);
  faults.push({ path: [...path, key], code, message });
}

/** Warns of a colour that is too faint, and names the one that the page takes. */
function checkFaint(written: WrittenColour, index: number, warnings: Warning[]): void {
  const { colour, faint } = resolveColour(written);
  const isForBoth = typeof written === 'string';
  for (const theme of isForBoth ? faint.slice(0, 1) : faint) {
    const [given, path] = isForBoth
      ? [written, ['parties', index, 'colour']]
      : [written[theme], ['parties', index, 'colour', theme]];
    const { light, dark } = colour;
    const message = isForBoth
      ? `${quoted(given)} is too faint on the light and on the dark page, which take ${light} and ${dark}. Write { "light": "${light}", "dark": "${dark}" }.`
      : `${quoted(given)} is too faint on the ${theme} page, which takes ${colour[theme]}. Write that.`;
    warnings.push({ path, code: 'faint', message });
  }
}

const colourOf = ({ colour, hue }: Party): Colour =>
  colour ?? HUE_COLOURS[hue] ?? { light: '#000000', dark: '#ffffff' };

const READERS: Readonly<Record<Sight, string>> = {
  full: 'by any reader',
  protanopia: 'by readers who do not see red (protanopia)',
  deuteranopia: 'by readers who do not see green (deuteranopia)',
};

/** Which readers cannot tell two parties apart, and on which page; null if all can. */
function describeAlike(one: Party, other: Party): string | null {
  for (const theme of THEMES) {
    const sight = mistakenBy(colourOf(one)[theme], colourOf(other)[theme]);
    if (sight === null) continue;
    const who = `${READERS[sight]} on the ${theme} page`;
    return `cannot be told from the colour of ${quoted(other.id)} ${who}.`;
  }
  return null;
}

/** As many parties are compared with each other. No reader knows more colours. */
const MAX_COMPARED = 30;

/**
 * Warns of parties whose colour is too faint, or like that of an earlier party, and proposes one for each. With all proposals
 * together no two are alike.
 */
export function checkColours(json: unknown, { parties }: StoryData, warnings: Warning[]): void {
  const written = listOf(json, 'parties');
  const compared = parties.slice(0, MAX_COMPARED);
  /** What each has, or should have. */
  const colours = compared.map(colourOf);
  let findFree: FindFreeColour | undefined;
  const propose = (index: number, isHue: boolean): string => {
    findFree ??= createFreeColours();
    const given = colours[index];
    const free = given && findFree(given, colours.toSpliced(index, 1));
    if (!free) return 'Choose another.';
    colours[index] = free;
    const pair = `{ "light": "${free.light}", "dark": "${free.dark}" }`;
    return isHue ? `Write "colour": ${pair} instead.` : `Write ${pair}.`;
  };
  parties.forEach((party, index) => {
    const given = fieldOf(written[index], 'colour') as WrittenColour | undefined;
    if (given !== undefined) checkFaint(given, index, warnings);
    // The theme's own hues differ. Two parties with the same one share it on purpose.
    const like = parties
      .slice(0, Math.min(index, MAX_COMPARED))
      .filter((other) => index < MAX_COMPARED && (party.colour ?? other.colour) !== null)
      .map((other) => describeAlike(party, other))
      .find((message) => message !== null);
    if (like === undefined) return;
    const isHue = given === undefined;
    const path = ['parties', index, isHue ? 'hue' : 'colour'];
    warnings.push({ path, code: 'alike', message: `${like} ${propose(index, isHue)}` });
  });
}
