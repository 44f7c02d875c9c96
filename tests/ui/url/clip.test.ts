import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipOf } from '../../../src/ui/url/clip.ts';
import { dayOf, momentOf, THAW, THAW_TOLD } from '../../fixtures/shipped.ts';

const { duration, calendar } = THAW_TOLD;
const clip = (start: string, end: string) => clipOf(THAW_TOLD, start, end);
const day = (text: string) => dayOf(THAW_TOLD, text);
/** The last event that begins on a day, or before it. */
const lastOn = (text: string) => THAW_TOLD.moments.findLast(({ start }) => start < day(text) + 1);

describe('the part of a story that an address names', () => {
  it('runs from the beginning of one day and with all of another', () => {
    const { start, end } = clip('2018-04-27', '2018-06-12');
    expect(start).toBe(day('2018-04-27'));
    const statement = momentOf(THAW_TOLD, 'singapore-statement');
    expect(end).toBe(statement.start + statement.creep);
  });

  it('has the time to read its last event', () => {
    const last = lastOn('2018-06-12');
    expect(clip('', '2018-06-12').end).toBeGreaterThan(last?.start ?? Infinity);
    expect(clip('', '2018-06-12').end).toBeLessThan(day('2018-06-13'));
  });

  it('ends on the very day where nothing begins on it', () => {
    expect(lastOn('2018-10-15')?.start).toBeLessThan(day('2018-10-15'));
    expect(clip('', '2018-10-15').end).toBe(day('2018-10-15'));
  });

  it('takes a month, a year, an interval and an uncertain date as their author means them', () => {
    expect(clip('2018-04', '2018-05')).toEqual(clip('2018-04-01', '2018-05-31'));
    expect(clip('2018', '2018')).toEqual(clip('2018-01-01', '2018-12-31'));
    expect(clip('2018-04/2018-06', '2018-04/2018-06')).toEqual(clip('2018-04-01', '2018-06-30'));
    expect(clip('2018-04~', '2018-06?')).toEqual(clip('2018-04', '2018-06'));
    expect(clip('../2018-06', '2018-06/..')).toEqual({ start: 0, end: duration });
  });

  it('takes events by their ids, from the beginning of the one to that of the other', () => {
    const [first, last] = [momentOf(THAW_TOLD, 'singapore'), momentOf(THAW_TOLD, 'hanoi')];
    expect(clip('singapore', 'hanoi')).toEqual({
      start: first.start,
      end: last.start + last.creep,
    });
    expect(clip('singapore', 'singapore').end).toBeGreaterThan(first.start);
  });

  it('is open at the end that is not named', () => {
    expect(clip('2018-06', '')).toEqual({ start: day('2018-06-01'), end: duration });
    expect(clip('', '2018-06').start).toBe(0);
    expect(clip('', '')).toEqual({ start: 0, end: duration });
  });

  it.each([
    ['banana', 'banana'],
    ['2018-02-30', '2018-13'],
    ['2018-6-1', '12 June 2018'],
    ['__proto__', 'constructor'],
    ['1950-06-25', '2050-01-01'],
  ])('is the whole story for %s to %s', (start, end) => {
    expect(clip(start, end)).toEqual({ start: 0, end: duration });
  });

  it('passes over a start after the end or the story, and an end before it', () => {
    expect(clip('2019-01-01', '2018-06-12')).toEqual(clip('', '2018-06-12'));
    expect(clip('2050', '')).toEqual(clip('', ''));
    expect(clip('2018-06', '1950')).toEqual(clip('2018-06', ''));
  });

  it('lies within the story and has something in it, whatever is asked for', () => {
    const date = fc.oneof(
      fc.string(),
      fc
        .date({ min: new Date('2017-01-01'), max: new Date('2019-12-31'), noInvalidDate: true })
        .map((each) => each.toISOString().slice(0, 10)),
      fc.constantFrom(...THAW.events.map(({ id }) => id)),
    );
    fc.assert(
      fc.property(date, date, (from, to) => {
        const { start, end } = clip(from, to);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(duration);
      }),
      { seed: 1953, numRuns: 1000 },
    );
    expect(calendar.unit).toBe('day');
  });
});
