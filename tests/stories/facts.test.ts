import { expect, test } from 'vitest';
import { FACTS, WITHDRAWN } from './facts.ts';
import { everyLanguage, thaw } from './thaw.ts';

type Told = Readonly<Record<string, unknown>>;

const told = (everyLanguage as { readonly events: readonly Told[] }).events;

/** Every text of an event in a language: title, text, claims, commitments and what became of them. */
function textsOf(value: unknown, language: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const text = (value as Told)[language];
  if (typeof text === 'string') return [text];
  return Object.values(value).flatMap((inner) => textsOf(inner, language));
}

const saidOf = (id: string, language: string): string =>
  textsOf(
    told.find((event) => event['id'] === id),
    language,
  ).join('\n');

test.each(FACTS)('%s says %s, in all three languages', (id, en, ko, zh) => {
  expect(saidOf(id, 'en')).toMatch(en);
  expect(saidOf(id, 'ko')).toMatch(ko);
  expect(saidOf(id, 'zh-Hans')).toMatch(zh);
});

test.each(WITHDRAWN)('%s no longer says %s', (id, words) => {
  expect(saidOf(id, 'en')).not.toMatch(words);
});

test('no source is a page that anybody may edit, or one that only copies others', () => {
  const weak = /wikipedia|worldtribune|westernjournal|inquisitr|wicnews|einnews|dailycaller/;
  expect(thaw.sources.filter(({ url }) => weak.test(url ?? '')).map(({ id }) => id)).toEqual([]);
});
