// @ts-expect-error The library carries no types.
import edtfUntyped from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../src/time/edtf.ts';
import { isFlaw } from '../../src/time/flaw.ts';

/** The outermost milliseconds of an EDTF text, by the library; throws for what it cannot read. */
const edtf = edtfUntyped as (text: string) => { readonly min: number; readonly max: number };

const iso = (ms: number | undefined) => new Date(ms ?? NaN).toISOString();

/** The outermost local times of a text, or the message of its flaw. */
function read(text: string) {
  const date = parseEdtf(text);
  if (isFlaw(date)) return date.message;
  return `${date.from ? iso(date.from.localStart) : '..'} ${date.to ? iso(date.to.localEnd) : '..'}`;
}

describe('a date in EDTF', () => {
  it.each([
    ['2018', '2018-01-01T00:00:00.000Z 2019-01-01T00:00:00.000Z'],
    ['2018-12', '2018-12-01T00:00:00.000Z 2019-01-01T00:00:00.000Z'],
    ['2016-02-29', '2016-02-29T00:00:00.000Z 2016-03-01T00:00:00.000Z'],
    ['2018-06-12T09:04', '2018-06-12T09:04:00.000Z 2018-06-12T09:05:00.000Z'],
    ['2018-06-12T09:04:30', '2018-06-12T09:04:30.000Z 2018-06-12T09:04:31.000Z'],
    ['201X', '2010-01-01T00:00:00.000Z 2020-01-01T00:00:00.000Z'],
    ['0044-03-15', '0044-03-15T00:00:00.000Z 0044-03-16T00:00:00.000Z'],
    ['2018-06-12/2018-06-13', '2018-06-12T00:00:00.000Z 2018-06-14T00:00:00.000Z'],
    ['2018/2018-06', '2018-01-01T00:00:00.000Z 2018-07-01T00:00:00.000Z'],
    ['2018-06/..', '2018-06-01T00:00:00.000Z ..'],
    ['../2018', '.. 2019-01-01T00:00:00.000Z'],
  ])('%s covers %s', (text, span) => {
    expect(read(text)).toBe(span);
  });

  it('is one date, not two, without a slash', () => {
    const date = parseEdtf('2018-06-12');
    expect(!isFlaw(date) && date.from === date.to).toBe(true);
  });

  it.each([
    ['2018-06-12?', 'uncertain'],
    ['2018~', 'approximate'],
    ['2018-06%', 'both'],
    ['201X?', 'uncertain'],
    ['2018', 'certain'],
  ])('%s is %s', (text, certainty) => {
    expect(parseEdtf(text)).toMatchObject({ from: { certainty } });
  });

  it('qualifies each end of an interval by itself', () => {
    expect(parseEdtf('2019-02-20~/2019-02-28')).toMatchObject({
      from: { certainty: 'approximate' },
      to: { certainty: 'certain' },
    });
  });

  it.each([
    ['2018-06-12T09:04Z', 0],
    ['2018-06-12T09:04+08:30', 30_600_000],
    ['2018-06-12T09:04-03:30', -12_600_000],
    ['2018-06-12T09:04', null],
  ])('%s carries the offset %s', (text, offset) => {
    expect(parseEdtf(text)).toMatchObject({ from: { offset } });
  });
});

const EXAMPLE = 'Write a date such as 2018, 2018-06, 2018-06-12 or 2018-06-12T09:04.';

