import { describe, expect, it } from 'vitest';
import {
  chooseLanguage,
  chooseLanguages,
  languageOfPage,
  languagesOf,
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
    ['fr', ['en', 'fr'], 'en', 'fr'],
    ['fr-CA', ['en', 'fr'], 'en', 'fr'],
    ['de', ['ko', 'de'], 'en', 'de'],
    ['he', ['en', 'he'], 'en', 'he'],
    ['pt', ['en', 'pt-BR'], 'en', 'pt-BR'],
    ['zh-Hant', ['en', 'zh-Hant'], 'zh-Hans', 'zh-Hant'],
    ['zh-TW', ['en', 'zh-Hant'], 'zh-Hans', 'zh-Hant'],
    ['ko', ['en', 'ko', 'fr'], 'ko', 'ko'],
    ['en', ['fr', 'en'], 'en', 'en'],
    ['ar', ['en', 'fr'], 'ar', 'en'],
    ['it', ['en', 'fr'], 'en', 'en'],
    [null, ['fr', 'en'], 'en', 'fr'],
    ['zh-TW', ['en', 'zh-Hans'], 'en', 'en'],
  ])('%s of %j gets the interface in %s and the texts in %s', (asked, languages, spoken, told) => {
    const [language = ''] = languages;
    expect(chooseLanguages(asked, { language, languages }, 'en')).toEqual({ spoken, told });
  });

  it('chooses among all languages that the story has, each by its own name', () => {
    const names = (languages: string[]) => languagesOf({ languages }).map(({ name }) => name);
    expect(names(['en', 'fr', 'he', 'zh'])).toEqual(['English', '简体中文', 'Français', 'עברית']);
    expect(names(['fr', 'de'])).toEqual(['Français', 'Deutsch']);
    expect(names(['zh-Hans', 'zh-Hant'])).toEqual(['简体中文', '繁體中文']);
  });

  it('is told which of them the page is in', () => {
    expect(languageOfPage(ENGLISH, 'fr')).toBe('fr');
    expect(languageOfPage(ENGLISH, 'en-GB')).toBe('en');
  });
});
