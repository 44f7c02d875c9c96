import { mount, unmount, type Snippet } from 'svelte';
import type { Player } from '../../player/player.svelte.ts';
import { mediaAt } from '../../story/media-at.ts';
import type { Media, Story } from '../../story/story.ts';
import type { Localize, LocalizedText } from '../../story/text.ts';
import PictureDialog from './PictureDialog.svelte';
import styles from './picture-dialog.css?inline';
import type { Words } from '../words/words.ts';

/** What the pictures of a page are shown with. */
export interface PictureContext {
  readonly player: Player;
  readonly words: Words;
  readonly localize: Localize;
  /**
   * Renders a text with its paragraphs. Not imported here: the bundler would cut the page's script in two, with one request
   * and 0.7 kB more.
   */
  readonly paragraphs: Snippet<[LocalizedText]>;
}

/** The media of an event or a place. */
function mediaOf(story: Story, owner: string): readonly Media[] {
  const id = owner.slice(owner.indexOf(':') + 1);
  if (owner.startsWith('place:')) return mediaAt(story, id);
  return story.events.find((event) => event.id === id)?.media ?? [];
}

/** Adds the dialog's styles to a page or a shadow root once. As a sheet, because the page's policy lets in no style element. */
function addStyles(root: DocumentOrShadowRoot & Node): void {
  if (styled.has(root)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets.push(sheet);
  styled.add(root);
}
const styled = new WeakSet<Node>();

/**
 * Opens the picture of a link in a dialog beside the page's article, in its shadow root too, and removes the dialog when
 * it is closed. There is never a second one. The story is paused: playing would take the picture's card away.
 */
export function openPictures(
  link: HTMLElement,
  { player, words, localize, paragraphs }: PictureContext,
): void {
  const target = link.closest('article.parley')?.parentElement ?? document.body;
  if (target.querySelector('#pictures')) return;
  const owner = link.closest<HTMLElement>('[data-media]')?.dataset['media'] ?? '';
  const media = mediaOf(player.story, owner);
  const pressed = media[Number(link.dataset['picture'])];
  const pictures = media.filter(({ kind, shown }) => kind === 'image' && shown);
  const first = pictures.findIndex((picture) => picture === pressed);
  if (first < 0) return;
  player.pause();
  // Not every browser focuses a link that is clicked. The dialog gives the focus back to it.
  link.focus();
  addStyles(target.getRootNode() as Document | ShadowRoot);
  const dialog = mount(PictureDialog, {
    target,
    props: {
      ...{ pictures, first, words, localize, paragraphs },
      onclose: () => void unmount(dialog),
    },
  });
}