describe('a text that is no date', () => {
  it.each([
    ['June 2018', '"June 2018" is not a date. Write 2018-06.'],
    ['12 June 2018', '"12 June 2018" is not a date. Write 2018-06-12.'],
    ['12th Sept. 2018', '"12th Sept. 2018" is not a date. Write 2018-09-12.'],
    ['June 12, 2018', '"June 12, 2018" is not a date. Write 2018-06-12.'],
    ['12/6/2018', '"12/6/2018" is not a date. Write 2018-06-12 or 2018-12-06.'],
    ['13/6/2018', '"13/6/2018" is not a date. Write 2018-06-13.'],
    ['6.6.2018', '"6.6.2018" is not a date. Write 2018-06-06.'],
    ['2018/06/12', '"2018/06/12" is not a date. Write 2018-06-12.'],
    ['2018-6', '"2018-6" is not a date. Write 2018-06.'],
    ['20180612', '"20180612" is not a date. Write 2018-06-12.'],
    ['2018-06-12 09:04', '"2018-06-12 09:04" is not a date. Write 2018-06-12T09:04.'],
    ['2018-06-12T09', '"2018-06-12T09" is not a date. Write 2018-06-12T09:00.'],
    ['2010s', '"2010s" is not a date. Write 201X.'],
    ['c. 2018', '"c. 2018" is not a date. Write 2018~.'],
    ['?2018', '"?2018" is not a date. Write 2018?.'],
    ['2018–2019', '"2018–2019" is not a date. Write 2018/2019.'],
    ['２０１８-06-12', '"２０１８-06-12" is not a date. Write 2018-06-12.'],
    [
      '2018-06-12 ',
      '"2018-06-12 " is not a date. It has a space or an invisible character too many. Write 2018-06-12.',
    ],
    [
      '\u00a02018-06-12',
      '"U+00A02018-06-12" is not a date. It has a space or an invisible character too many. Write 2018-06-12.',
    ],
    ...['\u2010', '\u2011', '\u2013', '\u2212'].map((hyphen) => [
      `1978${hyphen}09${hyphen}17`,
      `"1978${hyphen}09${hyphen}17" is not a date. Its hyphens are not the plain “-” of the keyboard. Write 1978-09-17.`,
    ]),
    [
      '1978\u201309',
      '"1978–09" is not a date. Its hyphens are not the plain “-” of the keyboard. Write 1978-09.',
    ],
    ['1977/78', '"1977/78" is not a date. Write 1977/1978.'],
    ['1978/09', '"1978/09" is not a date. Write 1978-09.'],
    ['1909/10', '"1909/10" is not a date. Write 1909/1910 or 1909-10.'],
    ['1999/00', '"1999/00" is not a date. Write 1999/2000.'],
    ['1978/9', '"1978/9" is not a date. Write 1978-09.'],
    ['1978-09/12', '"1978-09/12" is not a date. Write 1978-09/1978-12 or 1978-09-12.'],
    ['1978-09/17', '"1978-09/17" is not a date. Write 1978-09-17.'],
    ['1978-09-05/17', '"1978-09-05/17" is not a date. Write 1978-09-05/1978-09-17.'],
    ['1978-01-04T9:00', '"1978-01-04T9:00" is not a date. Write 1978-01-04T09:00.'],
    ['1978-01-04 9:00', '"1978-01-04 9:00" is not a date. Write 1978-01-04T09:00.'],
    [
      'spring 1978',
      '"spring 1978" is not a date. Seasons are not supported. Write months, such as 1978-03/1978-05~.',
    ],
    [
      '1978 Autumn',
      '"1978 Autumn" is not a date. Seasons are not supported. Write months, such as 1978-09/1978-11~.',
    ],
    [
      'winter of 1978',
      '"winter of 1978" is not a date. Seasons are not supported. Write months, such as 1977-12/1978-02~ or 1978-12/1979-02~.',
    ],
    [
      '-0043',
      '"-0043" is not a date. Years before 1 are not supported. Years run from 0001 to 9999.',
    ],
    [
      '44 BC',
      '"44 BC" is not a date. Years before 1 are not supported. Years run from 0001 to 9999.',
    ],
    [
      '44 B.C.E.',
      '"44 B.C.E." is not a date. Years before 1 are not supported. Years run from 0001 to 9999.',
    ],
    ['1978-XX', '"1978-XX" is not a date. Write 1978.'],
    ['1978-09-XX', '"1978-09-XX" is not a date. Write 1978-09.'],
    ['1978-XX-XX', '"1978-XX-XX" is not a date. Write 1978.'],
    ['', `"" is not a date. ${EXAMPLE}`],
    ['Y170000002', `"Y170000002" is not a date. ${EXAMPLE}`],
    ['20XX', `"20XX" is not a date. ${EXAMPLE}`],
    ['201X-06', `"201X-06" is not a date. ${EXAMPLE}`],
    ['..', `".." is not a date. ${EXAMPLE}`],
    ['2018-02-29', '2018-02-29 does not exist. February 2018 has 28 days.'],
    ['1900-02-29', '1900-02-29 does not exist. February 1900 has 28 days.'],
    ['2018-06-31', '2018-06-31 does not exist. June 2018 has 30 days.'],
    ['2018-06-00', '2018-06-00 does not exist. June 2018 has 30 days.'],
    ['2018-13', '2018-13 does not exist. Months run from 01 to 12.'],
    ['2018-00-10', '2018-00-10 does not exist. Months run from 01 to 12.'],
    [
      '2018-21',
      '2018-21 does not exist. Seasons are not supported. Write an interval such as 2018-03/2018-05.',
    ],
    ['0000', '0000 does not exist. Years run from 0001 to 9999.'],
    ['000X', '000X does not exist. Years run from 0001 to 9999.'],
    ['2018-12-31T24:00', '2018-12-31T24:00 does not exist. Write 2019-01-01T00:00.'],
    ['2018-06-12T25:00', '2018-06-12T25:00 does not exist. Clock times run from 00:00 to 23:59.'],
    ['2018-06-12T09:04+99:00', '+99:00 is not an offset from UTC. Write one such as +09:00.'],
    ['/2018', '"/2018" has only one date. Write ../2018 for an open end.'],
    ['2018/', '"2018/" has only one date. Write 2018/.. for an open end.'],
    ['../..', 'An interval needs at least one date.'],
    [
      '2018-06-13/2018-06-12',
      '2018-06-13/2018-06-12 ends before it begins. Write 2018-06-12/2018-06-13.',
    ],
  ])('%j: %s', (text, message) => {
    expect(read(text)).toBe(message);
  });

  it('is refused by its length before anything reads it', () => {
    const touched: string[] = [];
    const long = new Proxy(Object('2'.repeat(1_000_000)) as object, {
      get(target, key) {
        touched.push(String(key));
        return Reflect.get(target, key) as unknown;
      },
    }) as unknown as string;
    expect(isFlaw(parseEdtf(long))).toBe(true);
    expect(new Set(touched)).toEqual(new Set(['length']));
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 70 }), (text) => {
        parseEdtf(text);
      }),
      { seed: 1953, numRuns: 2000 },
    );
  });
});

