import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasContrast, type Rgb } from '../../../src/colour/contrast.ts';

const css = readFileSync(new URL('../../../src/ui/shell/theme.css', import.meta.url), 'utf8');

const rgbOf = (hex: string): Rgb => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return [red, green, blue];
};

/** The theme's table, as a page would read it off its styles. */
const colourIn = (theme: 'light' | 'dark') => (name: string) => {
  const pair = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css);
  return rgbOf(pair?.[theme === 'light' ? 1 : 2] ?? '');
};
const suitsIn = (theme: 'light' | 'dark', hex: string) => hasContrast(rgbOf(hex), colourIn(theme));

describe('a colour in the accent’s place', () => {
  it.each(['light', 'dark'] as const)('may be the theme’s own, %s', (theme) => {
    expect(hasContrast(colourIn(theme)('accent'), colourIn(theme))).toBe(true);
  });

  it('suits the theme on which it can be seen and read, and not the other', () => {
    expect([suitsIn('light', '#00695c'), suitsIn('dark', '#00695c')]).toEqual([true, false]);
    expect([suitsIn('light', '#80cbc4'), suitsIn('dark', '#80cbc4')]).toEqual([false, true]);
  });

  it('suits neither when it is faint in both', () => {
    for (const theme of ['light', 'dark'] as const) {
      expect(suitsIn(theme, '#7f7f7f')).toBe(false);
      expect(suitsIn(theme, '#777777')).toBe(false);
      expect(suitsIn(theme, '#ffff00')).toBe(theme === 'dark');
    }
  });

  it('must be told from every ground, not from paper alone', () => {
    const on = (ground: string, colour: string) => (name: string) =>
      rgbOf(name === ground ? colour : '#ffffff');
    const grey = rgbOf('#767676');
    expect(hasContrast(grey, on('none', ''))).toBe(true);
    for (const ground of ['raised', 'land', 'sea']) {
      expect(hasContrast(grey, on(ground, '#c4c4c4')), ground).toBe(false);
    }
  });

  it('must be read on, by 4.5', () => {
    const white = () => rgbOf('#ffffff');
    expect(hasContrast(rgbOf('#767676'), white)).toBe(true);
    expect(hasContrast(rgbOf('#777777'), white)).toBe(false);
  });
});
