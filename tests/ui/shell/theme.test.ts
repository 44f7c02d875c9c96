import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrastOf, luminanceOf, type Rgb } from '../../../src/colour/contrast.ts';

const read = (file: URL): string => readFileSync(file, 'utf8');
const css = read(new URL('../../../src/ui/shell/theme.css', import.meta.url));

/** `--ink: light-dark(#1a1a1a, #ececea)` as `ink: ['#1a1a1a', '#ececea']`. */
const pairs = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);
type Theme = 'light' | 'dark';
const THEMES: readonly Theme[] = ['light', 'dark'];
const GROUNDS = ['paper', 'raised', 'land', 'sea'];
const HUES = ['north', 'south', 'west', 'east', 'other'];

function colourOf(name: string, theme: Theme): string {
  const pair = pairs.get(name);
  if (!pair) throw new Error(`There is no --${name}`);
  return pair[theme];
}

function rgbOf(hex: string): Rgb {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(hex.slice(at, at + 2), 16),
  );
  return [red, green, blue];
}

const luminance = (hex: string): number => luminanceOf(rgbOf(hex));
const contrast = (one: string, other: string): number => contrastOf(rgbOf(one), rgbOf(other));

/** Pairs of tokens that stand out less than they must, with their contrast. */
const tooFaint = (marks: readonly string[], grounds: readonly string[], least: number) =>
  THEMES.flatMap((theme) =>
    marks.flatMap((mark) =>
      grounds.flatMap((ground) => {
        const ratio = contrast(colourOf(mark, theme), colourOf(ground, theme));
        return ratio < least ? [`${theme}: ${mark} on ${ground} ${ratio.toFixed(2)}`] : [];
      }),
    ),
  );

describe('the theme', () => {
  it('is measured rightly: black on white is 21, and #767676 is the lightest grey to read', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
  });

  it('has each colour for both themes, and no colour outside the table', () => {
    const tokens = [...css.matchAll(/^ {2}--([\w-]+):\s*(?:light-dark|#|rgb|hsl)/gm)];
    expect(tokens.map(([, name]) => name)).toEqual([...pairs.keys()]);
    expect(pairs.size).toBeGreaterThanOrEqual(17);
    const rest = css.replace(/light-dark\([^)]*\)/g, '');
    expect(rest.match(/#[0-9a-f]{3,8}\b|rgb\(|hsl\(/gi)).toBeNull();
  });

  it('can be read: text on every ground it stands on has a contrast of 4.5', () => {
    // A place's name stands on paper that lets a little of land or sea through: between those.
    expect(tooFaint(['ink', 'muted'], GROUNDS, 4.5)).toEqual([]);
    expect(tooFaint(['other'], GROUNDS, 4.5), 'initials on a hollow token').toEqual([]);
  });

  it('can be read the other way round: paper on whatever is filled', () => {
    // Play, a place that is selected, the skip link; numbers of merged marks; initials on tokens.
    expect(tooFaint(['paper'], ['ink', 'muted', 'control', 'accent', ...HUES], 4.5)).toEqual([]);
  });

  it('can be read on the paper of a frame, which is the browser’s own: Chrome’s, Firefox’s, Safari’s', () => {
    const framed = readFileSync(
      new URL('../../../src/ui/frame/framed.css', import.meta.url),
      'utf8',
    );
    expect(framed).toContain('--paper: Canvas;');
    const papers = { light: ['#ffffff'], dark: ['#121212', '#1c1b22', '#1e1e1e'] };
    const faint = THEMES.flatMap((theme) =>
      papers[theme].flatMap((paper) =>
        ['ink', 'muted', 'control', 'accent', ...HUES]
          .map((mark) => `${mark} ${contrast(colourOf(mark, theme), paper).toFixed(2)} on ${paper}`)
          .filter((told) => Number(told.split(' ')[1]) < 4.5),
      ),
    );
    expect(faint).toEqual([]);
  });

  it('can be seen: controls, journeys old and new, the focus and parties stand out by 3', () => {
    const marks = ['ink', 'muted', 'control', 'trace', 'accent', 'focus', ...HUES];
    expect(tooFaint(marks, GROUNDS, 3)).toEqual([]);
  });

  it('has no token that was not weighed here', () => {
    const weighed = ['ink', 'muted', 'control', 'trace', 'accent', 'focus', ...HUES, ...GROUNDS];
    // Lines of the ground and between rows are there for the eye; nothing is told by them alone.
    const quiet = ['rule', 'coast', 'border'];
    expect([...pairs.keys()].sort()).toEqual([...weighed, ...quiet].sort());
  });

  it('leaves no colour of its own where the reader has chosen his', () => {
    const forced = /forced-colors: active\) \{\s*:root \{([^}]*)\}/.exec(css)?.[1] ?? '';
    const system = new Map(
      [...forced.matchAll(/--([\w-]+): (\w+);/g)].map(([, name, value]) => [name, value]),
    );
    expect([...system.keys()].sort()).toEqual([...pairs.keys()].sort());
    for (const colour of system.values()) {
      expect(['Canvas', 'CanvasText', 'GrayText', 'Highlight']).toContain(colour);
    }
  });

  it('keeps the ground quiet: land and sea hardly stand out from each other', () => {
    for (const theme of THEMES) {
      const ratio = contrast(colourOf('land', theme), colourOf('sea', theme));
      expect(ratio).toBeGreaterThan(1.03);
      expect(ratio).toBeLessThan(1.6);
    }
  });

  it.each(THEMES)(
    'keeps the two sides apart from each other and from the west in greyscale, %s',
    (theme) => {
      const west = luminance(colourOf('west', theme));
      for (const side of ['north', 'south']) {
        expect(Math.abs(luminance(colourOf(side, theme)) - west)).toBeGreaterThan(0.04);
      }
    },
  );

  it('has a hue for every party colour that a story may name', () => {
    for (const hue of HUES) expect(css).toContain(`[data-hue='${hue}']`);
  });

  it('has a name for the colour of a party that nothing else sets: it would be inherited', () => {
    const src = new URL('../../../src/', import.meta.url);
    const names = readdirSync(src, { recursive: true, encoding: 'utf8' });
    const setting = names
      .filter((name) => /\.(css|svelte|ts)$/.test(name))
      .filter((name) => /(style:|setProperty\('|[\s{;'])--party\b/.test(read(new URL(name, src))));
    const marked = setting.filter((name) => !read(new URL(name, src)).includes('data-hue'));
    expect(setting.length).toBeGreaterThan(2);
    expect(marked).toEqual([]);
  });
});
