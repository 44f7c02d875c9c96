import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binarySearch, countUpTo } from '../../src/time/binary-search.ts';

const settings = { seed: 1953, numRuns: 1000 };

describe('counting up to a value', () => {
  it('agrees with a plain count, equal values included', () => {
    const numbers = fc.array(fc.integer({ min: -20, max: 20 }));
    fc.assert(
      fc.property(numbers, fc.integer({ min: -25, max: 25 }), (values, value) => {
        const sorted = values.toSorted((a, b) => a - b);
        expect(countUpTo(sorted, value)).toBe(values.filter((each) => each <= value).length);
      }),
      settings,
    );
  });
});

describe('the first of so many', () => {
  it('is the one from which on it holds, or their number if it never does', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(60), (length, from) => {
        expect(binarySearch(length, (index) => index >= from)).toBe(Math.min(length, from));
      }),
      settings,
    );
  });
});
