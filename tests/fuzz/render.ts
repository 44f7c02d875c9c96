import { vi } from 'vitest';
import { linkStory } from '../../src/story/link.ts';
import { localizeData } from '../../src/story/localize-data.ts';
import type { StoryData } from '../../src/story/story-data.ts';
import type { StoryFile } from '../../src/story/story-file.ts';

let shown: StoryData | null = null;

const dataShown = (): StoryData => {
  if (shown === null) throw new Error('No story is shown.');
  return shown;
};

/** Stands for the story of a build. */
const file: StoryFile = {
  get language() {
    return dataShown().language;
  },
  get languages() {
    return [dataShown().language];
  },
  read: (language) => Promise.resolve(linkStory(localizeData(dataShown(), language))),
};

vi.mock('parley:story', () => ({ default: file }));

/** The page and the frame of a story as HTML, as the build writes them. */
export async function renderStory(data: StoryData): Promise<readonly string[]> {
  const { renderPage } = await import('../../src/prerender.ts');
  shown = data;
  const pages = [await renderPage('page'), await renderPage('frame')];
  return pages.map(({ body }) => body);
}
