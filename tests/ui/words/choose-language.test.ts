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
  ])('%s is %s', (asked, found) => {
    expect(chooseLanguage(asked, KNOWN)).toBe(found);
  });

  it('is found where a story says more of it than the reader', () => {
    expect(chooseLanguage('zh', ['en', 'zh-Hans'])).toBe('zh-Hans');
  });

  it.each([null, '', 'xx', 'kok', 'en_GB<script>'])('%s is none', (asked) => {
    expect(chooseLanguage(asked, KNOWN)).toBeNull();
  });
});
