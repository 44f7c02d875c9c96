import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar, MAX_STEPS } from '../../src/time/calendar.ts';

const day = (text: string) => Date.parse(`${text}T00:00Z`);

describe('the calendar of a story', () => {
  it('counts days, both ends included', () => {
    const calendar = createCalendar(day('2018-01-01'), day('2018-12-31'));
    expect([calendar.unit, calendar.length]).toEqual(['day', 365]);
  });

  it('keeps the days of a story of three years', () => {
    expect(createCalendar(day('2016-01-01'), day('2018-12-31')).unit).toBe('day');
  });

  it('counts calendar months where days would be too many', () => {
    const calendar = createCalendar(day('1950-06-25'), day('2019-02-28'));
    expect([calendar.unit, calendar.length]).toEqual(['month', 825]);
    expect(calendar.localAt(1)).toBe(day('1950-07-01'));
  });

  it('counts years where months would be too many', () => {
    const calendar = createCalendar(day('0044-03-15'), day('1944-06-06'));
    expect([calendar.unit, calendar.length]).toEqual(['year', 1901]);
    expect(new Date(calendar.localAt(0)).toISOString()).toBe('0044-01-01T00:00:00.000Z');
  });

  it('has one step for a story of one day', () => {
    expect(createCalendar(day('2018-06-12'), day('2018-06-12') + 3_600_000).length).toBe(1);
  });

  it('numbers what lies outside beyond its ends', () => {
    const calendar = createCalendar(day('2018-01-01'), day('2018-12-31'));
    expect(calendar.indexAt(day('2017-12-31'))).toBe(-1);
    expect(calendar.indexAt(day('2019-01-01'))).toBe(365);
  });

  const moment = fc.integer({ min: day('0001-01-01'), max: day('9999-12-31') });

  it('finds in the start of every step that step again, and in the moment before, the one before', () => {
    fc.assert(
      fc.property(moment, moment, fc.nat({ max: 1200 }), (a, b, index) => {
        const { indexAt, localAt } = createCalendar(Math.min(a, b), Math.max(a, b));
        expect(indexAt(localAt(index))).toBe(index);
        expect(indexAt(localAt(index) - 1)).toBe(index - 1);
      }),
      { seed: 1953, numRuns: 500 },
    );
  });

  it('covers both ends in at most 1,100 steps, unless there are more years', () => {
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const calendar = createCalendar(Math.min(a, b), Math.max(a, b));
        expect(calendar.indexAt(Math.min(a, b))).toBe(0);
        expect(calendar.indexAt(Math.max(a, b))).toBe(calendar.length - 1);
        if (calendar.unit !== 'year') expect(calendar.length).toBeLessThanOrEqual(MAX_STEPS);
      }),
      { seed: 1953, numRuns: 500 },
    );
  });
});
