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

  it('finds the day in its own position, and in all positions up to the next day’s', () => {
    fc.assert(
      fc.property(
        moment,
        moment,
        moment,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (a, b, at, part) => {
          const first = Math.min(a, b);
          const { positionAt, dayAt, indexAt, unit } = createCalendar(first, Math.max(a, b));
          const asked = Math.floor(Math.max(first, at) / 86_400_000) * 86_400_000;
          const position = positionAt(asked);
          const next = positionAt(asked + 86_400_000);
          expect(dayAt(position)).toBe(asked);
          expect(dayAt(position + (next - position) * part)).toBe(asked);
          expect(next).toBeGreaterThan(position);
          expect(Math.floor(position)).toBe(indexAt(asked));
          if (unit === 'day') expect(position).toBe(indexAt(asked));
        },
      ),
      { seed: 1953, numRuns: 1000 },
    );
  });

  it('has its first day at 0 at every unit, and all that lies before it there too', () => {
    for (const last of ['2018-12-31', '2060-01-01', '3000-01-01']) {
      const calendar = createCalendar(day('2018-06-12'), day(last));
      expect(calendar.positionAt(day('2018-06-12'))).toBe(0);
      expect(calendar.positionAt(day('2018-06-13'))).toBeGreaterThan(0);
      expect(calendar.dayAt(0)).toBe(day('2018-06-12'));
      for (const early of [day('2018-06-11'), day('1066-10-14'), -Infinity]) {
        expect(calendar.positionAt(early)).toBe(0);
      }
      expect(calendar.dayAt(calendar.end)).toBe(day(last));
    }
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
