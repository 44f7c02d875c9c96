import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGeometryCache } from '../../../src/map/projection/geometry-cache.ts';
import { arcAt, arcUpTo, createArc, formatArc, type Arc } from '../../../src/map/projection/arc.ts';
import { lngLatAt, mercatorAt, type Point } from '../../../src/map/projection/mercator.ts';
import { THAW } from '../../fixtures/shipped.ts';

const settings = { seed: 1953, numRuns: 500 };

/** Inhabited places anywhere in a world's width. */
const point = fc
  .tuple(
    fc.double({ min: 0, max: 300, noNaN: true }),
    fc.double({ min: -55, max: 60, noNaN: true }),
  )
  .map(mercatorAt);
const part = fc.double({ min: 0, max: 1, noNaN: true });

const sample = (arc: Arc, count = 64): readonly Point[] =>
  Array.from({ length: count + 1 }, (_, index) => arcAt(arc, index / count));
const northernmost = (arc: Arc) => Math.min(...sample(arc).map(([, y]) => y));
const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** How far a curve stands off from the straight line between its ends. */
function riseOf(arc: Arc): number {
  const middle: Point = [(arc.from[0] + arc.to[0]) / 2, (arc.from[1] + arc.to[1]) / 2];
  return distance(arcAt(arc, 0.5), middle);
}

describe('a bow', () => {
  it('runs from the one place to the other', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        const arc = createArc(from, to);
        expect(arcAt(arc, 0)).toEqual(from);
        expect(arcAt(arc, 1)).toEqual(to);
      }),
      settings,
    );
  });

  it('is the same curve from both ends', () => {
    fc.assert(
      fc.property(point, point, part, (a, b, progress) => {
        const there = arcAt(createArc(a, b), progress);
        const back = arcAt(createArc(b, a), 1 - progress);
        expect(distance(there, back)).toBeLessThan(1e-9);
      }),
      settings,
    );
  });

  it('bulges towards the north from west to east and from east to west', () => {
    const [west, east] = [mercatorAt([100, 35]), mercatorAt([140, 35])];
    for (const arc of [createArc(west, east), createArc(east, west)]) {
      expect(arcAt(arc, 0.5)[1]).toBeLessThan(west[1]);
    }
  });

  it('rises the higher the farther it goes', () => {
    const start = mercatorAt([100, 0]);
    const rises = [1, 5, 20, 60, 120].map((degrees) =>
      riseOf(createArc(start, mercatorAt([100 + degrees, 0]))),
    );
    expect(rises).toEqual(rises.toSorted((a, b) => a - b));
    expect(rises[0]).toBeGreaterThan(0);
  });

  it('never rises north of 66°, where the frame of a world map ends', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        expect(lngLatAt([0, northernmost(createArc(from, to))])[1]).toBeLessThan(66);
      }),
      { ...settings, numRuns: 3000 },
    );
  });

  it('rises no higher than its ends where these lie in the far north', () => {
    const [from, to] = [mercatorAt([20, 70]), mercatorAt([190, 78])];
    expect(northernmost(createArc(from, to))).toBe(to[1]);
  });

  it('between places of the story stays inside the story’s frame', () => {
    const { arcOf, pointOf } = createGeometryCache(THAW.frame);
    const [, top] = mercatorAt([0, THAW.frame[3]]);
    const marks = THAW.places.filter((place) => place.mark === place && pointOf(place)[0] > 0.7);
    for (const from of marks) {
      for (const to of marks) expect(northernmost(arcOf(from, to))).toBeGreaterThan(top);
    }
  });

  it('crosses the date line unbroken, on its way to Washington ever eastward', () => {
    const { arcOf } = createGeometryCache(THAW.frame);
    const [pyongyang, washington] = ['pyongyang', 'washington'].map((id) =>
      THAW.places.find((place) => place.id === id),
    );
    if (!pyongyang || !washington) throw new Error('The story has lost a capital');
    const xs = sample(arcOf(pyongyang, washington)).map(([x]) => x);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    expect(xs[0]).toBeLessThan(1);
    expect(xs.at(-1)).toBeGreaterThan(1);
  });
});

describe('the part of a bow that has been gone', () => {
  it('lies on the whole bow, and never moves sideways', () => {
    fc.assert(
      fc.property(point, point, part, part, (from, to, progress, along) => {
        const whole = createArc(from, to);
        const gone = arcAt(arcUpTo(whole, progress), along);
        expect(distance(gone, arcAt(whole, along * progress))).toBeLessThan(1e-9);
      }),
      settings,
    );
  });

  it('never shrinks: more progress reaches at least as far', () => {
    fc.assert(
      fc.property(point, point, part, part, (from, to, a, b) => {
        const whole = createArc(from, to);
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const longer = arcUpTo(whole, more);
        // The end of the shorter part lies on the longer one.
        const share = more === 0 ? 0 : less / more;
        expect(distance(arcAt(longer, share), arcUpTo(whole, less).to)).toBeLessThan(1e-9);
      }),
      settings,
    );
  });

  it('is nothing at first and everything at last', () => {
    const whole = createArc(mercatorAt([100, 1]), mercatorAt([283, 39]));
    expect(arcUpTo(whole, 0).to).toEqual(whole.from);
    expect(arcUpTo(whole, 1)).toEqual(whole);
  });
});

describe('a bow in SVG', () => {
  it('is one quadratic curve, to a tenth of a pixel', () => {
    const arc: Arc = { from: [0, 0], bend: [0.51234, -1], to: [1, 0] };
    const path = formatArc(arc, ([x, y]) => [x * 100, y * 100]);
    expect(path).toBe('M0.0 0.0Q51.2 -100.0 100.0 0.0');
  });
});
