import { mount } from 'svelte';
import { createGroundData } from '../map/data.ts';
import { Player } from '../player/player.svelte.ts';
import { formatFault } from '../story/fault.ts';
import { parseStory } from '../story/parse.ts';
import { readAddress } from './address.ts';
import StoryMap from './StoryMap.svelte';
import { ENGLISH } from './words.ts';

/** Shows a story in an element of a page of its own, and keeps the page's address in step with it. */
export function startPage(target: Element | null, text: string): void {
  if (!target) return;
  const answer = parseStory(text);
  if (!answer.ok) {
    target.textContent = answer.faults.map((fault) => formatFault(fault, 'story.json')).join('\n');
    return;
  }
  const player = new Player(answer.story);
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
  history.replaceState(history.state, '', query ? `?${query}` : location.pathname);
}
