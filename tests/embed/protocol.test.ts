import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heightAt, readMessage } from '../../src/embed/protocol.ts';

/** All that a window can be sent, and some that it cannot. */
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

const plain = fc.record(
  {
    type: fc.constantFrom('hello', 'welcome', 'call', 'reply', 'event', 'size'),
    n: fc.integer(),
    name: fc.string({ maxLength: 60 }),
    data: fc.dictionary(fc.string({ maxLength: 20 }), fc.string(), {
      maxKeys: 8,
      noNullPrototype: true,
    }),
  },
  { noNullPrototype: true },
);

describe('P4: a message is looked at before anything is done', () => {
  test('whatever it is, nothing is thrown', () => {
    fc.assert(
      fc.property(anything, (value) => {
        readMessage(value);
      }),
      { numRuns: 2000, seed: 4 },
    );
  });

  test('one in its form is passed on as it is', () => {
    fc.assert(
      fc.property(plain, (message) => {
        expect(readMessage(message)).toBe(message);
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  test.each([
    ['nine fields', { type: 'call', a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8 }],
    ['a text over 2 kB', { type: 'call', name: 'x'.repeat(2049) }],
    ['a text over 2 kB further in', { type: 'call', data: { to: 'x'.repeat(2049) } }],
    ['a number that is none', { type: 'call', n: NaN }],
    ['a number without end', { type: 'size', height: Infinity }],
    ['an object in an object in an object', { type: 'call', data: { to: { more: {} } } }],
    ['a ring', ring()],
    ['what cannot be read as text', { type: 'event', name: { toString: 1 } }],
    ['a long list', { type: 'hello', versions: [1, 2, 3, 4, 5, 6, 7, 8, 9] }],
    ['a large whole number', { type: 'call', n: 1n, data: { to: { of: 1n } } }],
  ])('one with %s is dropped', (_what, message) => {
    expect(readMessage(message)).toBeNull();
  });

  test.each([null, undefined, 'call', 4, true, [], () => undefined, new Date(), new Map()])(
    'what is no message at all has no type: %s',
    (value) => expect(readMessage(value)?.type).toBeUndefined(),
  );
});

function ring(): object {
  const message: Record<string, unknown> = { type: 'call' };
  message['data'] = message;
  return message;
}

describe('EM-08: height depends on width alone', () => {
  test.each([
    [200, 476],
    [320, 476],
    [479, 476],
    [480, 448],
    [640, 547],
    [767, 626],
    [768, 550],
    [960, 658],
    [1200, 720],
    [4000, 720],
  ])('%i px wide is %i px high', (width, height) => expect(heightAt(width)).toBe(height));

  test('it is a whole number between 240 and 1200 at any width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (width) => {
        const height = heightAt(width);
        expect(Number.isInteger(height)).toBe(true);
        expect(height).toBeGreaterThanOrEqual(240);
        expect(height).toBeLessThanOrEqual(1200);
      }),
    );
  });
});