/** Dates that are likely legal, with every part that the subset has. */
const piece = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));
const dateText = fc
  .record({
    year: fc.integer({ min: 1, max: 2999 }).map((n) => String(n).padStart(4, '0')),
    month: piece(13),
    day: piece(32),
    depth: fc.integer({ min: 1, max: 3 }),
    qualifier: fc.constantFrom('', '?', '~', '%'),
  })
  .map(({ year, month, day, depth, qualifier }) => {
    return [year, month, day].slice(0, depth).join('-') + qualifier;
  });

describe('beside the library edtf', () => {
  /** edtf turns 30 February away but lets the 29th of a common year slip into March. */
  const slips = (text: string) => /-02-29/.test(text);

  it('reads the same days into every single date', () => {
    fc.assert(
      fc.property(dateText, (text) => {
        fc.pre(!slips(text));
        const ours = parseEdtf(text);
        if (isFlaw(ours)) {
          expect(() => edtf(text)).toThrow();
          return;
        }
        const theirs = edtf(text);
        expect(ours.from?.localStart).toBe(theirs.min);
        // Its end is the last millisecond, ours the first one after.
        expect(ours.to?.localEnd).toBe(theirs.max + 1);
      }),
      { seed: 1953, numRuns: 3000 },
    );
  });

  // It refuses intervals whose two dates begin alike, which we read: 2018/2018-06.
  it('accepts no interval that edtf refuses', () => {
    fc.assert(
      fc.property(dateText, dateText, (first, second) => {
        const text = `${first}/${second}`;
        fc.pre(!slips(text));
        const ours = parseEdtf(text);
        fc.pre(!isFlaw(ours) && (ours.from?.localStart ?? 0) < (ours.to?.localStart ?? 0));
        expect(() => edtf(text)).not.toThrow();
      }),
      { seed: 1953, numRuns: 3000 },
    );
  });
});
