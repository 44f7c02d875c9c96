import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../../src/ui/words/choose-language.ts';

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
