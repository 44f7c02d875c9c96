import { describe, expect, it } from 'vitest';
import { warnOfUnreadable } from '../../../src/site/checks/unreadable.ts';
import type { Warning } from '../../../src/story/parse/faults/warning.ts';
import type { StoryData } from '../../../src/story/story-data.ts';
import { readableLanguagesOf } from '../../../src/ui/words/readable-languages.ts';
import { dataOf, THAW_DATA } from '../../fixtures/data.ts';
import { FIXTURE } from '../../story/fixture.ts';

/** The fixture with each text in further languages, names left out. */
function toldIn(...tags: string[]): StoryData {
  const text = FIXTURE.replace('{ "en": "Seoul", "ko": "서울" }', '"Seoul"').replace(
    /"(title|summary|text|says|role)": "([^"]+)"/g,
    (whole, key: string, words: string) =>
      words === 'A report'
        ? whole
        : `"${key}": ${JSON.stringify(Object.fromEntries(['en', ...tags].map((tag) => [tag, words])))}`,
  );
  return dataOf(text);
}

function warningsOf(data: StoryData): readonly string[] {
  const warnings: Warning[] = [];
  warnOfUnreadable(data, warnings);
  return warnings.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const without = (data: StoryData, tag: string): StoryData => ({
  ...data,
  summary: Object.fromEntries(Object.entries(data.summary ?? {}).filter(([own]) => own !== tag)),
});

describe('the languages in which a story can be read', () => {
  it.each([['fr'], ['de'], ['he'], ['zh-Hant'], ['pt-BR']])('have all texts: %s', (tag) => {
    expect(readableLanguagesOf(toldIn(tag))).toEqual(['en', tag]);
    expect(readableLanguagesOf(without(toldIn(tag), tag))).toEqual(['en']);
    expect(warningsOf(toldIn(tag))).toEqual([]);
  });

  it('are those of the interface too, although texts are missing', () => {
    expect(readableLanguagesOf(without(toldIn('ko', 'ar'), 'ar'))).toEqual(['en', 'ar', 'ko']);
    expect(readableLanguagesOf(THAW_DATA)).toEqual(['en', 'ko', 'zh-Hans']);
    expect(warningsOf(THAW_DATA)).toEqual([]);
  });

  it('are none of those that have only some of the texts, and the checker says so', () => {
    expect(warningsOf(without(toldIn('fr'), 'fr'))).toEqual([
      'title.fr: no reader can choose fr: One text is not written in it. Write all of them, or remove fr.',
    ]);
    const half = { ...toldIn('fr', 'de'), title: { en: 'A', de: 'B' }, summary: 'C' };
    expect(warningsOf(half)).toEqual([
      'title.de: no reader can choose de: One text is not written in it. Write all of them, or remove de.',
      ': no reader can choose fr: 2 texts are not written in it. Write all of them, or remove fr.',
    ]);
  });
});
