import { describe, expect, it } from 'vitest';
import { chooseLanguages } from '../../../src/ui/words/choose-language.ts';
import { LANGUAGES } from '../../../src/ui/words/languages.ts';
import { loadStoryWords } from '../../../src/ui/words/load-story-words.ts';

const PLAY = new Map<string, string>();
for (const { tag, load } of LANGUAGES) PLAY.set(tag, (await load()).play);

/** A title in some languages; in one, it has no translations. */
const storyIn = (language: string, ...others: readonly string[]) => ({
  language,
  title:
    others.length === 0 ? 'T' : Object.fromEntries([language, ...others].map((tag) => [tag, tag])),
});

describe('a map of the library that is asked for in a language', () => {
  it.each([
    // asked, the story's languages; language of buttons, of the page, of the texts where that is another
    ['fr', ['en', 'fr'], 'fr', 'fr', undefined],
    ['fr-CA', ['en', 'fr'], 'fr', 'fr', undefined],
    ['he', ['ko', 'he'], 'en', 'en', 'he'],
    ['pt', ['fr', 'pt-BR'], 'en', 'en', 'pt-BR'],
    ['FA', ['en', 'fa'], 'en', 'en', 'fa'],
    ['ko', ['en', 'ko-KR'], 'ko', 'ko-KR', undefined],
    ['zh-TW', ['en', 'zh-Hant'], 'zh-Hans', 'zh-Hans', 'zh-Hant'],
    ['zh-TW', ['en', 'zh-Hans'], 'zh-Hans', 'zh-Hans', undefined],
    ['zh_Hans_CN', ['en', 'zh-Hans'], 'zh-Hans', 'zh-Hans', undefined],
    ['en-GB', ['fr', 'en'], 'en', 'en', undefined],
    ['en-US', ['en-US'], 'en', 'en-US', undefined],
    ['ar', ['en', 'fr'], 'ar', 'ar', 'en'],
    ['ar-EG', ['en'], 'ar', 'ar', 'en'],
    ['gl', ['gl'], 'es', 'es', 'gl'],
  ])('%s of %j', async (asked, [own = '', ...others], buttons, language, told) => {
    const words = await loadStoryWords(asked, storyIn(own, ...others));
    expect([words.play, words.language, words.told]).toEqual([PLAY.get(buttons), language, told]);
  });

  it.each([
    ['it', ['ko'], 'ko'],
    ['it', ['zh-Hans', 'en'], 'zh-Hans'],
    ['tlh', ['ar', 'fr'], 'ar'],
    ['it', ['fr', 'de'], 'fr'],
    ['no tag at all', ['ko', 'en'], 'ko'],
    ['<script>', ['es'], 'es'],
  ])('%s, which neither has, is in the language of the story: %j', async (asked, tags, buttons) => {
    const [own = '', ...others] = tags;
    const words = await loadStoryWords(asked, storyIn(own, ...others));
    expect([words.play, words.told]).toEqual([PLAY.get(buttons), undefined]);
  });

  it.each([
    [null, ['en']],
    ['zh-TW', ['en', 'zh-Hans']],
    ['zh-TW', ['en', 'zh-Hant']],
    ['fr', ['pt-BR', 'en-US']],
    ['it', ['fa', 'he']],
    ['gl', ['en', 'es']],
  ])('is in what the page would be in: %s of %j', async (asked, languages) => {
    const [language = '', ...rest] = languages;
    const others = ['de'];
    const chosen = chooseLanguages(asked, { language, languages }, others);
    const words = await loadStoryWords(asked ?? language, storyIn(language, ...rest), others);
    expect(words.play).toBe(PLAY.get(chosen.spoken));
    expect(words.told ?? words.language).toBe(chosen.told);
  });
});
