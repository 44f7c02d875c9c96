import { render } from 'svelte/server';
import file from 'parley:story';
import { bundledGrounds } from './map/basemap/bundled-grounds.ts';
import { Player } from './player/player.svelte.ts';
import { createLocalize } from './story/text.ts';
import EventItems from './ui/list/EventItems.svelte';
import App from './ui/shell/App.svelte';
import { chooseLanguages, languagesOf, wordsBeside } from './ui/words/choose-language.ts';
import { loadKnownWords } from './ui/words/languages.ts';
import type { Words } from './ui/words/words.ts';

/** A page as HTML. */
export interface RenderedPage {
  readonly head: string;
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
}

export interface Prerender {
  readonly renderPage: (layout: 'page' | 'frame') => Promise<RenderedPage>;
}

/** The page at the story's opening, with the story's texts in its own language. */
export const renderPage: Prerender['renderPage'] = async (layout) => {
  const { spoken, told } = chooseLanguages(null, file);
  const words = wordsBeside(await loadKnownWords(spoken), told);
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
  return { head, body, spoken, language: words.language, direction, unready, momentNotShown };
};
