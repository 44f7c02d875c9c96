import { describe, expect, it } from 'vitest';
import { languagesOfData, localizeData } from '../../src/story/localize-data.ts';
import type { StoryData } from '../../src/story/story-data.ts';
import { createStoryFile } from '../../src/story/story-file.ts';
import { dataOf } from '../fixtures/data.ts';
import { FILE } from '../fixtures/two-meetings.ts';

const STORY: StoryData = dataOf({
  ...FILE,
  title: { en: 'Two meetings', ko: '두 차례 회담' },
  summary: { en: 'Told in English alone.' },
});

/** The story's file, and a list of the languages that have been fetched. */
function fileOf(failing: readonly string[] = []) {
  const fetched: string[] = [];
  const load = (address: string) => {
    const language = address.slice('./of-'.length);
    fetched.push(language);
    return failing.includes(language)
      ? Promise.reject(new Error(language))
      : Promise.resolve(localizeData(STORY, language));
  };
  const files = languagesOfData(STORY).map((tag) => [tag, `./of-${tag}`] as const);
  const listing = { language: 'en', files: Object.fromEntries(files) };
  return { file: createStoryFile(listing, load), fetched };
}

describe('a story file', () => {
  it('names its own language first', () => {
    const { file } = fileOf();
    expect([file.language, file.languages]).toEqual(['en', ['en', 'ko']]);
  });

  it('fetches one file for one language', async () => {
    const { file, fetched } = fileOf();
    expect((await file.read('en')).title).toBe('Two meetings');
    expect(fetched).toEqual(['en']);
    const story = await file.read('ko');
    expect([story.language, story.title]).toEqual(['ko', '두 차례 회담']);
    expect(fetched).toEqual(['en', 'ko']);
  });

  it('says of a source that its title is in the language of the file, whatever the page is in', async () => {
    const story = await fileOf().file.read('ko');
    expect(story.sources.map(({ language }) => language)).toEqual(['en']);
  });

  it('rejects where a language cannot be had, or does not exist', async () => {
    await expect(fileOf(['ko']).file.read('ko')).rejects.toThrow('ko');
    await expect(fileOf().file.read('fr')).rejects.toThrow('The story has no language fr.');
  });
});
