import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { Story } from '../../../src/story/story.ts';
import { createLocalize } from '../../../src/story/text.ts';
import Heading from '../../../src/ui/shell/Heading.svelte';
import { ARABIC } from '../../../src/ui/words/ar.ts';
import { languagesOf, type LanguageChoice } from '../../../src/ui/words/choose-language.ts';
import { ENGLISH } from '../../../src/ui/words/en.ts';
import { KOREAN } from '../../../src/ui/words/ko.ts';
import type { Words } from '../../../src/ui/words/words.ts';
import { THAW } from '../../fixtures/shipped.ts';

const headingIn = (words: Words, story: Story, languages: readonly LanguageChoice[] = []): string =>
  render(Heading, {
    props: { story, words, localize: createLocalize(words.language, story.language), languages },
  }).body;

describe('a heading', () => {
  it('says which language a story is in that has no text in the page’s', () => {
    const heading = headingIn(ARABIC, THAW);
    expect(heading).toContain(ARABIC.onlyIn('الإنجليزية'));
    expect(heading).toContain('<bdi lang="en">The Korean thaw');
  });

  it('says what is in which language where the reader can choose another', () => {
    const italian = { ...THAW, language: 'it', title: 'Il disgelo', summary: 'In breve.' };
    const choice = languagesOf({ languages: ['en', 'it'] });
    const heading = headingIn(ENGLISH, italian, choice);
    expect(heading).toContain('The text is in Italian; buttons and dates are in English.');
    expect(heading).toContain('<bdi lang="it">Il disgelo</bdi>');
    expect(headingIn(KOREAN, italian, choice)).toContain(KOREAN.toldIn('이탈리아어'));
  });

  it('says it also of a story in one language, where the interface has no words in that', () => {
    const persian = { ...THAW, language: 'fa', title: 'سفر', summary: 'خلاصه' };
    const heading = headingIn(ENGLISH, persian, languagesOf({ languages: ['fa'] }));
    expect(heading.split('The text is in Persian; buttons and dates are in English.')).toHaveLength(
      2,
    );
  });

  it('says nothing of it where the story is told in the page’s language', () => {
    expect(headingIn(KOREAN, THAW)).not.toContain('영어');
    const half = { ...THAW, language: 'ko', title: { en: 'Thaw' }, summary: '요약' };
    expect(headingIn(KOREAN, half)).toContain('<bdi lang="en">Thaw</bdi>');
    expect(headingIn(KOREAN, half)).not.toContain('영어');
  });
});
