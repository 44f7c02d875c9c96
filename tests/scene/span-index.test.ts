import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpanIndex } from '../../src/scene/span-index.ts';

const settings = { seed: 1953, numRuns: 500 };

/** Spans from a thousandth to a thousand steps long, on a grid so that edges meet. */
const span = fc
  .record({
    start: fc.integer({ min: -4000, max: 4000 }),
    length: fc.oneof(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 1, max: 8000 }),
    ),
  })
  .map(({ start, length }) => ({ start: start / 8, end: (start + length) / 8 }));

const inOrder = (spans: readonly { start: number; end: number }[]) =>
  spans.toSorted((a, b) => a.start - b.start || a.end - b.end);

describe('the index of spans', () => {
  it('finds what a walk through all spans finds', () => {
    const times = fc.array(fc.integer({ min: -5000, max: 13_000 }), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 60 }), times, (spans, eighths) => {
        const covering = createSpanIndex(spans);
        for (const time of eighths.map((eighth) => eighth / 8)) {
          const expected = spans.filter(({ start, end }) => start <= time && time < end);
          expect(inOrder(covering(time))).toEqual(inOrder(expected));
        }
      }),
      settings,
    );
  });

  it('holds a span from its start up to, not including, its end', () => {
    const covering = createSpanIndex([{ start: 2, end: 5 }]);
    expect([1.999, 2, 4.999, 5].map((time) => covering(time).length)).toEqual([0, 1, 1, 0]);
  });

  it('finds thirds of a day that cannot be written exactly', () => {
    const spans = Array.from({ length: 3000 }, (_, index) => {
      return { start: index / 3, end: Math.floor(index / 3) + 1 };
    });
    const covering = createSpanIndex(spans);
    const missed = spans.filter((each) => !covering(each.start).includes(each));
    expect(missed).toEqual([]);
  });

  it('has nothing to say of no spans', () => {
    expect(createSpanIndex([])(0)).toEqual([]);
  });
});
