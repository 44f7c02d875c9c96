import { createStoryFile, type StoryFile, type StoryListing } from '../../story/story-file.ts';
import type { StoryData } from '../../story/story-data.ts';

/** What a page's HTML says of stories. */
export interface BuiltStory {
  readonly file: StoryFile;
  /** Whether it has media or markup. */
  readonly extras: boolean;
  /** Origins from which the page may load another story at run time, besides its own. */
  readonly storyOrigins: readonly string[];
  /** Other sites whose media the page may load. */
  readonly mediaOrigins: readonly string[];
}

/**
 * The story that a page is about: its HTML lists the file of each language (`src/site/fill-page.ts`). The file of the story's
 * own language is asked for at once, also where the address asks for another one: the page has preloaded it, and a browser
 * warns of a preload that is not used. It is there if the other one cannot be had. So it is also where the address names another story.
 */
export function storyOfPage(page: ParentNode): BuiltStory {
  const listing = page.querySelector('#parley-story')?.textContent;
  if (!listing) throw new Error('There is no element #parley-story that says where the story is.');
  const story = JSON.parse(listing) as StoryListing;
  const own = story.files[story.language] ?? '';
  let early: Promise<Response> | null = fetchFile(own);
  early.catch(() => null);
  const { extras = false, storyOrigins = [], mediaOrigins = [] } = story;
  const file = createStoryFile(story, async (address) => {
    const asked = address === own && early ? early : fetchFile(address);
    // A file that is lost is asked for anew.
    if (address === own) early = null;
    const response = await asked;
    if (!response.ok) throw new Error(`${address}: the server answered ${response.status}.`);
    return (await response.json()) as StoryData;
  });
  return { file, extras, storyOrigins, mediaOrigins };
}

/** With the same credentials as the page's preload, so that one download serves both. */
const fetchFile = (address: string): Promise<Response> =>
  fetch(address, { credentials: 'same-origin' });
