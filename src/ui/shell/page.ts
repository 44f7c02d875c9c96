import { flushSync, hydrate, mount, type ComponentProps } from 'svelte';
import { readGrounds } from '../../map/basemap/ground-data.ts';
import { loadUntilThere } from '../../map/load-until-there.ts';
import { Player } from '../../player/player.svelte.ts';
import type { Story } from '../../story/story.ts';
import { createLocalize, type Localize } from '../../story/text.ts';
import { loadExtras } from '../event/extras.ts';
import { showShare } from '../share/show-share.ts';
import { applyAddress, formatAddress } from '../url/address.ts';
import type { applyClip } from '../url/clip.ts';
import { startAppearance } from '../url/appearance.ts';
import { applyDisplaySettings, isMotionReduced, opensElsewhere } from '../url/display-settings.ts';
import '../runtime/asked.css';
import type { StoryFailure } from '../runtime/open-story.ts';
import '../url/parameters.css';
import { PARAMETERS, type Parameters } from '../url/parameters.ts';
import {
  chooseLanguages,
  languageOfPage,
  languagesOf,
  wordsBeside,
  type ChosenLanguages,
} from '../words/choose-language.ts';
import { loadKnownWords } from '../words/languages.ts';
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

/** What only a frame brings. */
interface FrameParts extends Pick<ComponentProps<typeof App>, 'Line'> {
  /** Told each time that the story which the address names cannot be shown. */
  readonly onfail?: (failure: StoryFailure) => void;
}

/** What the page says and tells, in one language. */
interface Content extends ChosenLanguages {
  readonly story: Story;
  readonly words: Words;
  /** Null where its script could not be fetched; undefined where the address names no clip. */
  readonly applyClip: typeof applyClip | null | undefined;
}

/**
 * Brings a page to life that the server render has written: in its own language as it stands there, in another one anew.
 * Resolves when the page answers. What cannot be fetched is asked for again at the reader's next gesture; until then the
 * page stays as it is, to be read, and says so. Where the address names a story, that one is loaded and shown instead.
 */
export async function openPage(
  layout: 'page' | 'frame',
  parameters: Parameters,
  { Line, onfail = () => undefined }: FrameParts = {},
): Promise<OpenPage> {
  const { story: asked } = parameters;
  const target = document.querySelector<HTMLElement>('#parley');
  if (!target) throw new Error('There is no element #parley to open the page in.');
  const built = storyOfPage(document);
  const root = document.documentElement;
  // The words that the server has written. Not from `<html lang>`, which a translating proxy changes.
  const own = target.dataset['language'] ?? '';
  // The head script may be lost.
  if (!root.dataset['motion']) {
    applyDisplaySettings(root, parameters);
    if (opensElsewhere(location.search)) root.dataset['elsewhere'] = '';
  }
  startAppearance(document, parameters);
  warnOfUnknown();
  const { file, grounds } = asked
    ? await loadUntilThere(
        () => import('../runtime/open-story.ts'),
        () => (root.dataset['parley'] = 'failed'),
      ).then(({ openStory }) => {
        const language = parameters.lang ?? (own || built.file.language);
        return openStory({ asked, target, onfail, ...built, language });
      })
    : { ...built, grounds: readGrounds(target) };
  const { restore } = watchReplacedTexts(document.body);
  // The first date takes Intl thirty times as long as any later one: best while the network is waited for.
  setTimeout(Intl.DateTimeFormat);

  const load = async ({ spoken, told }: ChosenLanguages): Promise<Content> => {
    const [words, story, applyClip] = await Promise.all([
      loadKnownWords(spoken),
      file.read(told),
      // Its parser of dates has 3 kB, and few addresses name a clip.
      parameters.start || parameters.end
        ? import('../url/clip.ts').then((clip) => clip.applyClip).catch(() => null)
        : undefined,
      asked || built.extras ? loadExtras() : undefined,
    ]);
    return { spoken, told, words: wordsBeside(words, told), story, applyClip };
  };
  const wanted = chooseLanguages(parameters.lang, file, navigator.languages);
  const { spoken, told, story, words, applyClip } = await load(wanted).catch(() =>
    loadUntilThere(
      () => load({ spoken: own || wanted.spoken, told: file.language }),
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
    Line,
    languages,
    grounds,
    still: isMotionReduced(parameters.motion),
    keyboard: parameters.keyboard,
    controls: parameters.controls,
    opened: parameters.list,
    addressIn: (tag: string) => formatLanguageAddress(player, tag),
    onshare: () => showShare({ player, words, localize, languages, own: file.language, asked }),
    // Where the language that was asked for could not be fetched, the page is in its own.
    incomplete: spoken !== wanted.spoken || told !== wanted.told || applyClip === null,
    onrest: (query: string) => {
      if (query !== opened || location.search !== search) followAddress(query);
    },
  };
  restore();
  // The server has written the story's own language.
  if (!asked && spoken === own && told === file.language) {
    hydrateOrMount(target, props);
  } else {
    const tag = languageOfPage(words, told);
    showLanguage(words, localize(story.title).text, {
      ...(asked ? { story: asked } : {}),
      ...(tag === file.language ? {} : { lang: tag }),
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

/** Warns of parameters that nobody reads. What words the warning is fetched only where there may be one, and may fail. */
function warnOfUnknown(): void {
  const { search } = location;
  const names = [...new URLSearchParams(search).keys()];
  if (names.every((name) => name in PARAMETERS || /^utm|clid$/.test(name))) return;
  void import('../url/unknown-parameters.ts')
    .then(({ warnOfUnknownParameters }) => warnOfUnknownParameters(search))
    .catch(() => undefined);
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

/**
 * Known by its address in its own language, the page is known by that of another when it is made anew in that, and by that
 * of another story. `query`: the parameters that say so.
 */
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
  const search = new URLSearchParams(query).toString();
  if (canonical && search) canonical.href += `?${search}`;
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
