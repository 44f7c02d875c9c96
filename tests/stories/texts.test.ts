import { expect, test } from 'vitest';
import { thaw } from './thaw.ts';

/** Every string of a value, wherever it hides. */
function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}

const all = strings(thaw);

test('a title has at most 75 characters and no full stop', () => {
  const long = thaw.events.filter(({ title }) => title.length > 75 || title.endsWith('.'));
  expect(long.map(({ title }) => title)).toEqual([]);
});

test('a text has between 80 and 360 characters', () => {
  const odd = thaw.events.filter(({ text }) => text.length < 80 || text.length > 360);
  expect(odd.map(({ id, text }) => `${id}: ${text.length}`)).toEqual([]);
});

test('no two events have the same title', () => {
  expect(new Set(thaw.events.map(({ title }) => title)).size).toBe(thaw.events.length);
});

test('the summary has between 40 and 400 characters', () => {
  expect(thaw.summary.length).toBeGreaterThanOrEqual(40);
  expect(thaw.summary.length).toBeLessThanOrEqual(400);
});

test('a text is text: no markup, no stray spaces, no straight quotes', () => {
  expect(all.filter((text) => /[<>]|&\w+;|^\s|\s$|\s{2}|"/.test(text))).toEqual([]);
});

test('the story speaks of its sources, not of anybody’s recollection', () => {
  expect(all.filter((text) => /from memory/i.test(text))).toEqual([]);
});

test('no text repeats the sentence that the article puts into the White House’s mouth', () => {
  expect(all.filter((text) => /looks forward to a second/i.test(text))).toEqual([]);
});
