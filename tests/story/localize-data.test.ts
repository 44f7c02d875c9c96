import { describe, expect, it } from 'vitest';
import { linkStory } from '../../src/story/link.ts';
import {
  languagesOfData,
  localizeData,
  wholeLanguagesOfData,
} from '../../src/story/localize-data.ts';
import type { Story } from '../../src/story/story.ts';
import { createLocalize } from '../../src/story/text.ts';
import { dataOf, THAW_DATA } from '../fixtures/data.ts';
import { FILE } from '../fixtures/two-meetings.ts';

const WRITTEN = {
  ...FILE,
  title: { en: 'Two meetings', ko: '두 차례 회담', de: 'Zwei Treffen' },
  summary: { ko: '두 번', de: 'Zweimal' },
  credits: { en: 'By us.' },
};
const DATA = dataOf(WRITTEN);

describe('a story in one language', () => {
  it('has that language’s texts, without tags', () => {
    expect(localizeData(DATA, 'ko')).toMatchObject({ language: 'ko', title: '두 차례 회담' });
    expect(localizeData(DATA, 'en')).toMatchObject({ language: 'en', title: 'Two meetings' });
  });

  it('keeps a text that lacks the language in the story’s own, and says which that is', () => {
    const { credits, events } = localizeData(DATA, 'ko');
    expect(credits).toEqual({ en: 'By us.' });
    expect(events[0]?.title).toEqual({ en: 'The calm' });
  });

  it('keeps a text in the first of its languages where it lacks the story’s own as well', () => {
    expect(localizeData(DATA, 'en').summary).toEqual({ ko: '두 번' });
    expect(localizeData(DATA, 'de').summary).toBe('Zweimal');
  });

  it('leaves sources as their publishers wrote them', () => {
    expect(localizeData(DATA, 'ko').sources).toEqual(DATA.sources);
    expect(DATA.sources.map(({ language }) => language)).toEqual(['en']);
  });

  it.each(languagesOfData(THAW_DATA))('is complete: the shipped story in %s', (language) => {
    const whole = linkStory(THAW_DATA);
    const story = linkStory(localizeData(THAW_DATA, language));
    expect(wordsOf(story, language)).toEqual(wordsOf(whole, language));
    expect(story.events.map(({ when }) => when)).toEqual(whole.events.map(({ when }) => when));
  });
});

/** Every text of a story as a page in a language shows it. */
function wordsOf(story: Story, language: string) {
  const { title, summary, credits, insets, parties, people, places, events } = story;
  const texts = [
    ...[title, summary, credits],
    ...[...insets, ...parties, ...people, ...places].map(({ name }) => name),
    ...people.map(({ role }) => role),
    ...events.flatMap((event) => [event.title, event.text]),
    ...events.flatMap(({ claims }) => claims.flatMap(({ says, differs }) => [says, differs])),
    ...events.flatMap(({ commitments }) =>
      commitments.flatMap(({ text, history }) => [text, ...history.map((change) => change.text)]),
    ),
  ];
  return texts.filter((text) => text !== null).map(createLocalize(language, story.language));
}

describe('the languages of a story', () => {
  it('are all that a text is written in, its own first', () => {
    expect(languagesOfData(DATA)).toEqual(['en', 'de', 'ko']);
    expect(languagesOfData(THAW_DATA)).toEqual(['en', 'ko', 'zh-Hans']);
  });

  it('are whole where no text is wanting; its own is in any case', () => {
    expect(wholeLanguagesOfData(DATA)).toEqual(['en']);
    expect(wholeLanguagesOfData(THAW_DATA)).toEqual(['en', 'ko', 'zh-Hans']);
  });
});
