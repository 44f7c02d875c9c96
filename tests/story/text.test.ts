import { describe, expect, it } from 'vitest';
import { createLocalize, textIn, tidyBreaks } from '../../src/story/text.ts';

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

describe('a page', () => {
  it.each([
    ['en', undefined],
    ['en-US', undefined],
    ['ko', 'en'],
    ['ar', 'en'],
  ])('in %s says of a text in English that it is in %s', (page, lang) => {
    expect(createLocalize(page, 'en')('Seoul')).toEqual({ text: 'Seoul', lang });
  });

  it('takes a text of its own language, whatever region or script its tag adds, as its own', () => {
    expect(createLocalize('zh-Hans', 'en')({ en: 'Seoul', zh: '首尔' })).toEqual({
      text: '首尔',
      lang: undefined,
    });
    expect(createLocalize('zh-Hans', 'zh')('首尔').lang).toBeUndefined();
  });

  it('says of a text in another script of its language that it is', () => {
    expect(createLocalize('zh-Hans', 'zh-Hant')(NAME)).toEqual({ text: '首爾', lang: 'zh-Hant' });
  });

  it('marks a single text that lacks its language', () => {
    expect(createLocalize('ko', 'ko')({ en: 'Seoul' })).toEqual({ text: 'Seoul', lang: 'en' });
  });

  it('says the same text as the same object each time', () => {
    const localize = createLocalize('ko', 'en');
    expect(localize(NAME)).toBe(localize(NAME));
    expect(localize('Seoul')).toBe(localize('Seoul'));
  });
});

describe('the line breaks of a text', () => {
  it.each([
    ['One.\n\nTwo.', 'One.\n\nTwo.'],
    ['One.\r\n\r\nTwo.', 'One.\n\nTwo.'],
    ['One.\r\rTwo.', 'One.\n\nTwo.'],
    ['One.\n \t\n\n\nTwo.', 'One.\n\nTwo.'],
    ['One.\u2029Two.', 'One.\n\nTwo.'],
    ['One,\nand \n more.', 'One, and more.'],
    ['One,\r\nand\rmore\u2028still.', 'One, and more still.'],
    ['\nOne.\n\n', 'One.'],
    ['One.\tTab.', 'One.\tTab.'],
  ])('%j become %j', (text, tidy) => {
    expect(tidyBreaks(text)).toBe(tidy);
    expect(tidyBreaks(tidy)).toBe(tidy);
  });
});
