import { render } from 'svelte/server';
import type { GroundData } from '../map/basemap/ground-data.ts';
import { Player } from '../player/player.svelte.ts';
import type { Story } from '../story/story.ts';
import { createLocalize } from '../story/text.ts';
import EventItems from '../ui/list/EventItems.svelte';
import App from '../ui/shell/App.svelte';
import { languagesOf } from '../ui/words/choose-language.ts';
import { ENGLISH } from '../ui/words/en.ts';
import { loadWords } from '../ui/words/languages.ts';
import type { Words } from '../ui/words/words.ts';

export interface PageToRender {
  /** In its own language. */
  readonly story: Story;
  /** Every language that the story can be read in, its own first. */
  readonly languages: readonly string[];
  readonly layout: 'page' | 'frame';
  /** The basemap of the first picture. */
  readonly grounds: GroundData;
}

/** A page as HTML. */
export interface RenderedPage {
  readonly body: string;
  /** The page's: the story's, or English where the interface has no words in that. */
  readonly language: string;
  readonly direction: Words['direction'];
  /** Shown when the page's scripts do not come. */
  readonly unready: string;
  /** Shown then where the address asks for another moment than the story's opening. */
  readonly momentNotShown: string;
  /** Shown then where the address names another story. */
  readonly storyNotShown: string;
}

/**
 * The page at the story's opening, with the story's texts in its own language. Styles of components, which Svelte writes
 * into the head where it is told to, are left out: the template's style sheet has them.
 */
export async function renderPage(page: PageToRender): Promise<RenderedPage> {
  const { story, languages, layout, grounds } = page;
  const own = await loadWords(story.language);
  const words = own ?? ENGLISH;
  const language = own ? story.language : words.language;
  const player = new Player(story);
  const { chronology } = player;
  const localize = createLocalize(words.language, story.language);
  const items = render(EventItems, { props: { chronology, words, localize, whole: true } });
  const { body } = render(App, {
    props: {
      player,
      words,
      // Without the marks that Svelte would hydrate them by.
      written: items.body.replace(/<!--.*?-->/g, ''),
      grounds,
      layout,
      languages: languagesOf({ languages }),
      onshare: () => Promise.resolve(),
    },
  });
  const { direction, unready, momentNotShown, storyNotShown } = words;
  return { body, language, direction, unready, momentNotShown, storyNotShown };
}
