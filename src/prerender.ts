import { render } from 'svelte/server';
import file from 'parley:story';
import { bundledGrounds } from './map/basemap/bundled-grounds.ts';
import { Player } from './player/player.svelte.ts';
import { createLocalize } from './story/text.ts';
import EventItems from './ui/list/EventItems.svelte';
import App from './ui/shell/App.svelte';
import { languagesOf } from './ui/words/choose-language.ts';
import { ENGLISH } from './ui/words/en.ts';
import { loadWords } from './ui/words/languages.ts';
import type { Words } from './ui/words/words.ts';

/** A page as HTML. */
export interface RenderedPage {
  readonly head: string;
  readonly body: string;
  /** The page's: the story's, or English where the interface has no words in that. */
  readonly language: string;
  readonly direction: Words['direction'];
  /** Shown when the page's scripts do not come. */
  readonly unready: string;
  /** Shown then where the address asks for another moment than the story's opening. */
  readonly momentNotShown: string;
}

export interface Prerender {
  readonly renderPage: (layout: 'page' | 'frame') => Promise<RenderedPage>;
}

/** The page at the story's opening, with the story's texts in its own language. */
export const renderPage: Prerender['renderPage'] = async (layout) => {
  const own = await loadWords(file.language);
  const words = own ?? ENGLISH;
  const language = own ? file.language : words.language;
  const player = new Player(await file.read(file.language));
  const { chronology, story } = player;
  const localize = createLocalize(words.language, story.language);
  const items = render(EventItems, { props: { chronology, words, localize, whole: true } });
  const { head, body } = render(App, {
    props: {
      player,
      words,
      // Without the marks that Svelte would hydrate them by.
      written: items.body.replace(/<!--.*?-->/g, ''),
      grounds: bundledGrounds,
      layout,
      languages: languagesOf(file),
      onshare: () => Promise.resolve(),
    },
  });
  const { direction, unready, momentNotShown } = words;
  return { head, body, language, direction, unready, momentNotShown };
};
