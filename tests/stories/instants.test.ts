import { expect, test } from 'vitest';
import { firstDate, startOf } from './clock.ts';
import { INSTANTS } from './instants.ts';
import { eventOf, thaw } from './thaw.ts';

const toMinute = (instant: { toString(options: { smallestUnit: 'minute' }): string }): string =>
  instant.toString({ smallestUnit: 'minute' });

test.each(Object.entries(INSTANTS))('%s begins at %s', (id, instant) => {
  expect(toMinute(startOf(eventOf(id)))).toBe(instant);
});

test('every single date with a clock time has its instant in the record', () => {
  const timed = thaw.events.filter(({ when }) => when.includes('T') && !when.includes('/'));
  expect(timed.map(({ id }) => id).sort()).toEqual(Object.keys(INSTANTS).sort());
});

test('the missile of 29 November rises on the clock that Pyongyang then kept, half an hour late', () => {
  const launch = eventOf('hwasong-15');
  expect(firstDate(launch.when)).toBe('2017-11-29T02:47');
  expect(startOf(launch).toZonedDateTimeISO('Asia/Seoul').toPlainTime().toString()).toBe(
    '03:17:00',
  );
});
