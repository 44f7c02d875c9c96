import { describe, expect, it } from 'vitest';
import { warnOfUnreadable } from '../../../src/site/checks/unreadable.ts';
import type { Warning } from '../../../src/story/parse/faults/warning.ts';
import { localizeData } from '../../../src/story/localize-data.ts';
import { parseStory } from '../../../src/story/parse/parse.ts';
import type { StoryData } from '../../../src/story/story-data.ts';
import { textIn } from '../../../src/story/text.ts';
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
  it.each([['it'], ['fa'], ['he'], ['zh-Hant'], ['pt-BR']])('have all texts: %s', (tag) => {
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
    expect(warningsOf(without(toldIn('it'), 'it'))).toEqual([
      'title.it: no reader can choose it: One text is not written in it. Write all of them, or remove it.',
    ]);
    const half = { ...toldIn('it', 'he'), title: { en: 'A', he: 'B' }, summary: 'C' };
    expect(warningsOf(half)).toEqual([
      'title.he: no reader can choose he: One text is not written in it. Write all of them, or remove he.',
      ': no reader can choose it: 2 texts are not written in it. Write all of them, or remove it.',
    ]);
  });

  it('are those of a region too, whose missing texts are in the language itself', () => {
    const mixed = { ...toldIn('pt-BR'), summary: { en: 'A', pt: 'B' } };
    expect(readableLanguagesOf(mixed)).toEqual(['en', 'pt-BR']);
    expect(warningsOf(mixed)).toEqual([]);
    const page = localizeData(mixed, 'pt-BR');
    expect(page.summary).toBe('B');
    // The library looks the same text up.
    expect(textIn(mixed.summary, 'pt-BR', 'en')).toEqual({ text: 'B', language: 'pt' });
    const turned = { ...toldIn('pt'), summary: { en: 'A', 'pt-BR': 'B' } };
    expect(readableLanguagesOf(turned)).toEqual(['en', 'pt-BR']);
    expect(warningsOf(turned)).toEqual([]);
    // Now one text is in both, and nobody gets the one for Portugal.
    const double = { ...turned, title: { en: 'A', pt: 'B', 'pt-BR': 'C' } };
    expect(warningsOf(double)).toEqual([expect.stringContaining('no reader can choose pt: One')]);
  });

  it('are not told of for a text that readers of another get, because it is in no other', () => {
    const third = { ...toldIn(), title: { it: 'Il disgelo' } };
    expect(readableLanguagesOf(third)).toEqual(['en']);
    expect(warningsOf(third)).toEqual([]);
    expect(localizeData(third, 'en').title).toEqual({ it: 'Il disgelo' });
    expect(textIn(third.title, 'en', 'en').language).toBe('it');
    // But for one that stands behind it.
    const fourth = { ...third, title: { it: 'Il disgelo', fa: 'یخ‌گشایی' } };
    expect(warningsOf(fourth)).toEqual([expect.stringContaining('no reader can choose fa')]);
  });

  it('are one where a tag is written in two ways', () => {
    const data = toldIn('zh-hant', 'FA');
    expect(readableLanguagesOf(data)).toEqual(['en', 'fa', 'zh-Hant']);
    const text = FIXTURE.replace('"Pact"', '{ "en": "Pact", "FA": "یک", "fa": "دو" }');
    const read = parseStory(text);
    expect(text).not.toBe(FIXTURE);
    expect(read.ok ? [] : read.faults.map(({ message }) => message)).toEqual([
      'is the same language as "FA". Keep one of the two texts.',
    ]);
  });
});
