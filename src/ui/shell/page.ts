import { flushSync, hydrate, mount } from 'svelte';
import { readGrounds } from '../../map/basemap/ground-data.ts';
import { Player } from '../../player/player.svelte.ts';
import type { StoryFile } from '../../story/story-file.ts';
import type { Story } from '../../story/story.ts';
import { createLocalize, type Localize } from '../../story/text.ts';
import { openShare } from '../share/show-share.ts';
import { formatAddress, readAddress } from '../url/address.ts';
import { readFrameOptions } from '../frame/frame-options.ts';
import { hasWishes, readOptions } from '../url/options.ts';
import { chooseLanguage, languagesOf } from '../words/choose-language.ts';
import { LANGUAGES, loadWords } from '../words/languages.ts';
import type { Words } from '../words/words.ts';
import App from './App.svelte';
import { loadUntilThere } from './load-until-there.ts';
import { watchReplacedTexts } from './replaced-texts.ts';
import './theme.css';
import { yieldToMain } from './yield-to-main.ts';

/** A page that answers, as whoever has opened it may go on with it: a frame's host, for one. */
export interface OpenPage {
  readonly player: Player;
  readonly words: Words;
  readonly localize: Localize;
  readonly readAddress: typeof readAddress;
  readonly formatAddress: typeof formatAddress;
}

/** What the page says and tells, in one language. */
interface Content {
  readonly story: Story;
  readonly words: Words;
}

/**
 * Brings a page to life that the server render has written: in its own language as it stands there, in another one anew.
 * Resolves when the page answers. What cannot be fetched is asked for again at the reader's next gesture; until then the
 * page stays as it is, to be read, and says so.
 */
export async function openPage(file: StoryFile, layout: 'page' | 'frame'): Promise<OpenPage> {
  const target = document.querySelector<HTMLElement>('#parley');
  if (!target) throw new Error('There is no element #parley to open the page in.');
  const root = document.documentElement;
  const { search } = location;
  const own = target.lang || root.lang;
  const options = readOptions(search, root);
  const { restore } = watchReplacedTexts(document.body);
  // The first date takes Intl thirty times as long as any later one: best while the network is waited for.
  setTimeout(Intl.DateTimeFormat);

  const load = async (language: string): Promise<Content> => {
    const [words, story] = await Promise.all([
      loadWords(language),
      // What the server has written is in the story's own language, whatever the interface's is.
      file.read((language !== own && chooseLanguage(language, file.languages)) || file.language),
    ]);
    if (!words) throw new Error(`The interface has no words in ${language}.`);
    return { words, story };
  };
  const asked = chooseLanguage(
    options.language,
    LANGUAGES.map(({ tag }) => tag),
  );
  const wishes = hasWishes(search)
    ? import('../url/wishes.ts').then(({ startWishes }) => startWishes(search)).catch(() => null)
    : null;
  const { story, words } = await load(asked ?? own).catch(() =>
    loadUntilThere(
      () => load(own),
      () => (root.dataset['parley'] = 'failed'),
    ),
  );
  const prepare = await wishes;

  const anew = words.language !== own;
  const player = new Player(story);
  const localize = createLocalize(words.language, story.language);
  const languages = languagesOf(file);
  const page = {
    target,
    props: {
      player,
      words,
      layout,
      languages,
      grounds: readGrounds(target),
      still: options.still,
      keyboard: options.keyboard,
      controls: options.controls,
      opened: readFrameOptions(search).list,
      onlanguage: (tag: string) => changeLanguage(tag, player),
      onshare: () => openShare({ player, words, localize, languages, own }),
      onrest: followAddress,
    },
  };
  restore();
  if (anew) {
    showLanguage(words, localize(story.title).text);
    target.replaceChildren();
    mount(App, page);
  } else {
    hydrate(App, page);
  }
  flushSync();
  // Only now, because what the server has written shows the opening.
  prepare?.(player);
  readAddress(player, new URLSearchParams(search));
  flushSync();
  // The panel follows in a task of its own.
  await yieldToMain();
  root.dataset['parley'] = 'ready';
  return { player, words, localize, readAddress, formatAddress };
}

/** Known by its address in its own language, the page is known by that of another when it is made anew in that. */
function showLanguage({ language, direction }: Words, title: string): void {
  const root = document.documentElement;
  root.lang = language;
  root.dir = direction;
  document.title = title;
  const canonical = document.querySelector<HTMLLinkElement>('[rel="canonical"]');
  if (canonical) canonical.href += `?lang=${language}`;
}

/** No new entry in the history: going back leaves the page, as the reader expects. */
function followAddress(query: string): void {
  if (query === new URLSearchParams(location.search).toString()) return;
  const address = `${location.pathname}${query && `?${query}`}${location.hash}`;
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // Some frames may not write their address, and browsers refuse too many writes: it just stays behind.
  }
}

/** The same view in another language, in the place of this page in the history. */
function changeLanguage(tag: string, player: Player): void {
  const query = new URLSearchParams(formatAddress(player, player, location.search));
  query.set('lang', tag);
  location.replace(`?${query}${location.hash}`);
}
