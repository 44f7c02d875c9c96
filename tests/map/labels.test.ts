import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround, overlaps, type Box } from '../../src/map/box.ts';
import { createLabelPlacer, placeLabels } from '../../src/map/labels.ts';
import type { Label, LabelWish } from '../../src/map/labels.ts';
import type { Size } from '../../src/map/camera.ts';

const settings = { seed: 1953, numRuns: 200 };
const FRAME: Size = { width: 400, height: 300 };

const wish = (id: string, at: readonly [number, number], more: Partial<LabelWish> = {}) =>
  ({ id, at, radius: 5, size: { width: 80, height: 24 }, weight: 0, ...more }) as LabelWish;

const wishes = fc
  .array(
    fc.record({
      at: fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300 })),
      radius: fc.integer({ min: 2, max: 18 }),
      size: fc.record({
        width: fc.integer({ min: 24, max: 160 }),
        height: fc.constantFrom(24, 44),
      }),
      weight: fc.constantFrom(0 as const, 1 as const, 2 as const),
    }),
    { maxLength: 20 },
  )
  .map((parts) => parts.map((part, index): LabelWish => ({ id: `label-${index}`, ...part })));
const obstacles = fc.array(
  fc.record({
    x: fc.integer({ min: -20, max: 400 }),
    y: fc.integer({ min: -20, max: 300 }),
    width: fc.integer({ min: 1, max: 150 }),
    height: fc.integer({ min: 1, max: 150 }),
  }),
  { maxLength: 4 },
);

/** Whether two boxes share any ground; told from the corners, not by the code under test. */
const share = (a: Box, b: Box): boolean =>
  Math.min(a.x + a.width, b.x + b.width) > Math.max(a.x, b.x) &&
  Math.min(a.y + a.height, b.y + b.height) > Math.max(a.y, b.y);

const isWithin = ({ x, y, width, height }: Box, frame: Size): boolean =>
  x >= 0 && y >= 0 && x + width <= frame.width && y + height <= frame.height;

/** Pixels from a mark's edge to a label's nearest point. */
function gapTo({ at: [x, y], radius }: LabelWish, { box: target }: Label): number {
  // What is seen of a label is a plate 22 px high in the middle of its target.
  const box = { ...target, y: target.y + (target.height - 22) / 2, height: 22 };
  const dx = Math.max(box.x - x, 0, x - (box.x + box.width));
  const dy = Math.max(box.y - y, 0, y - (box.y + box.height));
  return Math.hypot(dx, dy) - radius;
}

describe('labels, however they are wished for', () => {
  it('never lie on each other, on a mark or an obstacle, and never leave the frame', () => {
    fc.assert(
      fc.property(wishes, obstacles, (wished, blocked) => {
        const labels = placeLabels(wished, blocked, FRAME);
        const marks = wished.map(({ at, radius }) => boxAround(at, radius));
        const faults = labels.flatMap(({ id, box }, index) => [
          ...[...marks, ...blocked].filter((other) => share(box, other)),
          ...labels.slice(index + 1).filter((other) => share(box, other.box)),
          ...(isWithin(box, FRAME) ? [] : [id]),
        ]);
        expect(faults).toEqual([]);
      }),
      settings,
    );
  });

  it('are the same for the same wishes, so that scrubbing back undoes scrubbing forward', () => {
    fc.assert(
      fc.property(wishes, obstacles, (wished, blocked) => {
        expect(placeLabels(wished, blocked, FRAME)).toEqual(placeLabels(wished, blocked, FRAME));
      }),
      { ...settings, numRuns: 50 },
    );
  });

  it('are tied to their mark by a line if they stand away from it, or nearer to another', () => {
    fc.assert(
      fc.property(wishes, obstacles, (wished, blocked) => {
        for (const label of placeLabels(wished, blocked, FRAME)) {
          const own = wished.find(({ id }) => id === label.id) as LabelWish;
          const strange = wished.some(
            (other) => other !== own && gapTo(other, label) < gapTo(own, label) - 2,
          );
          const away = gapTo(own, label) > 10 + (label.box.height - 22) / 2;
          expect(label.leader !== null).toBe(away || strange);
        }
      }),
      settings,
    );
  });

  it('keep the size they asked for', () => {
    fc.assert(
      fc.property(wishes, (wished) => {
        for (const { id, box } of placeLabels(wished, [], FRAME)) {
          expect(wished.find((each) => each.id === id)?.size).toEqual({
            width: box.width,
            height: box.height,
          });
        }
      }),
      { ...settings, numRuns: 50 },
    );
  });
});

