import { expect, test } from 'vitest';
import { RECORD } from './record.ts';
import { eventOf, thaw } from './thaw.ts';

const sorted = (ids: readonly string[]): readonly string[] => [...ids].sort();

test('the story tells every event of the record, and no other', () => {
  const told = thaw.events.map(({ id }) => id);
  expect(sorted(told)).toEqual(sorted(RECORD.map(([id]) => id)));
});

test('the story has at least 44 events between 19 September 2017 and 28 February 2019', () => {
  const inside = thaw.events.filter(
    ({ when }) => when >= '2017-09-19' && when.slice(0, 10) <= '2019-02-28',
  );
  expect(inside.length).toBeGreaterThanOrEqual(44);
  expect(inside.length).toBe(thaw.events.length);
});

test.each(RECORD)('%s happens on the recorded date', (id, when) => {
  expect(eventOf(id).when).toBe(when);
});

test.each(RECORD)('%s happens at the recorded place', (id, _when, place) => {
  expect(eventOf(id).at ?? null).toBe(place);
});

test.each(RECORD)('%s names the recorded people', (id, _when, _place, people) => {
  expect(sorted(eventOf(id).who)).toEqual(sorted(people.split(' ')));
});

test('nobody is listed twice at one event', () => {
  const doubled = thaw.events.filter(({ who }) => new Set(who).size < who.length);
  expect(doubled.map(({ id }) => id)).toEqual([]);
});

test('only a plan may leave its place open', () => {
  const homeless = thaw.events.filter(({ at }) => at === undefined);
  expect(homeless.map(({ status }) => status)).toEqual(['planned']);
});
