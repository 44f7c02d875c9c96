import { describe, expect, it } from 'vitest';
import { packStory } from '../../src/site/pack.ts';
import { tagsOf, textsIn } from '../../src/site/story-plugin.ts';
import { createStoryFile } from '../../src/story/story-file.ts';
import type { Story, Text } from '../../src/story/story.ts';
import { twoMeetings } from '../fixtures/two-meetings.ts';

const STORY: Story = {
  ...twoMeetings().story,
  title: { en: 'Two meetings', ko: '두 차례 회담' },
  summary: { en: 'Told in English alone.' },
};
const packing = packStory(STORY);

/** The story's file, and a list of what has been fetched of it. */
function fileOf(failing: readonly string[] = []) {
  const fetched: string[] = [];
  const fetchPart = <T>(name: string, part: T) => {
    fetched.push(name);
    return failing.includes(name)
      ? Promise.reject(new Error(name))
      : Promise.resolve({ default: part });
  };
  const languages = tagsOf(STORY, packing);
  const file = createStoryFile({
    language: 'en',
    count: packing.texts.length,
    form: () => fetchPart('form', packing.packed),
    texts: Object.fromEntries(
      languages.map((tag) => [tag, () => fetchPart(tag, textsIn(packing, tag, 'en'))]),
    ),
  });
  return { file, fetched };
}

const OWN = textsIn(packing, 'en', 'en') as Text[];

describe('a story file', () => {
  it('names its own language first', () => {
    expect(fileOf().file.languages).toEqual(['en', 'ko']);
  });

  it('fetches nothing that the page holds already', async () => {
    const { file, fetched } = fileOf();
    const story = await file.read('en', OWN);
    expect(fetched).toEqual(['form']);
    expect(story.title).toBe('Two meetings');
  });

  it('fetches its own texts where the page holds none, or not all', async () => {
    for (const held of [
      [],
      OWN.slice(1),
      [...OWN.slice(0, 1), ...new Array<Text>(OWN.length - 1)],
    ]) {
      const { file, fetched } = fileOf();
      expect((await file.read('en', held)).title).toBe('Two meetings');
      expect(fetched.sort()).toEqual(['en', 'form']);
    }
  });

  it('fetches, of another language, only what differs from its own', async () => {
    const { file, fetched } = fileOf();
    const story = await file.read('ko', OWN);
    expect(fetched.sort()).toEqual(['form', 'ko']);
    expect(story.language).toBe('ko');
    expect(story.title).toBe('두 차례 회담');
    expect(story.sources).toEqual((await file.read('en', OWN)).sources);
  });

  it('says of a text that is not translated what language it is in', async () => {
    const story = await fileOf().file.read('ko', OWN);
    expect(story.summary).toEqual({ en: 'Told in English alone.' });
  });

  it('says of a source that its title is in the language of the file, whatever the page is in', async () => {
    const story = await fileOf().file.read('ko', OWN);
    expect(story.sources.map(({ language }) => language)).toEqual(['en']);
  });

  it('rejects where a language cannot be had', async () => {
    await expect(fileOf(['ko']).file.read('ko', OWN)).rejects.toThrow('ko');
  });
});
