import { mount, unmount } from 'svelte';
import AddressDialog from './AddressDialog.svelte';
import type { Words } from '../words/words.ts';

/** Shows the address of a link that cannot be opened, in a dialog that is removed when it is closed. */
export function showAddress(words: Words, address: string): void {
  const dialog = mount(AddressDialog, {
    target: document.body,
    props: { words, address, onclose: () => void unmount(dialog) },
  });
}
