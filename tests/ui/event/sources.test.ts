import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import type { Source } from '../../../src/story/story.ts';
import Sources from '../../../src/ui/event/Sources.svelte';
import { CHINESE } from '../../../src/ui/words/zh-Hans.ts';
import { ENGLISH } from '../../../src/ui/words/en.ts';
import { KOREAN } from '../../../src/ui/words/ko.ts';
import type { Words } from '../../../src/ui/words/words.ts';

const SOURCE = { id: 's', language: 'en', publisher: 'P', title: 'T', author: null, url: null };

/** What stands after the title of a source of that date. */
function dateOf(date: string, words: Words = ENGLISH): string | undefined {
  const sources: readonly Source[] = [{ ...SOURCE, date }];
  const { body } = render(Sources, { props: { sources, words } });
  return body
    .replace(/<[^>]*>/g, '')
    .trim()
    .split(`T${words.comma}`)[1];
}

it.each([
  ['2019-01-18', '18 January 2019'],
  ['2019-01-18?', '18 January 2019 (uncertain)'],
  ['2019-01-18~', 'about 18 January 2019'],
  ['2019-01%', 'about January 2019 (uncertain)'],
  ['2019-03', 'March 2019'],
  ['2019', '2019'],
  ['201X', '2010s'],
  ['201X?', '2010s (uncertain)'],
  ['2019-01-18T23:30-05:00', '18 January 2019'],
  ['2019-01-18/2019-01-20', '18–20 January 2019'],
  ['2019-01/..', 'since January 2019'],
  ['../2019', 'until 2019'],
  ['0099-05', 'May 99'],
])('the date of a source is told in words, as that of an event: %s', (date, words) => {
  expect(dateOf(date)).toBe(words);
});

it('is told in the language of the page', () => {
  expect(dateOf('2019-01-18?', KOREAN)).toBe(KOREAN.dates.uncertain('2019년 1월 18일'));
  expect(dateOf('2019-03', CHINESE)).toBe('2019年3月');
});
