import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { differenceOf, mistakenBy } from '../../src/colour/difference.ts';
import { isHex, parseHex } from '../../src/colour/hex.ts';
import { oklabOf, withLightness } from '../../src/colour/oklab.ts';
import { linearOf, type Rgb } from '../../src/colour/contrast.ts';
import {
  GROUND_COLOURS,
  HUE_COLOURS,
  nearestThatHolds,
  resolveColour,
  THEMES,
  type Colour,
} from '../../src/colour/themes.ts';
import { isStrong } from './is-strong.ts';
import { NAMED } from '../../src/story/parse/schema/colour-names.ts';

const css = readFileSync(new URL('../../src/ui/shell/theme.css', import.meta.url), 'utf8');

/** What the style sheet says of a colour. */
function inSheet(name: string): Colour {
  const pair = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css);
  return { light: pair?.[1] ?? '', dark: pair?.[2] ?? '' };
}

const lab = (hex: string) => oklabOf(linearOf(parseHex(hex)));

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);
const anyTheme = fc.constantFrom(...THEMES);

describe('Oklab', () => {
  // The values of CSS Color 4, https://www.w3.org/TR/css-color-4/#ok-lab
  test.each([
    ['#ffffff', [1, 0, 0]],
    ['#ff0000', [0.628, 0.2249, 0.1258]],
    ['#00ff00', [0.8664, -0.2339, 0.1795]],
    ['#0000ff', [0.452, -0.0325, -0.3115]],
  ])('of %s is %j', (hex, expected) => {
    lab(hex).forEach((value, index) => {
      expect(value).toBeCloseTo(expected[index] ?? NaN, 3);
    });
  });

  it('gives a colour back for its own lightness', () => {
    fc.assert(
      fc.property(anyColour, (hex) => {
        const given = parseHex(hex);
        const back = withLightness(given, lab(hex)[0]);
        return back.every((value, index) => Math.abs(value - (given[index] ?? NaN)) <= 1);
      }),
      { seed: 15 },
    );
  });

  it('gives another lightness with the same hue, within what a screen can show', () => {
    fc.assert(
      fc.property(anyColour, fc.double({ min: 0.1, max: 0.95, noNaN: true }), (hex, lightness) => {
        const moved = withLightness(parseHex(hex), lightness);
        const [found, a, b] = oklabOf(linearOf(moved));
        const [, x, y] = lab(hex);
        const chroma = Math.hypot(a, b);
        const turn = Math.abs(Math.sin(Math.atan2(b, a) - Math.atan2(y, x)));
        return Math.abs(found - lightness) < 0.01 && (chroma < 0.02 || turn * chroma < 0.01);
      }),
      { seed: 15 },
    );
  });
});

describe('A colour of the author’s', () => {
  it('is weighed on the grounds and hues of the style sheet', () => {
    for (const [name, colour] of Object.entries({ ...GROUND_COLOURS, ...HUE_COLOURS })) {
      expect(colour, name).toEqual(inSheet(name));
    }
  });

  it('can be seen on every ground of its theme once it is moved', () => {
    fc.assert(
      fc.property(anyColour, anyTheme, (hex, theme) =>
        isStrong(nearestThatHolds(hex, theme), theme),
      ),
      { seed: 15, numRuns: 300 },
    );
  });

  it('is moved only if it must be, and no further than it must be', () => {
    fc.assert(
      fc.property(anyColour, anyTheme, (hex, theme) => {
        const taken = nearestThatHolds(hex, theme);
        if (isStrong(hex, theme)) return taken === hex;
        // A hundredth nearer to what is written, and it cannot be seen.
        const step = theme === 'light' ? 0.01 : -0.01;
        const [red, green, blue] = withLightness(parseHex(hex), lab(taken)[0] + step);
        const nearer = [red, green, blue].map((one) => one.toString(16).padStart(2, '0')).join('');
        return !isStrong(`#${nearer}`, theme);
      }),
      { seed: 15, numRuns: 300 },
    );
  });

  test.each([
    // The brand’s colour holds on one page, and is moved on the other without a word.
    ['#1f6f4a', { light: '#1f6f4a' }, []],
    ['#FFD700', { dark: '#ffd700' }, []],
    ['#1A7', { dark: '#11aa77' }, []],
    ['#777777', { light: '#767676' }, ['light', 'dark']],
    [{ light: '#ffd700', dark: '#ffd700' }, { dark: '#ffd700' }, ['light']],
    [{ light: '#1f6f4a', dark: '#1f6f4a' }, { light: '#1f6f4a' }, ['dark']],
  ])('%j is taken as %j and is too faint on %j', (written, expected, faint) => {
    const found = resolveColour(written);
    expect(found.colour).toMatchObject(expected);
    expect(found.faint).toEqual(faint);
  });

  test.each([
    ['#1f6f4a', true],
    ['#ABC', true],
    ['1f6f4a', false],
    ['#12345', false],
    ['#1f6f4a80', false],
    ['#gggggg', false],
    ['#1f6f4a;}', false],
    ['rgb(0 0 0)', false],
    ['', false],
  ])('%j is written as a colour: %j', (text, expected) => {
    expect(isHex(text)).toBe(expected);
  });
});

