import { expect, test } from 'vitest';
import { frameWordsFor } from '../../../src/ui/frame/frame-words.ts';
import { LANGUAGES } from '../../../src/ui/words/languages.ts';

test('each language of the interface has its own word for the whole page', () => {
  const words = LANGUAGES.map(({ tag }) => frameWordsFor(tag).whole);
  expect(new Set(words).size).toBe(LANGUAGES.length);
  expect(frameWordsFor('xx')).toEqual(frameWordsFor('en'));
});
