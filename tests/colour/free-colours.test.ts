import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { mistakenBy } from '../../src/colour/difference.ts';
import { createFreeColours } from '../../src/colour/free-colours.ts';
import { HUE_COLOURS, resolveColour, THEMES, type Colour } from '../../src/colour/themes.ts';
import { isStrong } from './is-strong.ts';

const findFree = createFreeColours();

const anyHex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);
/** A colour that a party can have: it is seen on both pages. */
const anyColour = anyHex.map((hex) => resolveColour(hex).colour);
/** One that others are near, so that it must often be moved. */
const crowd = fc
  .tuple(anyColour, fc.array(anyColour, { maxLength: 10 }), fc.nat(3))
  .map(([given, others, twins]) => ({
    given,
    others: [...others, ...Array<Colour>(twins).fill(given)],
  }));

const isTold = (colour: Colour, others: readonly Colour[]): boolean =>
  THEMES.every((theme) =>
    others.every((other) => mistakenBy(colour[theme], other[theme]) === null),
  );

describe('A free colour', () => {
  it('can be seen on both pages, and no reader takes it for another party’s', () => {
    fc.assert(
      fc.property(crowd, ({ given, others }) => {
        const free = findFree(given, others);
        if (free === null) throw new Error('There is no free colour beside so few.');
        return isTold(free, others) && THEMES.every((theme) => isStrong(free[theme], theme));
      }),
      { seed: 15, numRuns: 100 },
    );
  });

  it('is the given one on each page on which that is free', () => {
    fc.assert(
      fc.property(crowd, ({ given, others }) =>
        THEMES.every((theme) => {
          const isFree = others.every((other) => mistakenBy(given[theme], other[theme]) === null);
          return !isFree || findFree(given, others)?.[theme] === given[theme];
        }),
      ),
      { seed: 15, numRuns: 50 },
    );
  });

  it('is always the same', () => {
    fc.assert(
      fc.property(crowd, ({ given, others }) => {
        expect(createFreeColours()(given, others)).toEqual(findFree(given, others));
      }),
      { seed: 15, numRuns: 3 },
    );
  });

  test('is found one after the other for a dozen parties of one colour', () => {
    const { north } = HUE_COLOURS;
    if (!north) throw new Error('The theme has a red.');
    const found = [north];
    for (let count = 1; count < 12; count += 1) {
      const free = findFree(north, found);
      if (free === null) throw new Error(`There is no colour number ${count}.`);
      expect(isTold(free, found)).toBe(true);
      found.push(free);
    }
  });

  it('is none where all are taken', () => {
    const lightness = Array.from({ length: 64 }, (_, index) => index * 4);
    const channels = [0, 36, 72, 108, 144, 180, 216, 252];
    const hexes = [
      ...lightness.map((grey) => [grey, grey, grey]),
      ...channels.flatMap((red) =>
        channels.flatMap((green) => channels.map((blue) => [red, green, blue])),
      ),
    ].map((rgb) => `#${rgb.map((one) => one.toString(16).padStart(2, '0')).join('')}`);
    const all = hexes.map((hex): Colour => ({ light: hex, dark: hex }));
    expect(findFree({ light: '#1f6f4a', dark: '#7fd1a5' }, all)).toBeNull();
  });
});
