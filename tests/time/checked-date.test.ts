import { expect, test } from 'vitest';
import { readCheckedDate } from '../../src/time/checked-date.ts';
import { isFlaw } from '../../src/time/flaw.ts';
import { parseInterval } from '../../src/time/parse-interval.ts';

const DATES = ['2018', '2018-06', '2018-06-12', '0033-04-03', '0099', '201X', '2018-06-12T09:04'];
const QUALIFIED = DATES.flatMap((date) => ['', '?', '~', '%'].map((sign) => date + sign));
const INTERVALS = [
  ...['2018-06-12/..', '../2018-06-12', '../201X', '2018/..'],
  ...['2018-01/2018-03?', '2018~/2019-02-27', '2018-06-12T09:04/2018-06-13', '201X/202X%'],
];

test.each([...QUALIFIED, ...INTERVALS])('%s is read as the parser reads it in UTC', (text) => {
  const parsed = parseInterval(text, 'UTC');
  if (isFlaw(parsed)) throw new Error(parsed.message);
  expect(readCheckedDate(text)).toMatchObject({ ...parsed });
});

test.each(['2018-06-12T09:04Z', '2018-06-12T09:04:30+09:00?', '2018-06-12T09:04-03:30'])(
  '%s is read by its own clock, whatever the reader’s',
  (text) => {
    const { localStart, from } = readCheckedDate(text);
    expect([localStart, from?.precision]).toEqual([Date.UTC(2018, 5, 12, 9, 4), 'minute']);
  },
);
