import { flushSync, hydrate, mount } from 'svelte';
import { readGrounds } from '../../map/basemap/ground-data.ts';
import { whenNear } from '../../map/maplibre/when-near.ts';
import type { Arrange } from '../../map/inset/inset-arrangement.ts';
import { Player } from '../../player/player.svelte.ts';
import type { Story } from '../../story/story.ts';
import { createLocalize, type Localize } from '../../story/text.ts';
import { applyAddress, formatAddress } from '../url/address.ts';
import { startAppearance } from '../url/appearance.ts';
import type { applyClip } from '../url/clip.ts';
import { isMotionReduced } from '../url/display-settings.ts';
import { keepKeys } from '../keys/early-keys.ts';
import type { Parameters } from '../url/parameters.ts';
import '../url/parameters.css';
import { showShare } from '../share/show-share.ts';
import MapRegion from './MapRegion.svelte';
import App from './App.svelte';
import './theme.css';
import { yieldToMain } from './yield-to-main.ts';
import type { LANGUAGES } from '../words/languages.ts';
import type { Words } from '../words/words.ts';

export interface PageStart {
  readonly target: HTMLElement;
  /** The language that the server wrote the page in. */
  readonly own: string;
  readonly story: Story;
  readonly words: Words;
  readonly parameters: Parameters;
  readonly languages: readonly (typeof LANGUAGES)[number][];
  /** The page's HTML is in another language and gives way. */
  readonly anew: boolean;
  /** Loaded only where the address names a clip: its parser of dates has 3 kB. */
  readonly applyClip: typeof applyClip | null;
  /** Where a frame gives the map its height. */
  readonly arrange: Arrange | undefined;
  /** Puts every text back that a translator has replaced: what is hydrated must be as it was written. */
  readonly restore: () => void;
}

/** A page that answers, as whoever has opened it may go on with it: a frame's host, for one. */
export interface OpenPage {
  readonly player: Player;
  readonly words: Words;
  readonly localize: Localize;
  readonly parameters: Parameters;
  readonly applyAddress: typeof applyAddress;
  readonly formatAddress: typeof formatAddress;
}

/**
 * Shows a story in an element of a page of its own, and keeps the page's address in step with it: story,
 * slider, map and the rest each in a turn of the main thread, so that the slider need not wait for the map.
 */
export async function startPage(start: PageStart): Promise<OpenPage> {
  const { target, own, story, words, parameters, languages, anew, arrange, restore } = start;
  const root = document.documentElement;
  const player = new Player(story);
  await yieldToMain();
  startAppearance(document, parameters);
  const still = isMotionReduced(parameters.motion);
  const localize = createLocalize(words.language, story.language);
  const page = {
    target,
    props: {
      player,
      words,
      still,
      languages,
      addressIn: (tag: string) => formatLanguageAddress(player, tag),
      onshare: () => void showShare({ player, words, localize, languages, own }),
      onrest: followAddress,
    },
  };
  const grounds = readGrounds(target);
  if (anew) {
    for (const element of [root, target]) {
      element.lang = words.language;
      element.dir = words.direction;
    }
    document.title = localize(story.title).text;
    // Known by its address in its own language; made anew, by that of another.
    const canonical = document.querySelector<HTMLLinkElement>('[rel="canonical"]');
    if (canonical) canonical.href += `?lang=${words.language}`;
    target.replaceChildren();
    mount(App, page);
  } else {
    restore();
    hydrate(App, page);
  }
  flushSync();
  // Made anew, nothing may come a frame later and push the rest down.
  if (!anew) await yieldToMain();
  // Only now, because what the server has written shows the opening; and slider and map go on from it together.
  start.applyClip?.(player, parameters);
  applyAddress(player, parameters);
  const stage = target.querySelector('[data-part="map"]');
  const map = { player, words, localize, grounds, still, arrange };
  restore();
  if (stage) (anew ? mount : hydrate)(MapRegion, { target: stage, props: map });
  flushSync();
  const reading = { player, words, localize, parameters };
  const begin = async (): Promise<void> => {
    const parts = await import('./panels.ts');
    await parts.startReading(target, { ...reading, restore }, takeKeys());
    root.dataset['parley'] = 'ready';
  };
  let begun: Promise<void> | undefined;
  /** Where they cannot be fetched, they stay as they are written, to be read. */
  const beginOnce = (): void => void (begun ??= begin().catch(() => undefined));
  const takeKeys = keepKeys(target, beginOnce);
  // The second time round, so that the map, which waits as well, has asked for what it needs.
  whenNear(target, () => whenNear(target, beginOnce));
  return { player, words, localize, parameters, applyAddress, formatAddress };
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
