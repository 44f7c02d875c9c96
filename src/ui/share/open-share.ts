import { mount, unmount } from 'svelte';
import type { Player } from '../../player/player.svelte.ts';
import { describeDate } from '../../scene/describe.ts';
import type { Localize } from '../../story/text.ts';
import { formatAddress } from '../url/address.ts';
import ShareDialog from './ShareDialog.svelte';
import { languageOfPage, type LanguageChoice } from '../words/choose-language.ts';
import type { Words } from '../words/words.ts';

/** Input of the dialog: the present state of the page. */
export interface ShareStart {
  readonly player: Player;
  readonly words: Words;
  readonly localize: Localize;
  readonly languages: readonly LanguageChoice[];
  /** The page's own language. */
  readonly own: string;
  /** The address of the story, where the page's own address names one. */
  readonly asked: string | null;
}

/** Creates and opens the dialog, and removes it when it is closed. There is never a second one. */
export function openShare({ player, words, localize, languages, own, asked }: ShareStart): void {
  if (document.querySelector('#share')) return;
  const { story, scene } = player;
  const dialog = mount(ShareDialog, {
    target: document.body,
    props: {
      ...{ words, languages, own, asked, current: languageOfPage(words, story.language) },
      page: pageOf(document),
      title: words.mapOf(localize(story.title).text),
      query: formatAddress(player, player, ''),
      moment: describeDate(scene, words),
      onclose: () => void unmount(dialog),
    },
  });
}

/** The folder of the page's own address, even if the page is in a frame or has a query. */
function pageOf(document: Document): string {
  const canonical = document.querySelector<HTMLLinkElement>('[rel="canonical"]');
  return new URL('.', canonical?.href ?? document.baseURI).href;
}
