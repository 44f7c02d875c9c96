import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkSmallFrames } from '../../../../src/story/parse/rules/frames.ts';
import type { Warning } from '../../../../src/story/parse/faults/warning.ts';
import type { Bounds } from '../../../../src/story/story.ts';
import { fitCamera } from '../../../../src/map/projection/camera.ts';
import { scaleAt } from '../../../../src/map/projection/mercator.ts';
import { parseStory } from '../../../../src/story/parse/parse.ts';
import { THAW_DATA } from '../../../fixtures/data.ts';

function warningsOf(frame: Bounds, ...insets: readonly Bounds[]): readonly Warning[] {
  const warnings: Warning[] = [];
  const shapes = insets.map((bounds, index) => ({
    id: `inset-${index}`,
    name: 'Inset',
    bounds,
    slot: null,
  }));
  checkSmallFrames({ ...THAW_DATA, frame, insets: shapes }, warnings);
  return warnings;
}

const SMALL: readonly (readonly [name: string, frame: Bounds, remedy: string])[] = [
  ['a city', [2.25, 48.81, 2.42, 48.91], '2.39° (175 km) wide or 0.96° (107 km) high'],
  ['a village', [126.676, 37.953, 126.682, 37.958], '1.2° (105 km) wide or 0.58° (64 km) high'],
  ['a hundredth of a degree', [0, 0, 0.01, 0.01], '2.39° (266 km) wide or 1.46° (162 km) high'],
  ['near the pole', [15, 78.2, 15.9, 78.3], '2.39° (55 km) wide or 0.3° (33 km) high'],
  ['across the date line', [179.9, -17, 180.2, -16.8], '2.39° (255 km) wide or 1.4° (155 km) high'],
];

describe('a frame smaller than the ground bears', () => {
  it.each(SMALL)('is told with its least size: %s', (_, frame, remedy) => {
    expect(warningsOf(frame)).toEqual([
      {
        path: ['frame'],
        code: 'small-frame',
        message: `is too small: the map does not go so near, and will show more ground around it. Make it at least ${remedy}.`,
      },
    ]);
  });

  it('is not told if one direction is large enough: tall and narrow, wide and low', () => {
    expect(warningsOf([10, 50, 10.001, 52])).toEqual([]);
    expect(warningsOf([10, 50, 14.9, 50.001])).toEqual([]);
  });

  it('is told of a story file, which is shown all the same', () => {
    const file = new URL('../../../fixtures/city-frame.json', import.meta.url);
    expect(parseStory(readFileSync(file, 'utf8'))).toMatchObject({
      ok: true,
      warnings: [{ path: ['frame'], code: 'small-frame' }],
    });
  });

  it('may be an inset, which has less room', () => {
    const frame: Bounds = [0, 40, 10, 50];
    expect(warningsOf(frame, [1, 48, 3, 49], [2.3, 48.8, 2.4, 48.9])).toMatchObject([
      { path: ['insets', 1, 'bounds'], code: 'small-frame' },
    ]);
  });

  it('begins where the map cannot go nearer', () => {
    const size = { width: 870, height: 530 };
    expect(fitCamera([2, 48.99, 4.3, 49.01], size).scale).toBe(scaleAt(8));
    expect(warningsOf([2, 48.99, 4.3, 49.01])).toHaveLength(1);
    expect(fitCamera([2, 48.99, 4.4, 49.01], size).scale).toBeLessThan(scaleAt(8));
    expect(warningsOf([2, 48.99, 4.4, 49.01])).toEqual([]);
  });
});
