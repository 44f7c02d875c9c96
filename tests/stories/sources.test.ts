import { expect, test } from 'vitest';
import { EURONEWS, INDEPENDENT, TOLD } from './articles.ts';
import { eventOf, thaw } from './thaw.ts';

const ids = new Set(thaw.sources.map(({ id }) => id));
const isArticle = (id: string): boolean => id === EURONEWS || id === INDEPENDENT;

test('no event is without a source', () => {
  expect(thaw.events.filter(({ sources }) => sources.length === 0)).toEqual([]);
});

test('every source that is cited is listed', () => {
  const cited = thaw.events.flatMap(({ sources, claims }) => [
    ...sources,
    ...(claims ?? []).map(({ source }) => source),
  ]);
  expect(cited.filter((id) => !ids.has(id))).toEqual([]);
  expect(thaw.sources.filter(({ id }) => !cited.includes(id))).toEqual([]);
});

test.each(Object.entries(TOLD))('every event that %s tells cites it', (article, told) => {
  expect(told.filter((id) => !eventOf(id).sources.includes(article))).toEqual([]);
});

test('no event cites an article that does not tell it', () => {
  for (const [article, told] of Object.entries(TOLD)) {
    const citing = thaw.events.filter(({ sources }) => sources.includes(article));
    expect(citing.map(({ id }) => id).sort()).toEqual([...told].sort());
  }
});

test('every event rests on the public record, not on the articles alone', () => {
  const alone = thaw.events.filter(({ sources }) => sources.every(isArticle));
  expect(alone.map(({ id }) => id)).toEqual([]);
});

test('only the two articles are without an address, and every address is of the web', () => {
  expect(thaw.sources.filter(({ url }) => url === undefined).map(({ id }) => id)).toEqual([
    EURONEWS,
    INDEPENDENT,
  ]);
  const urls = thaw.sources.flatMap(({ url }) => (url === undefined ? [] : [url]));
  expect(urls.filter((url) => !/^https?:$/.test(new URL(url).protocol))).toEqual([]);
  expect(new Set(urls).size).toBe(urls.length);
});
