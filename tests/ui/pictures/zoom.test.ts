import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  moveFingers,
  panBy,
  WHOLE,
  zoomBy,
  type Room,
  type View,
} from '../../../src/ui/pictures/zoom.ts';

/** A stage of 1000 × 600 with a picture that fills its height. */
const ROOM: Room = {
  stage: { width: 1000, height: 600 },
  picture: { width: 800, height: 600 },
  most: 4,
};
const MIDDLE = { x: 0, y: 0 };

/** Where a point of the fitted picture, from its middle, is on the stage. */
const seenAt = ({ scale, x, y }: View, point: { x: number; y: number }) => ({
  x: x + point.x * scale,
  y: y + point.y * scale,
});

describe('zooming', () => {
  it('keeps what lies under the pointer where it is', () => {
    const near = zoomBy(WHOLE, 2, { x: 100, y: -50 }, ROOM);
    expect(near.scale).toBe(2);
    expect(seenAt(near, { x: 100, y: -50 })).toEqual({ x: 100, y: -50 });
  });

  it('goes from the whole picture to the largest scale and back, and no further', () => {
    expect(zoomBy(WHOLE, 100, MIDDLE, ROOM).scale).toBe(4);
    expect(zoomBy(WHOLE, 0.1, MIDDLE, ROOM)).toEqual(WHOLE);
    const near = zoomBy(WHOLE, 3, { x: 300, y: 200 }, ROOM);
    expect(zoomBy(near, 0.01, { x: -400, y: 0 }, ROOM)).toEqual(WHOLE);
  });
});

describe('panning', () => {
  it('stops at the edges of the picture', () => {
    const near = zoomBy(WHOLE, 2, MIDDLE, ROOM);
    expect(panBy(near, { x: 5000, y: -5000 }, ROOM)).toEqual({ scale: 2, x: 300, y: -300 });
  });

  it('does not move the whole picture, nor one that is narrower than the stage', () => {
    expect(panBy(WHOLE, { x: 50, y: 50 }, ROOM)).toEqual(WHOLE);
    const near = zoomBy(WHOLE, 1.2, MIDDLE, ROOM);
    expect(panBy(near, { x: 50, y: 0 }, ROOM).x).toBe(0);
  });
});

describe('fingers', () => {
  it('zoom by the ratio of their distances', () => {
    const apart = (half: number) => [
      { x: -half, y: 0 },
      { x: half, y: 0 },
    ];
    expect(moveFingers(WHOLE, apart(50), apart(100), ROOM)).toEqual({ scale: 2, x: 0, y: 0 });
  });

  it('carry the picture: one by its way, two by the way of their middle', () => {
    const near = zoomBy(WHOLE, 3, MIDDLE, ROOM);
    expect(moveFingers(near, [{ x: 0, y: 0 }], [{ x: 30, y: 20 }], ROOM)).toEqual({
      scale: 3,
      x: 30,
      y: 20,
    });
    const [from, to] = [
      [
        { x: 0, y: 0 },
        { x: 100, y: 0 },
      ],
      [
        { x: 40, y: 10 },
        { x: 140, y: 10 },
      ],
    ];
    expect(moveFingers(near, from, to, ROOM)).toEqual({ scale: 3, x: 40, y: 10 });
  });
});

it('Whatever is done, the stage shows no ground that the picture could cover', () => {
  const length = fc.integer({ min: -2000, max: 2000 });
  const point = fc.record({ x: length, y: length });
  const step = fc.oneof(
    fc.record({ factor: fc.double({ min: 0.1, max: 10, noNaN: true }), point }),
    fc.record({ way: point }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let view = WHOLE;
      for (const each of steps) {
        view =
          'way' in each ? panBy(view, each.way, ROOM) : zoomBy(view, each.factor, each.point, ROOM);
        const across = Math.max(0, (ROOM.picture.width * view.scale - ROOM.stage.width) / 2);
        expect(Math.abs(view.x)).toBeLessThanOrEqual(across);
        expect(view.scale).toBeGreaterThanOrEqual(1);
        expect(view.scale).toBeLessThanOrEqual(ROOM.most);
      }
    }),
  );
});
