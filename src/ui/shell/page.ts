import { flushSync, hydrate, mount, type ComponentProps } from 'svelte';
import { readGrounds } from '../../map/basemap/ground-data.ts';
import { loadUntilThere } from '../../map/load-until-there.ts';
import { Player } from '../../player/player.svelte.ts';
import type { Story } from '../../story/story.ts';
import { createLocalize, type Localize } from '../../story/text.ts';
import { showShare } from '../share/show-share.ts';
import { applyAddress, formatAddress } from '../url/address.ts';
import type { applyClip } from '../url/clip.ts';
import { startAppearance } from '../url/appearance.ts';
import { applyDisplaySettings, isMotionReduced, opensElsewhere } from '../url/display-settings.ts';
import '../runtime/asked.css';
import type { StoryFailure } from '../runtime/open-story.ts';
import '../url/parameters.css';
import type { Parameters } from '../url/parameters.ts';
import { chooseLanguages, languageOfPage, languagesOf } from '../words/choose-language.ts';
import { loadWords } from '../words/languages.ts';
import type { Words } from '../words/words.ts';
import App from './App.svelte';
import { watchReplacedTexts } from './replaced-texts.ts';
import { storyOfPage } from './story-of-page.ts';
import './theme.css';
import { yieldToMain } from './yield-to-main.ts';

/** A page that answers, as whoever has opened it may go on with it: a frame's host, for one. */
export interface OpenPage {
  readonly player: Player;
  readonly words: Words;
  readonly localize: Localize;
  readonly formatAddress: typeof formatAddress;
}

/** What the page says and tells, in one language. */
interface Content {
  readonly story: Story;
  readonly words: Words;
  /** Null where its script could not be fetched; undefined where the address names no clip. */
  readonly applyClip: typeof applyClip | null | undefined;
}

/**
 * Brings a page to life that the server render has written: in its own language as it stands there, in another one anew.
 * Resolves when the page answers. What cannot be fetched is asked for again at the reader's next gesture; until then the
 * page stays as it is, to be read, and says so. Where the address names a story, that one is loaded and shown instead; `onfail`
 * is told each time that it cannot be.
 */
export async function openPage(
  layout: 'page' | 'frame',
  parameters: Parameters,
  onfail: (failure: StoryFailure) => void = () => undefined,
): Promise<OpenPage> {
  const { story: asked } = parameters;
  const target = document.querySelector<HTMLElement>('#parley');
  if (!target) throw new Error('There is no element #parley to open the page in.');
  const built = storyOfPage(document);
  const root = document.documentElement;
  // The head script may be lost.
  if (!root.dataset['motion']) {
    applyDisplaySettings(root, parameters);
    if (opensElsewhere(location.search)) root.dataset['elsewhere'] = '';
  }
  startAppearance(document, parameters);
  // Not from `<html lang>`, which a translating proxy changes.
  const language = target.dataset['language'] ?? built.file.language;
  const { file, own, grounds } = asked
    ? await loadUntilThere(
        () => import('../runtime/open-story.ts'),
        () => (root.dataset['parley'] = 'failed'),
      ).then(({ openStory }) =>
        openStory({ asked, target, onfail, ...built, language: parameters.lang ?? language }),
      )
    : { ...built, own: language, grounds: readGrounds(target) };
  const { restore } = watchReplacedTexts(document.body);
  // The first date takes Intl thirty times as long as any later one: best while the network is waited for.
  setTimeout(Intl.DateTimeFormat);

  const load = async (spoken: string, told: string): Promise<Content> => {
    const [words, story, applyClip] = await Promise.all([
      loadWords(spoken),
      file.read(told),
      // Its parser of dates has 3 kB, and few addresses name a clip.
      parameters.start || parameters.end
        ? import('../url/clip.ts').then((clip) => clip.applyClip).catch(() => null)
        : undefined,
    ]);
    if (!words) throw new Error(`The interface has no words in ${spoken}.`);
    return { words, story, applyClip };
  };
  const { spoken, told } = chooseLanguages(parameters.lang, file, own);
  const { story, words, applyClip } = await load(spoken, told).catch(() =>
    loadUntilThere(
      () => load(own, file.language),
      () => (root.dataset['parley'] = 'failed'),
    ),
  );

  // The address as it was asked for stays until the reader moves: `t=2018-06` does not become a day.
  const { search } = location;
  let opened = '';
  const player = new Player(story);
  const localize = createLocalize(words.language, story.language);
  const languages = languagesOf(file);
  const props = {
    player,
    words,
    layout,
    languages,
    grounds,
    still: isMotionReduced(parameters.motion),
    keyboard: parameters.keyboard,
    controls: parameters.controls,
    opened: parameters.list,
    addressIn: (tag: string) => formatLanguageAddress(player, tag),
    onshare: () => showShare({ player, words, localize, languages, own, asked }),
    // Where the language that was asked for could not be fetched, the page is in its own.
    incomplete: spoken !== words.language || told !== story.language || applyClip === null,
    onrest: (query: string) => {
      if (query !== opened || location.search !== search) followAddress(query);
    },
  };
  restore();
  const isOwn = words.language === own && story.language === file.language;
  // The server has written the story's own language.
  if (isOwn && !asked) {
    hydrateOrMount(target, props);
  } else {
    showLanguage(words, localize(story.title).text, {
      ...(asked ? { story: asked } : {}),
      ...(isOwn ? {} : { lang: languageOfPage(words, story.language) }),
    });
    target.replaceChildren();
    mount(App, { target, props });
  }
  // Only now, because what the server has written shows the opening; and before the first effects, so that nobody is told
  // of a change.
  applyClip?.(player, parameters);
  applyAddress(player, parameters);
  opened = formatAddress(player, player, search);
  flushSync();
  // The panel follows in a task of its own.
  await yieldToMain();
  root.dataset['parley'] = 'ready';
  return { player, words, localize, formatAddress };
}

/**
 * Takes over what the server has written. Where it has been changed so that Svelte cannot, the page is made anew; Svelte
 * says so on the console.
 */
function hydrateOrMount(target: HTMLElement, props: ComponentProps<typeof App>): void {
  try {
    // The list's items stay as they stand there.
    hydrate(App, { target, props: { ...props, written: ' ' }, recover: false });
  } catch {
    target.replaceChildren();
    mount(App, { target, props });
  }
}

/** Known by its address in its own language, the page is known by that of another when it is made anew in that. */
function showLanguage(
  { language, direction }: Words,
  title: string,
  query: Readonly<Record<string, string>>,
): void {
  const root = document.documentElement;
  root.lang = language;
  root.dir = direction;
  document.title = title;
  const canonical = document.querySelector<HTMLLinkElement>('[rel="canonical"]');
  if (canonical) canonical.href += `?${new URLSearchParams(query)}`;
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

/** The moment that is shown, in another language. The page's own address lags behind while the story plays. */
function formatLanguageAddress(player: Player, tag: string): string {
  const query = new URLSearchParams(formatAddress(player, player, location.search));
  query.set('lang', tag);
  return `?${query}${location.hash}`;
}
