import { mount } from 'svelte';
import { createGroundData } from '../map/data.ts';
import { Player } from '../player/player.svelte.ts';
import type { Story } from '../story/story.ts';
import { readAddress } from './address.ts';
import StoryMap from './StoryMap.svelte';
import { ENGLISH } from './words/en.ts';

/** Shows a story in an element of a page of its own, and keeps the page's address in step with it. */
export function startPage(target: Element | null, story: Story): void {
  if (!target) return;
  const player = new Player(story);
  readAddress(player, new URLSearchParams(location.search));
  mount(StoryMap, {
    target,
    props: { player, grounds: createGroundData(), words: ENGLISH, onrest: followAddress },
  });
  document.documentElement.dataset['parley'] = 'ready';
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
