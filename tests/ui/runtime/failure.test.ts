import { describe, expect, it } from 'vitest';
import { capFaults, type Fault } from '../../../src/story/parse/faults/fault.ts';
import { failureOfAddress, failureOfFaults } from '../../../src/ui/runtime/failure.ts';
import { RUNTIME_WORDS } from '../../../src/ui/runtime/words.ts';
import { LANGUAGES } from '../../../src/ui/words/languages.ts';

const [ENGLISH] = RUNTIME_WORDS;
const faults = (count: number): readonly Fault[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ path: ['events', index, 'when'], code: 'date', message: 'is not a date.' },
    position: { line: index + 1, column: 5 },
  }));
const moreOf = (count: number) => failureOfFaults(capFaults(faults(count)), ENGLISH).more;

describe('the card of faults', () => {
  it('has place, path and message of each', () => {
    expect(failureOfFaults(faults(2), ENGLISH)).toMatchObject({
      heading: ENGLISH.faulty,
      details: ['1:5 events[0].when: is not a date.', '2:5 events[1].when: is not a date.'],
      more: null,
      canRetry: true,
    });
    expect(
      failureOfFaults([{ path: [], code: 'encoding', message: 'This is not UTF-8.' }], ENGLISH)
        .details,
    ).toEqual(['This is not UTF-8.']);
  });

  it('has ten at most, and says how many more there are', () => {
    expect(failureOfFaults(faults(11), ENGLISH).details).toHaveLength(10);
    expect([10, 11, 100].map(moreOf)).toEqual([null, 'and 1 more', 'and 90 more']);
    // Of more than 100 the parser keeps a hundred.
    expect(moreOf(101)).toBe('and 90+ more');
  });

  it('tells a file that could not be had from a faulty one, and offers no other try of a refused address', () => {
    const lost: Fault = { path: [], code: 'unreachable', message: 'The server answered 503.' };
    expect(failureOfFaults([lost], ENGLISH)).toMatchObject({
      heading: ENGLISH.lost,
      canRetry: true,
    });
    const refused = {
      ok: false,
      why: 'It is not an address.',
      origins: ['https://a.example'],
    } as const;
    expect(failureOfAddress(refused, ENGLISH)).toMatchObject({
      heading: ENGLISH.refused,
      details: ['It is not an address.'],
      origins: ['https://a.example'],
      canRetry: false,
    });
  });
});

it('there are texts in every language of the interface, in the direction of its script', () => {
  expect(RUNTIME_WORDS.map(({ language }) => language)).toEqual(LANGUAGES.map(({ tag }) => tag));
  const right = RUNTIME_WORDS.filter(({ direction }) => direction === 'rtl');
  expect(right.map(({ language }) => language)).toEqual(['ar']);
  for (const texts of RUNTIME_WORDS) expect(texts.more('7')).toContain('7');
});
