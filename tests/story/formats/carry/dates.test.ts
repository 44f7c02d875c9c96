import { describe, expect, it } from 'vitest';
import { findDate, readDate } from '../../../../src/story/formats/carry/dates.ts';

const dateOf = (text: string, order?: 'day-first' | 'month-first') =>
  readDate(text, 'Europe/London', order);

describe('A text that is a date', () => {
  it.each([
    ['30 June – 2 July 2018', '2018-06-30/2018-07-02'],
    ['June 30 - July 2, 2018', '2018-06-30/2018-07-02'],
    ['30 December – 2 January 2019', '2018-12-30/2019-01-02'],
    ['30 December 2018 to 2 January 2019', '2018-12-30/2019-01-02'],
    ['June–July 2018', '2018-06/2018-07'],
    ['13/06/2018 – 14/06/2018', '2018-06-13/2018-06-14'],
    ['12–14 June 2018', '2018-06-12/2018-06-14'],
    ['1914–1918', '1914/1918'],
    ['6/25/2018 2:30:00 PM', '2018-06-25T14:30'],
    ['6/25/2018 12:00:00 AM', '2018-06-25'],
    ['12 June 2018, 14:30', '2018-06-12T14:30'],
    ['12 June 2018 at 2 pm', '2018-06-12T14:00'],
    ['Tue, 12 Jun 2018 09:00:00 +0000', '2018-06-12T10:00'],
    ['Tuesday, 12 June 2018.', '2018-06-12'],
    ['2018/06/12', '2018-06-12'],
    ['2018. 6. 12.', '2018-06-12'],
    ['2018/06/12 09:30', '2018-06-12T09:30'],
    ['20180612', '2018-06-12'],
    ['201806121430', '2018-06-12T14:30'],
    ['20180612T143000Z', '2018-06-12T15:30'],
  ])('is read whole: %s', (text, date) => {
    expect(dateOf(text)).toEqual({ date });
  });

  it.each([
    ['before 12 June 2018', '2018-06-12~'],
    ['c. 1850', '1850~'],
    ['~1850', '1850~'],
    ['late June 2018', '2018-06~'],
    ['12 June 2018?', '2018-06-12~'],
    ['about 30 June – 2 July 2018', '2018-06-30~/2018-07-02~'],
  ])('is approximate where its words say so: %s', (text, date) => {
    expect(dateOf(text)).toEqual({ date, isRough: true });
  });

  it.each([
    '15 March 1200 BC',
    '12 June 2018, day of the summit',
    '12 June 2018 09:00 KST',
    '12 June 2018, 25:00',
    '2018-06-12, 2018-06-14',
    '31 June 2018',
    '20181399',
  ])('is none where a part of it is not understood: %s', (text) => {
    expect(dateOf(text)).not.toHaveProperty('date');
  });

  it('has an order of day and month from its own numbers or from the options', () => {
    expect(dateOf('3/4/2018 09:30')).toEqual({ why: 'ambiguous' });
    expect(dateOf('3/4/2018 09:30', 'day-first')).toEqual({ date: '2018-04-03T09:30' });
  });
});

describe('A headline', () => {
  it('may have a date between other words, over two months too', () => {
    expect(findDate('The summit, 30 June – 2 July 2018: a day', undefined)).toEqual({
      date: '2018-06-30/2018-07-02',
    });
  });
});
