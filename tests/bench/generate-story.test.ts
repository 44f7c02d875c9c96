import { expect, test } from 'vitest';
import { readStory } from '../fixtures/shipped.ts';
import { generateStory } from './generate-story.ts';

test('A generated story has no fault, and as many events as were asked for, of every kind', () => {
  const { events, places, people } = readStory(JSON.stringify(generateStory(300)));
  expect(events).toHaveLength(300);
  expect(new Set(events.map(({ kind }) => kind)).size).toBe(8);
  expect([places.length, people.length]).toEqual([60, 40]);
});

test('It is the same story every time', () => {
  expect(generateStory(20)).toEqual(generateStory(20));
});
