import { describe, expect, it } from 'vitest';
import { aspectOf, createProject, fitCamera } from '../../../src/map/projection/camera.ts';
import { controlsBox } from '../../../src/map/maplibre/controls.ts';
import { extentOf, tiesOf } from '../../../src/map/inset/inset-geometry.ts';
import { overlaps } from '../../../src/map/labels/box.ts';
import { only, THAW } from '../../fixtures/shipped.ts';
import { boxOf } from '../boxes.ts';

const korea = only(THAW.insets, 'one inset');
const worldOf = (width: number) => ({ width, height: width / aspectOf(THAW.frame) });

describe.each([620, 768, 870, 1240, 1900])('an inset over a world %d pixels wide', (width) => {
  const world = worldOf(width);
  const box = boxOf(korea, [korea], world);

  it('lies inside the world’s frame', () => {
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(world.width);
    expect(box.y + box.height).toBeLessThanOrEqual(world.height);
  });

  it('has the shape of what it shows, to a pixel', () => {
    expect(Math.abs(box.width - box.height * aspectOf(korea.bounds))).toBeLessThanOrEqual(1);
  });

  it('shows Korea at least four times as large, and leaves it to be seen on the world', () => {
    const camera = fitCamera(THAW.frame, world);
    const extent = extentOf(korea, createProject(camera, world));
    expect(fitCamera(korea.bounds, box).scale / camera.scale).toBeGreaterThan(4);
    expect(overlaps(box, extent)).toBe(false);
  });

  it('covers neither the controls nor a main place', () => {
    const project = createProject(fitCamera(THAW.frame, world), world);
    expect(overlaps(box, controlsBox(world, 24))).toBe(false);
    for (const [x, y] of [
      [103.82, 1.29],
      [286.03, 40.75],
      [116.39, 39.93],
    ].map(([lng = 0, lat = 0]) => pixel(project, lng, lat))) {
      expect(overlaps(box, { x: x - 8, y: y - 8, width: 16, height: 16 })).toBe(false);
    }
  });
});

describe('two insets over a world', () => {
  const slot = { column: 'middle', row: 'top', share: 1 } as const;
  const cuba = { ...korea, id: 'cuba', bounds: [118, 36, 124, 38] as const, slot };
  const all = [korea, cuba];

  it.each([620, 870, 1900])('%d pixels wide stand one above the other within it', (width) => {
    const world = worldOf(width);
    const [low, high] = [boxOf(korea, all, world), boxOf(cuba, all, world)];
    expect(high.y).toBeGreaterThanOrEqual(0);
    expect(high.y + high.height).toBeLessThan(low.y);
    expect(low.y + low.height).toBeLessThan(world.height);
  });
});

function pixel(project: ReturnType<typeof createProject>, lng: number, lat: number) {
  const { x, y } = extentOf({ ...korea, bounds: [lng, lat, lng, lat] }, project);
  return [x, y] as const;
}

describe.each([320, 360, 619])('an inset below a world %d pixels wide', (width) => {
  it('is as wide as the world, and no taller than it may be', () => {
    const box = boxOf(korea, [korea], worldOf(width));
    expect(box).toMatchObject({ x: 0, width, apart: true });
    expect(box.height).toBeLessThanOrEqual(0.8 * width);
    expect(box.height).toBeGreaterThan(0.5 * width);
  });
});

describe('the lines that tie an inset to its part of the world', () => {
  const extent = { x: 100, y: 50, width: 40, height: 30 };
  const world = { width: 800, height: 400 };
  const inset = { width: 300, height: 200 };

  it.each([
    ['below right', 300, 180, [140, 50, 300, 180], [100, 80, 300, 380]],
    ['above right', 300, -300, [100, 50, 300, -300], [140, 80, 300, -100]],
    ['below left', -400, 180, [100, 50, -100, 180], [140, 80, -100, 380]],
    ['above left', -400, -300, [140, 50, -100, -300], [100, 80, -100, -100]],
  ])('do not cross the part that is shown, for an inset %s of it', (_, x, y, ...lines) => {
    const ties = tiesOf([extent], { x, y, ...inset, apart: false }, world);
    expect(ties.map((tie) => tie.flat())).toEqual(lines);
  });

  it('lead to the corners that face the world, wherever the inset stands', () => {
    const over = { x: 300, y: 180, ...inset, apart: false };
    expect(tiesOf([extent], over, world)).toEqual([
      [
        [140, 50],
        [300, 180],
      ],
      [
        [100, 80],
        [300, 380],
      ],
    ]);
    const beside = { x: 801, y: 0, ...inset, apart: true };
    expect(tiesOf([extent], beside, world)).toEqual([
      [
        [140, 50],
        [801, 0],
      ],
      [
        [140, 80],
        [801, 200],
      ],
    ]);
    const below = { x: 0, y: 401, width: 800, height: 200, apart: true };
    expect(tiesOf([extent], below, world)).toEqual([
      [
        [100, 80],
        [0, 400],
      ],
      [
        [140, 80],
        [800, 400],
      ],
    ]);
  });
});

describe('the controls', () => {
  it('stand in the lower right corner, larger for fingers', () => {
    const size = { width: 800, height: 500 };
    const [fine, coarse] = [controlsBox(size, 24), controlsBox(size, 44)];
    for (const box of [fine, coarse]) {
      expect([box.x + box.width, box.y + box.height]).toEqual([800, 500]);
    }
    expect(coarse.width).toBeGreaterThanOrEqual(3 * 44);
    expect(fine.width).toBeLessThan(coarse.width);
  });
});
