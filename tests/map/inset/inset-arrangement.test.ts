import { describe, expect, test } from 'vitest';
import { aspectOf, fitCamera } from '../../../src/map/projection/camera.ts';
import { placeInsets } from '../../../src/map/inset/inset-geometry.ts';
import { arrangeRoom } from '../../../src/map/inset/inset-arrangement.ts';
import { only, THAW } from '../../fixtures/shipped.ts';

const shape = only(THAW.insets, 'one inset');
const aspect = aspectOf(THAW.frame);
/** The inset of a map in a frame, and the world beside it as the style sheet makes it. */
function layOut(width: number, height: number) {
  const { apart, box, hides } = arrangeRoom({ width, height }, aspect, 1);
  const below = apart && width < 2 * height;
  const world = {
    width: apart && !below ? width - Math.round(height * 1.1) - 1 : width,
    height: below ? width / aspect : height,
  };
  const [inset] = placeInsets(hides ? [] : [{ shape }], [shape], world, apart, box);
  return { apart, world, inset };
}

describe('the room that a frame gives to the map', () => {
  test.each([
    [360, 296],
    [320, 282],
    [700, 900],
  ])('where it is high, %d × %d, world and inset fill it from top to bottom', (width, height) => {
    const { apart, world, inset } = layOut(width, height);
    expect(apart).toBe(true);
    expect(inset?.at).toEqual([0, world.height + 1]);
    expect(inset?.box.width).toBe(width);
    expect(world.height + 1 + (inset?.box.height ?? 0)).toBeCloseTo(height, 0);
  });

  test.each([
    [928, 240],
    [600, 200],
  ])('where it is flat, %d × %d, they fill it from left to right', (width, height) => {
    const { apart, world, inset } = layOut(width, height);
    expect(apart).toBe(true);
    expect(inset?.at).toEqual([world.width + 1, 0]);
    expect(world.width + 1 + (inset?.box.width ?? 0)).toBe(width);
    expect(inset?.box.height).toBe(height);
  });

  test.each([
    [480, 254],
    [640, 314],
    [840, 531],
    [416, 240],
  ])('else, %d × %d, the inset lies in the ocean, within the world', (width, height) => {
    const { apart, inset } = layOut(width, height);
    expect(apart).toBe(false);
    expect(inset?.box.x).toBeGreaterThan(0);
    expect((inset?.box.y ?? 0) + (inset?.box.height ?? 0)).toBeLessThan(height);
  });

  test.each([
    [360, 296],
    [928, 240],
    [480, 254],
  ])('in %d × %d the inset shows its part at least four times as large', (width, height) => {
    const { world, inset } = layOut(width, height);
    const scale = inset ? fitCamera(shape.bounds, inset.box).scale : 0;
    expect(scale / fitCamera(THAW.frame, world).scale).toBeGreaterThan(4);
  });

  test('where nothing could be read in it, 200 × 120, there is no inset', () => {
    expect(layOut(200, 120).inset).toBeUndefined();
  });
});
