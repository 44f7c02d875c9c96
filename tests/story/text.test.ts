import { describe, expect, it } from 'vitest';
import { textIn } from '../../src/story/text.ts';

const NAME = { en: 'Seoul', ko: '서울', 'zh-Hant': '首爾' };

describe('a text', () => {
  it.each([
    ['ko', '서울', 'ko'],
    ['ko-KR', '서울', 'ko'],
    ['KO-kr', '서울', 'ko'],
    ['zh-Hant-TW', '首爾', 'zh-Hant'],
    ['zh-Hans', 'Seoul', 'en'],
    ['fr', 'Seoul', 'en'],
    ['', 'Seoul', 'en'],
  ])('wanted in %j is “%s” in %s', (wanted, text, language) => {
    expect(textIn(NAME, wanted, 'en')).toEqual({ text, language });
  });

  it('in one language is in the language of the story', () => {
    expect(textIn('Seoul', 'ko', 'en-GB')).toEqual({ text: 'Seoul', language: 'en-GB' });
  });

  it('that lacks both languages is the first that was written', () => {
    expect(textIn({ ko: '서울' }, 'fr', 'en')).toEqual({ text: '서울', language: 'ko' });
  });

  it('takes no word from the prototype of objects', () => {
    expect(textIn(NAME, 'constructor', 'en').text).toBe('Seoul');
  });
});
