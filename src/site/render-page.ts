import { render } from 'svelte/server';
import type { GroundData } from '../map/basemap/ground-data.ts';
import { Player } from '../player/player.svelte.ts';
import type { Story } from '../story/story.ts';
import { createLocalize } from '../story/text.ts';
import { loadExtras } from '../ui/event/extras.ts';
import FrameLine from '../ui/frame/FrameLine.svelte';
import EventItems from '../ui/list/EventItems.svelte';
import App from '../ui/shell/App.svelte';
import { chooseLanguages, languagesOf, wordsBeside } from '../ui/words/choose-language.ts';
import { loadKnownWords } from '../ui/words/languages.ts';
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
  /** The tag of the interface's words: the nearest to the story's language. */
  readonly spoken: string;
  /** The page's: that of its words, as the story writes it (`en-US`). */
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
  const { spoken, told } = chooseLanguages(null, { language: story.language, languages });
  const words = wordsBeside(await loadKnownWords(spoken), told);
  await loadExtras();
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
      Line: FrameLine,
      languages: languagesOf({ languages }),
      onshare: () => Promise.resolve(),
    },
  });
  const { language, direction, unready, momentNotShown, storyNotShown } = words;
  return { body, spoken, language, direction, unready, momentNotShown, storyNotShown };
}
