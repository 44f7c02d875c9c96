import { describe, expect, it } from 'vitest';
import {
  chooseLanguage,
  chooseLanguages,
  languageOfPage,
  languagesOf,
  nearestLanguage,
} from '../../../src/ui/words/choose-language.ts';
import { ENGLISH } from '../../../src/ui/words/en.ts';

const KNOWN = ['en', 'ko', 'zh-Hans', 'zh'];

describe('the language that is asked for', () => {
  it.each([
    ['ko', 'ko'],
    ['KO', 'ko'],
    ['ko-KR', 'ko'],
    ['zh', 'zh'],
    ['zh-Hans-CN', 'zh-Hans'],
    ['en-GB', 'en'],
    ['zh_Hans', 'zh-Hans'],
    ['en_GB', 'en'],
  ])('%s is %s', (asked, found) => {
    expect(chooseLanguage(asked, KNOWN)).toBe(found);
  });

  it('is found where a story says more of it than the reader', () => {
    expect(chooseLanguage('zh', ['en', 'zh-Hans'])).toBe('zh-Hans');
  });

  it.each(['zh-CN', 'zh_CN', 'zh-SG', 'zh_Hans_CN'])(
    'is found by the script that a region writes: %s',
    (asked) => expect(chooseLanguage(asked, ['en', 'zh-Hans'])).toBe('zh-Hans'),
  );

  it.each(['zh-TW', 'zh-Hant'])('is not one in another script: %s', (asked) => {
    expect(chooseLanguage(asked, ['en', 'zh-Hans'])).toBeNull();
  });

  it.each([null, '', 'xx', 'kok', 'en_GB<script>'])('%s is none', (asked) => {
    expect(chooseLanguage(asked, KNOWN)).toBeNull();
  });
});

describe('a reader who asks for a language', () => {
  it.each([
    // asked, the languages of the story, the language of the interface, that of the texts
    ['fr', ['en', 'fr'], 'fr', 'fr'],
    ['fr-CA', ['en', 'fr'], 'fr', 'fr'],
    ['de', ['ko', 'de'], 'de', 'de'],
    ['he', ['en', 'he'], 'en', 'he'],
    ['pt', ['en', 'pt-BR'], 'en', 'pt-BR'],
    ['zh-Hant', ['en', 'zh-Hant'], 'zh-Hans', 'zh-Hant'],
    ['zh-TW', ['en', 'zh-Hant'], 'zh-Hans', 'zh-Hant'],
    ['ko', ['en', 'ko', 'fr'], 'ko', 'ko'],
    ['en', ['fr', 'en'], 'en', 'en'],
    ['ar', ['en', 'fr'], 'ar', 'en'],
    ['it', ['en', 'fr'], 'en', 'en'],
    ['it', ['fr', 'en'], 'fr', 'fr'],
    [null, ['fr', 'en'], 'fr', 'fr'],
    ['', ['fa'], 'en', 'fa'],
    ['zh-TW', ['en', 'zh-Hans'], 'zh-Hans', 'zh-Hans'],
    ['zh-TW', ['en'], 'zh-Hans', 'en'],
    ['zh-HK', ['en', 'zh-Hans', 'zh-Hant-TW'], 'zh-Hans', 'zh-Hant-TW'],
    ['pt-PT', ['en', 'pt-BR'], 'en', 'pt-BR'],
    ['sr-Latn', ['en', 'sr'], 'en', 'sr'],
    ['sr', ['en', 'sr-Latn'], 'en', 'sr-Latn'],
    ['gl', ['en', 'gl'], 'es', 'gl'],
    ['gl', ['en', 'es'], 'es', 'es'],
    ['en-US', ['en-GB', 'en-US'], 'en', 'en-US'],
    [null, ['en-GB'], 'en', 'en-GB'],
    [null, ['tlh'], 'en', 'tlh'],
  ])('%s of %j gets the interface in %s and the texts in %s', (asked, languages, spoken, told) => {
    const [language = ''] = languages;
    expect(chooseLanguages(asked, { language, languages })).toEqual({ spoken, told });
  });

  it.each([
    // the story, the reader's other languages, the language of the buttons
    ['fa', ['fr-CA', 'en'], 'fr'],
    ['pt-BR', ['pt-BR', 'en-US', 'fr'], 'en'],
    ['pt-BR', ['pt-BR', 'ca', 'en'], 'es'],
    ['hi', ['hi', 'mr'], 'en'],
    ['th', ['not a tag', '', 'zh-TW'], 'zh-Hans'],
    // Where the interface has words near the story, they are for every reader.
    ['en', ['fr', 'de'], 'en'],
    ['gl', ['fr'], 'es'],
    ['zh-Hant', ['ja'], 'zh-Hans'],
  ])('%s with a browser in %j gets buttons in %s', (language, others, spoken) => {
    const file = { language, languages: [language] };
    expect(chooseLanguages(null, file, others)).toEqual({ spoken, told: language });
  });

  it('chooses among all languages that the story has, each by its own name', () => {
    const names = (languages: string[]) => languagesOf({ languages }).map(({ name }) => name);
    expect(names(['en', 'it', 'he', 'zh', 'fr'])).toEqual([
      ...['English', '简体中文', 'Français', 'Italiano', 'עברית'],
    ]);
    expect(names(['zh-Hans', 'zh-Hant'])).toEqual(['简体中文', '繁體中文']);
    expect(names(['en-GB', 'en-US'])).toEqual(['British English', 'American English']);
    expect(names(['pt-PT', 'pt-BR', 'tlh'])).toEqual([
      ...['Português europeu', 'Português (Brasil)', 'Klingon'],
    ]);
  });

  it('is led to the language that he chooses', () => {
    for (const languages of [
      ['en-GB', 'en-US'],
      ['fr', 'fr-CA'],
      ['zh', 'zh-Hant', 'fa', 'pt-BR'],
    ]) {
      const [language = ''] = languages;
      for (const { tag } of languagesOf({ languages })) {
        expect(chooseLanguages(tag, { language, languages }).told).toBe(tag);
      }
      expect(languagesOf({ languages })).toHaveLength(languages.length);
    }
  });

  it('is told which of them the page is in', () => {
    expect(languageOfPage(ENGLISH, 'fa')).toBe('fa');
    expect(languageOfPage({ ...ENGLISH, language: 'en-GB' }, 'en-GB')).toBe('en-GB');
    expect(languageOfPage(ENGLISH, 'zh-Hant')).toBe('zh-Hant');
    // An English interface was asked for, and the story has no English.
    expect(languageOfPage(ENGLISH, 'ko')).toBe('en');
  });
});

describe('the nearest language', () => {
  it.each([
    ['zh-TW', ['en', 'zh-Hans'], 'zh-Hans'],
    ['sr-Latn', ['sr-Cyrl'], 'sr-Cyrl'],
    ['iw', ['en', 'he'], 'he'],
    ['ca', ['en', 'fr', 'es'], 'es'],
    ['ca', ['en', 'es', 'ca-ES'], 'ca-ES'],
    ['gsw', ['en', 'de'], 'de'],
    ['br', ['en', 'de'], null],
    ['fa', ['en', 'ar'], null],
    ['no tag', ['en'], null],
    ['-', ['en'], null],
    ['', ['en'], null],
    [null, ['en'], null],
  ])('to %s among %j is %s', (asked, known, found) => {
    expect(nearestLanguage(asked, known)).toBe(found);
  });
});
