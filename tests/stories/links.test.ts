import { expect, test } from 'vitest';
import { isBefore, startOf } from './clock.ts';
import { LINKS } from './links.ts';
import { eventOf, events, thaw } from './thaw.ts';

const links = thaw.events.flatMap((later) =>
  (later.follows ?? []).map(({ event, verb }) => ({ later, earlier: event, verb })),
);

test('every link points to an event of the story', () => {
  expect(links.filter(({ earlier }) => !events.has(earlier))).toEqual([]);
});

test('every link runs forward in time', () => {
  const backward = links.filter(
    ({ later, earlier }) => !isBefore(startOf(eventOf(earlier)), startOf(later)),
  );
  expect(backward.map(({ later, earlier }) => `${earlier} → ${later.id}`)).toEqual([]);
});

test.each(Object.entries(LINKS))('%s follows from %j', (id, earlier) => {
  const followed = (eventOf(id).follows ?? []).map(({ event }) => event);
  expect([...followed].sort()).toEqual([...earlier].sort());
});

test('no event follows from another without the record saying so', () => {
  const linked = thaw.events.filter(({ follows }) => follows !== undefined);
  expect(linked.map(({ id }) => id).sort()).toEqual(Object.keys(LINKS).sort());
});

test('Hanoi takes the place of the plan', () => {
  expect(eventOf('hanoi').follows).toContainEqual({
    event: 'second-summit-planned',
    verb: 'supersedes',
  });
});
