import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ordersIn, readClock, readDate } from '../../../../src/story/formats/sheet/values/dates.ts';
import type { DayOrder } from '../../../../src/story/formats/sheet/values/dates.ts';

const read = (cell: string | number | Date, order: DayOrder | null = null): string => {
  const reading = readDate(cell, order);
  return reading.ok ? reading.date : reading.message;
};

describe('A date is read as spreadsheets write it', () => {
  test.each([
    ['2018-06-12', '2018-06-12'],
    ['2018-06', '2018-06'],
    ['2018', '2018'],
    ['201X', '201X'],
    ['2018-06~', '2018-06~'],
    ['2018-06-12/2018-06-14', '2018-06-12/2018-06-14'],
    ['2018-06-12/..', '2018-06-12/..'],
    ['12.06.2018', '2018-06-12'],
    ['12. 6. 2018', '2018-06-12'],
    ['13/06/2018', '2018-06-13'],
    ['06/13/2018', '2018-06-13'],
    ['6/6/2018', '2018-06-06'],
    ['2018/6/12', '2018-06-12'],
    ['2018. 6. 12.', '2018-06-12'],
    ['2018年6月12日', '2018-06-12'],
    ['2018年6月', '2018-06'],
    ['2018년 6월 12일', '2018-06-12'],
    ['２０１８年６月１２日', '2018-06-12'],
    ['20180612', '2018-06-12'],
    ['June 12, 2018', '2018-06-12'],
    ['Jun 12 2018', '2018-06-12'],
    ['Sept. 3rd, 2018', '2018-09-03'],
    ['12 June 2018', '2018-06-12'],
    ['12-Jun-2018', '2018-06-12'],
    ['Tuesday, June 12, 2018', '2018-06-12'],
    ['Mar 1, 1852', '1852-03-01'],
    ['mar. 12 juin 2018', '2018-06-12'],
    ['12. März 2018', '2018-03-12'],
    ['Dienstag, 12. Juni 2018', '2018-06-12'],
    ['1er août 2018', '2018-08-01'],
    ['12 de junio de 2018', '2018-06-12'],
    ['juin 2018', '2018-06'],
    ['06/2018', '2018-06'],
    ['1990s', '199X'],
    ['c. 1990', '1990~'],
    ['ca. June 2018', '2018-06~'],
    ['12.06.2018 – 14.06.2018', '2018-06-12/2018-06-14'],
    ['2016-2018', '2016/2018'],
  ])('%s is %s', (written, date) => expect(read(written)).toBe(date));

  test.each([
    ['2018-06-12 09:04', '2018-06-12T09:04'],
    ['2018-06-12T00:00:00.000Z', '2018-06-12T00:00Z'],
    ['2018-06-12T00:00:00+09:00', '2018-06-12T00:00:00+09:00'],
    ['2018-06-12 00:00:00', '2018-06-12'],
    ['2018-06-12 9:04 am', '2018-06-12T09:04'],
    ['June 12, 2018, 9:04 PM', '2018-06-12T21:04'],
    ['June 12, 2018 at 12:30 a.m.', '2018-06-12T00:30'],
    ['12.06.2018 um 09:04 Uhr', '2018-06-12T09:04'],
    ['12.06.2018, 9 Uhr', '2018-06-12T09:00'],
    ['12 juin 2018 à 9h04', '2018-06-12T09:04'],
    ['2018. 6. 12. 오후 3:04', '2018-06-12T15:04'],
    ['2018年6月12日 上午9:04', '2018-06-12T09:04'],
    ['2018-06-12T09:04:00.000Z', '2018-06-12T09:04Z'],
    ['2018-06-12T09:04:30+08:00', '2018-06-12T09:04:30+08:00'],
  ])('with a time: %s is %s', (written, date) => expect(read(written)).toBe(date));

  test.each([
    ['09:04', 'T09:04'],
    ['9:04 am', 'T09:04'],
    ['9 pm', 'T21:00'],
    [0.5, 'T12:00'],
    [new Date(Date.UTC(1899, 11, 30, 9, 4)), 'T09:04'],
    ['soon', null],
  ])('a time alone: %s is %s', (written, clock) => expect(readClock(written)).toBe(clock));
});

