import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrameOptions } from '../../src/ui/frame-options.ts';
import { frameWordsFor } from '../../src/ui/frame-words.ts';
import { LANGUAGES } from '../../src/ui/words/languages.ts';

test('a frame asks for nothing of its own', () => {
  expect(readFrameOptions('')).toEqual({ autoplay: false, loop: false, list: false });
});

test('an address asks a frame to play by itself, to begin again, and to lie open', () => {
  expect(readFrameOptions('?autoplay=1&loop=1&list=open')).toEqual({
    ...{ autoplay: true, loop: true, list: true },
  });
});

test('whatever else it says is passed over', () => {
  const asksNothing = (text: string): boolean => {
    const query = new URLSearchParams({ autoplay: `${text} `, loop: `${text} `, list: `${text} ` });
    const options = readFrameOptions(`?${query}`);
    return !options.autoplay && !options.loop && !options.list;
  };
  fc.assert(fc.property(fc.string(), asksNothing));
});

test('each language of the interface has its own word for the whole page', () => {
  const words = LANGUAGES.map(({ tag }) => frameWordsFor(tag).whole);
  expect(new Set(words).size).toBe(LANGUAGES.length);
  expect(frameWordsFor('xx')).toEqual(frameWordsFor('en'));
});
