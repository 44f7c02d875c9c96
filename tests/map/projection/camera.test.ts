import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aspectOf,
  createProject,
  fitCamera,
  farthestOf,
  isInside,
  shapeOf,
  zoomOf,
} from '../../../src/map/projection/camera.ts';
import { mercatorAt, scaleAt } from '../../../src/map/projection/mercator.ts';
import type { Bounds } from '../../../src/story/story.ts';

const settings = { seed: 1953, numRuns: 500 };

const bounds = fc
  .record({
    west: fc.double({ min: -180, max: 180, noNaN: true }),
    south: fc.double({ min: -80, max: 70, noNaN: true }),
    // Smaller ones do not fill a large frame: see below.
    width: fc.double({ min: 16, max: 300, noNaN: true }),
    height: fc.double({ min: 10, max: 14, noNaN: true }),
  })
  .map(({ west, south, width, height }): Bounds => [west, south, west + width, south + height]);
const size = fc.record({
  width: fc.integer({ min: 200, max: 2560 }),
  height: fc.integer({ min: 200, max: 1600 }),
});

describe('the camera that fits a frame', () => {
  it('shows all of the bounds, and fills the frame in one direction', () => {
    fc.assert(
      fc.property(bounds, size, ([west, south, east, north], frame) => {
        const project = createProject(fitCamera([west, south, east, north], frame), frame);
        const [left, top] = project(mercatorAt([west, north]));
        const [right, bottom] = project(mercatorAt([east, south]));
        expect(Math.min(left, top)).toBeGreaterThan(-1e-3);
        expect(right).toBeLessThan(frame.width + 1e-3);
        expect(bottom).toBeLessThan(frame.height + 1e-3);
        const spare = Math.min(frame.width - (right - left), frame.height - (bottom - top));
        expect(Math.abs(spare)).toBeLessThan(1e-3);
      }),
      settings,
    );
  });

  it('leaves nothing over in a frame of the bounds’ own shape', () => {
    fc.assert(
      fc.property(bounds, ([west, south, east, north]) => {
        const aspect = aspectOf([west, south, east, north]);
        const frame = { width: 1000, height: 1000 / aspect };
        const project = createProject(fitCamera([west, south, east, north], frame), frame);
        const corner = project(mercatorAt([west, north]));
        expect(corner[0]).toBeCloseTo(0, 3);
        expect(Math.abs(corner[1])).toBeLessThan(1e-3 * Math.max(1, frame.height));
      }),
      settings,
    );
  });

  it('has its centre in the middle of the frame', () => {
    fc.assert(
      fc.property(bounds, size, (shown, frame) => {
        const camera = fitCamera(shown, frame);
        const [x, y] = createProject(camera, frame)(camera.centre);
        expect(x).toBeCloseTo(frame.width / 2, 6);
        expect(y).toBeCloseTo(frame.height / 2, 6);
      }),
      settings,
    );
  });
});

describe('MapLibre’s zoom', () => {
  it('is 0 for a world of 512 pixels, and one more for twice that', () => {
    expect(scaleAt(0)).toBe(512);
    expect(zoomOf({ centre: [0, 0], scale: 1024 })).toBe(1);
  });

  it('turns into a scale and back', () => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 22, noNaN: true }), (zoom) => {
        expect(zoomOf({ centre: [0, 0], scale: scaleAt(zoom) })).toBeCloseTo(zoom, 10);
      }),
      settings,
    );
  });
});

describe('bounds', () => {
  it('hold what lies inside and on the edge, past 180° too', () => {
    const frame: Bounds = [84, -26, 302, 64];
    expect(isInside(frame, [286, 40.7])).toBe(true);
    expect(isInside(frame, [84, -26])).toBe(true);
    expect(isInside(frame, [12.5, 41.9])).toBe(false);
    expect(isInside(frame, [126, 65])).toBe(false);
  });
});

describe('a frame smaller than the ground bears', () => {
  const SMALL: readonly (readonly [name: string, bounds: Bounds])[] = [
    ['a city', [2.25, 48.81, 2.42, 48.91]],
    ['a village', [126.676, 37.953, 126.682, 37.958]],
    ['a hundredth of a degree', [0, 0, 0.01, 0.01]],
    ['tall and narrow', [10, 50, 10.001, 50.4]],
    ['near the pole', [15, 78.2, 15.4, 78.3]],
  ];
  const WIDTHS = [200, 360, 870, 1900, 3800];

  it.each(SMALL)('is shown no closer than that, in its middle, at every size: %s', (_, small) => {
    for (const width of WIDTHS) {
      const frame = { width, height: width / 1.5 };
      const camera = fitCamera(small, frame);
      expect(camera.scale).toBeLessThanOrEqual(scaleAt(9));
      const project = createProject(camera, frame);
      const [left, top] = project(mercatorAt([small[0], small[3]]));
      const [right, bottom] = project(mercatorAt([small[2], small[1]]));
      expect((left + right) / 2).toBeCloseTo(frame.width / 2, 3);
      expect((top + bottom) / 2).toBeCloseTo(frame.height / 2, 3);
    }
  });

  it('can be zoomed out by one level; a larger one cannot be zoomed out', () => {
    const size = { width: 870, height: 580 };
    const [city, world] = [fitCamera([2, 48, 2.1, 48.1], size), fitCamera([0, 0, 90, 50], size)];
    const closest = scaleAt(8);
    expect(city.scale).toBe(closest);
    expect(farthestOf(city, closest)).toBe(closest / 2);
    expect(farthestOf(world, closest)).toBe(world.scale);
  });
});

describe('the shape of a map', () => {
  it('is that of its bounds, as long as it can be read on a phone', () => {
    const usual: Bounds = [84, -26, 302, 64];
    expect(shapeOf(usual)).toBe(aspectOf(usual));
    expect(shapeOf([10, 40, 10.1, 60])).toBe(0.6);
    expect(shapeOf([-180, 0, 180, 5])).toBe(3);
  });
});
