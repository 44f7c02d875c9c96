import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../../src/story/parse/faults/fault.ts';
import { buildInsets, normalise } from '../../../../src/story/parse/build/build-insets.ts';
import type { Bounds } from '../../../../src/story/story.ts';

function build(frame: Bounds, bounds: Bounds) {
  const faults: Fault[] = [];
  const [inset] = buildInsets([{ id: 'fiji', name: 'Fiji', bounds }], frame, faults);
  return { bounds: inset?.bounds, faults: faults.map(({ message }) => message) };
}

describe('an inset across the date line', () => {
  it.each<[string, Bounds, Bounds, Bounds]>([
    ['of the whole world', [-180, -60, 180, 75], [175, -20, 185, -10], [175, -20, 185, -10]],
    ['written eastward', [150, -60, 210, 75], [-185, -20, -175, -10], [175, -20, 185, -10]],
    ['of the Pacific', [84, -26, 302, 64], [-170, -20, -160, -10], [190, -20, 200, -10]],
    ['west of the line', [-180, -60, -60, 75], [181, -20, 190, -10], [-179, -20, -170, -10]],
  ])('is on the copy of the world that the frame shows: %s', (_, frame, written, built) => {
    expect(build(frame, written)).toEqual({ bounds: built, faults: [] });
  });

  it('outside of a frame that ends before it is a fault', () => {
    expect(build([100, -60, 180, 75], [175, -20, 185, -10]).faults).toEqual([
      'reaches out of the frame, which has longitudes 100…180. Write a part of the frame.',
    ]);
  });
});

describe('bounds', () => {
  it('begin between −180 and 180, however they are written', () => {
    expect(normalise([-210, -1, -150, 1])).toEqual([150, -1, 210, 1]);
    expect(normalise([181, -1, 200, 1])).toEqual([-179, -1, -160, 1]);
    expect(normalise([-180, -1, 180, 1])).toEqual([-180, -1, 180, 1]);
  });
});