describe('a label', () => {
  it('stands to the right of its mark where there is room, and close to it', () => {
    const [label] = placeLabels([wish('seoul', [100, 150])], [], FRAME);
    expect(label?.box.x).toBeGreaterThan(105);
    expect(label?.box.x).toBeLessThan(115);
    expect(label?.leader).toBeNull();
  });

  it('stands to the left at the right edge', () => {
    const [label] = placeLabels([wish('new-york', [390, 150])], [], FRAME);
    expect((label?.box.x ?? 999) + 80).toBeLessThan(385);
  });

  it('that must be seen is placed before one that need not, whatever their order', () => {
    const quiet = wish('quiet', [100, 150]);
    const needed = wish('needed', [102, 150], { weight: 1 });
    const both = placeLabels([quiet, needed], [], FRAME);
    expect(both[0]?.id).toBe('needed');
    // It stands where it would stand beside the other's mark alone.
    const [alone] = placeLabels([needed], [boxAround(quiet.at, quiet.radius)], FRAME);
    expect(both[0]).toEqual(alone);
  });

  it('that must be seen finds the last free spot of a crowded frame, with a line to its mark', () => {
    const blocked: Box = { x: 0, y: 0, width: 400, height: 250 };
    const [label] = placeLabels([wish('dmz', [20, 20], { weight: 1 })], [blocked], FRAME);
    expect(label?.box.y).toBeGreaterThan(250);
    const [start, end] = label?.leader ?? [];
    expect(Math.hypot((start?.[0] ?? 0) - 20, (start?.[1] ?? 0) - 20)).toBeCloseTo(5);
    expect(end?.[1]).toBe((label?.box.y ?? NaN) + 1);
  });

  it('that need not be seen gives way where it is crowded', () => {
    const blocked: Box = { x: 0, y: 0, width: 400, height: 250 };
    expect(placeLabels([wish('dmz', [20, 20])], [blocked], FRAME)).toEqual([]);
  });

  it('for which there is no room at all is left out rather than laid over another', () => {
    const everywhere: Box = { x: 0, y: 0, ...FRAME };
    expect(placeLabels([wish('dmz', [20, 20], { weight: 1 })], [everywhere], FRAME)).toEqual([]);
  });
});

describe('two boxes', () => {
  it('overlap when they come closer than a pixel', () => {
    const box: Box = { x: 0, y: 0, width: 10, height: 10 };
    expect(overlaps(box, { ...box, x: 10.5 })).toBe(true);
    expect(overlaps(box, { ...box, x: 11 })).toBe(false);
    expect(overlaps(box, { ...box, y: -11 })).toBe(false);
    expect(overlaps(box, { ...box, y: 10.9 })).toBe(true);
  });

  it('remembers a layout by all that can change in it', () => {
    const fixed = [boxAround([200, 60], 20)];
    const lay = createLabelPlacer(fixed, FRAME);
    const tables = [[], [boxAround([120, 150], 18)]];
    const wishes = [wish('seoul', [100, 150]), wish('seoul', [100, 150], { radius: 18 })];
    const told = wishes.flatMap((one) => tables.map((boxes) => ({ one, boxes })));
    for (const { one, boxes } of [...told, ...told]) {
      expect(lay([one], boxes)).toEqual(placeLabels([one], [...fixed, ...boxes], FRAME));
    }
    expect(lay(wishes, [])).toBe(lay(wishes, []));
  });
});