describe('A date that cannot be read is told with its remedy', () => {
  test.each([
    ['31.02.2018', 'February 2018 has 28 days'],
    ['2018-02-31', 'February 2018 has 28 days'],
    ['31/04/2018', 'April 2018 has 30 days'],
    ['12.06.18', 'year of two digits'],
    ['6/12/18', 'year of two digits'],
    ["12 June '18", 'year of two digits'],
    ['12-Jun-18', 'year of two digits'],
    ['31.13.2018', 'does not exist'],
    ['2018-06-12 25:00', 'does not exist'],
    ['soon', 'is not a date'],
    ['', 'is not a date'],
  ])('%s', (written, message) => expect(read(written)).toContain(message));

  test('that may be two days, names both and the way out', () => {
    expect(read('3/4/2018')).toBe(
      '“3/4/2018” is 3 April or 4 March. Write 2018-04-03, or say --day-first or --month-first.',
    );
    expect(read('3/4/2018', 'day-first')).toBe('2018-04-03');
    expect(read('3/4/2018', 'month-first')).toBe('2018-03-04');
  });

  test('a date cell before March 1900, which programs read a day apart', () => {
    expect(read(new Date(Date.UTC(1900, 0, 31)))).toContain('Format the cell as text');
  });
});

test('One day above 12 tells the order of a column, and two that contradict each other tell nothing', () => {
  const slashes = (...cells: (string | null)[]) => ordersIn(cells).slashes;
  expect(slashes('3/4/2018', '13/4/2018')).toBe('day-first');
  expect(slashes('3/4/2018', '4/13/2018 9:00')).toBe('month-first');
  expect(slashes('3/4/2018', null, '5/6/2018')).toBe(null);
  expect(slashes('13/4/2018', '4/13/2018')).toBe(null);
  expect(slashes('2018-06-14/2018-07-01', '2018-06-12/2018-06-14')).toBe(null);
  expect(slashes('3/4/2018', '13.4.2018')).toBe('day-first');
});

test('An American date tells nothing of one with full stops', () => {
  const orders = ordersIn(['6/25/2018', '12.06.2018']);
  expect(orders).toEqual({ slashes: 'month-first', dots: null });
  const [american, german] = [readDate('6/7/2018', orders), readDate('12.06.2018', orders)];
  expect([american, german]).toMatchObject([{ date: '2018-06-07' }, { date: '2018-06-12' }]);
  const dotted = ordersIn(['06.25.2018', '25/6/2018']);
  expect(readDate('06.07.2018', dotted)).toMatchObject({ date: '2018-06-07' });
  expect(readDate('6/7/2018', dotted)).toMatchObject({ date: '2018-07-06' });
});

/** Days that Temporal knows, from 1583 on. */
const days = fc
  .integer({ min: 0, max: 250_000 })
  .map((count) => Temporal.PlainDate.from('1583-01-01').add({ days: count }));

describe('Every day that Temporal writes is the same day here', () => {
  const styles = (
    ['en-US', 'en-GB', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ko', 'ja', 'zh'] as const
  ).flatMap((language) => (['long', 'medium'] as const).map((style) => [language, style] as const));
  test.each(styles)('in %s, %s', (language, dateStyle) => {
    const order: DayOrder = language === 'en-US' ? 'month-first' : 'day-first';
    const format = new Intl.DateTimeFormat(language, {
      dateStyle,
      timeZone: 'UTC',
      calendar: 'gregory',
    });
    fc.assert(
      fc.property(days, (day) => {
        const written = format.format(day.toZonedDateTime('UTC').epochMilliseconds);
        expect(`${written}: ${read(written, order)}`).toBe(`${written}: ${day.toString()}`);
      }),
      { seed: 1953, numRuns: 200 },
    );
  });

  test('as a date cell, and as its serial number, in no time zone', () => {
    const epoch = Temporal.PlainDate.from('1899-12-30');
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 99_999 }), (serial) => {
        const day = epoch.add({ days: serial });
        expect(read(serial)).toBe(day.toString());
        expect(read(String(serial))).toBe(day.toString());
        expect(read(new Date(day.toZonedDateTime('UTC').epochMilliseconds))).toBe(day.toString());
      }),
    );
  });

  test('with each minute of the day, as a fraction of a serial number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1439 }), (minutes) => {
        const time = Temporal.PlainTime.from('00:00').add({ minutes });
        const clock = time.toString({ smallestUnit: 'minute' });
        expect(read(43_263 + minutes / 1440)).toBe(`2018-06-12T${clock}`);
      }),
    );
  });
});

test('Any text is a date or a message, never an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (written) => {
      expect(read(written)).not.toBe('');
    }),
  );
});
