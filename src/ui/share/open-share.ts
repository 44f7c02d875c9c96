import { mount, unmount } from 'svelte';
import type { Player } from '../../player/player.svelte.ts';
import { describeDate } from '../../scene/describe.ts';
import type { Localize } from '../../story/text.ts';
import { formatAddress } from '../url/address.ts';
import ShareDialog from './ShareDialog.svelte';
import type { Words } from '../words/words.ts';

/** What is shared: the page as it is now, in one of its languages. */
export interface ShareStart {
  readonly player: Player;
  readonly words: Words;
  readonly localize: Localize;
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  /** The language that the page is written in. */
  readonly own: string;
}

/** Opens the dialog anew, and takes it away when it has been closed. Once at a time. */
export function openShare({ player, words, localize, languages, own }: ShareStart): void {
  if (document.querySelector('#share')) return;
  const { story, scene } = player;
  const dialog = mount(ShareDialog, {
    target: document.body,
    props: {
      ...{ words, languages, own },
      page: pageOf(document),
      title: words.mapOf(localize(story.title).text),
      query: formatAddress(player, player, ''),
      moment: describeDate(scene, words),
      onclose: () => void unmount(dialog),
    },
  });
}

/** The folder of the page's own address, also where the page is shown in a frame, under another name or query. */
function pageOf(document: Document): string {
  const canonical = document.querySelector<HTMLLinkElement>('[rel="canonical"]');
  return new URL('.', canonical?.href ?? document.baseURI).href;
}
