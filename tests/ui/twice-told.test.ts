import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NARROW } from '../../src/map/inset/inset-geometry.ts';
import { arrangeRoom } from '../../src/map/inset/inset-arrangement.ts';

const read = (path: string): string =>
  readFileSync(new URL(`../../src/${path}`, import.meta.url), 'utf8');

/** The number that a pattern captures wherever it stands in a text: at least once, and always the same. */
function numberIn(text: string, pattern: RegExp): number {
  const found = new Set([...text.matchAll(pattern)].map(([, number]) => number));
  expect([...found], String(pattern)).toHaveLength(1);
  return Number([...found][0]);
}

// A style sheet can import nothing, so it says it again.
describe('what stands in two places says the same in both', () => {
  const framed = read('ui/frame/framed.css');
  const arrange = (width: number, height: number) => arrangeRoom({ width, height }, 1.5, 1);

  it('a room that is high enough for the inset to stand below the world', () => {
    const high = numberIn(framed, /@container map \(aspect-ratio < ([\d.]+)\)/g);
    const below = { apart: true, box: { x: 0 } };
    expect(arrange(high * 1000 - 1, 1000)).toMatchObject(below);
    expect(arrange(high * 1000, 1000)).toMatchObject({ apart: false });
  });

  it('a room that is flat enough for it to stand beside the world, and how wide it is there', () => {
    const flat = numberIn(framed, /@container map \(aspect-ratio > ([\d.]+)\)/g);
    const share = numberIn(framed, /round\(100cqh \* ([\d.]+), 1px\)/g);
    const width = share * 1000;
    const beside = { apart: true, box: { x: flat * 1000 + 1 - width, width, height: 1000 } };
    expect(arrange(flat * 1000 + 1, 1000)).toMatchObject(beside);
    expect(arrange(flat * 1000, 1000)).toMatchObject({ apart: false });
  });

  it('a room that is too small for any inset', () => {
    const small = /@container map \(width < (\d+)px\) or \(height < (\d+)px\)/.exec(framed);
    const [width = NaN, height = NaN] = small?.slice(1).map(Number) ?? [];
    expect(arrange(width, height).hides).toBe(false);
    expect(arrange(width - 1, height).hides).toBe(true);
    expect(arrange(width, height - 1).hides).toBe(true);
  });

  it.each(['Map', 'opening/Opening', 'opening/OpeningInset'])(
    'a map that is too narrow for an inset in its ocean: %s.svelte',
    (component) => {
      // Those that hide a layout by its width are another matter: `opening.ts` has them.
      const styles = read(`map/${component}.svelte`).replace(
        /@container map \([^)]*\) {\s*\.f\d+/g,
        '',
      );
      expect(numberIn(styles, /@container map \(width < (\d+)px\)/g)).toBe(NARROW);
    },
  );
});