describe('The names of colours', () => {
  test.each(Object.entries(NAMED))('%s can be seen on both pages', (_, colour) => {
    for (const theme of THEMES) expect(isStrong(colour[theme], theme)).toBe(true);
  });

  it.each(THEMES)('differ from each other for those who see all colours, %s', (theme) => {
    const all = Object.values({ ...HUE_COLOURS, ...NAMED });
    const alike = all.flatMap((one, index) =>
      all.slice(0, index).filter((other) => differenceOf(one[theme], other[theme], 'full') < 0.05),
    );
    expect(alike).toEqual([]);
  });
});

describe('Two colours', () => {
  it('of the theme’s own hues are told apart by all', () => {
    const hues = Object.values(HUE_COLOURS);
    for (const theme of THEMES) {
      for (const [index, one] of hues.entries()) {
        for (const other of hues.slice(index + 1)) {
          expect(mistakenBy(one[theme], other[theme])).toBeNull();
        }
      }
    }
  });

  test.each<[string, string, string | null]>([
    ['#1f6f4a', '#1f6f4a', 'full'],
    ['#1f6f4a', '#226f4c', 'full'],
    // Pairs of Ishihara’s plates: red and green, or red and brown, of one lightness.
    ['#b0603c', '#7f7f30', 'deuteranopia'],
    ['#d7191c', '#5b5b1b', 'protanopia'],
    // The blue and the orange of Okabe and Ito, made for these readers.
    ['#0072b2', '#e69f00', null],
    ['#009e73', '#d55e00', null],
    ['#000000', '#ffffff', null],
    // Greys at 0.04 and at 0.06 in lightness, the cube root of their light.
    ['#636363', '#6f6f6f', 'full'],
    ['#636363', '#757575', null],
  ])('%s and %s are mistaken by: %s', (one, other, sight) => {
    expect(mistakenBy(one, other)).toBe(sight);
    expect(mistakenBy(other, one)).toBe(sight);
  });

  it('are as far apart in either order', () => {
    fc.assert(
      fc.property(anyColour, anyColour, (one, other) => {
        const difference = differenceOf(one, other, 'full');
        return Math.abs(difference - differenceOf(other, one, 'full')) < 1e-9;
      }),
      { seed: 15 },
    );
  });
});

/** A grey of the same luminance keeps its place: nobody sees greys in colour. */
test('greys look the same to everybody', () => {
  for (const grey of [0, 60, 128, 200, 255]) {
    const hex = `#${[grey, grey, grey].map((one: Rgb[0]) => one.toString(16).padStart(2, '0')).join('')}`;
    for (const sight of ['protanopia', 'deuteranopia'] as const) {
      expect(differenceOf(hex, '#808080', sight)).toBeCloseTo(
        differenceOf(hex, '#808080', 'full'),
        3,
      );
    }
  }
});
