import { mount, unmount, type ComponentProps } from 'svelte';
import Help from './Help.svelte';

/** Opens the list of keys beside the page's article, in its shadow root too, and removes it when it is closed. */
export function openHelp(
  article: HTMLElement,
  { words, bindings }: Omit<ComponentProps<typeof Help>, 'onclose'>,
): void {
  const target = article.parentElement;
  if (!target || target.querySelector('#help')) return;
  const dialog = mount(Help, {
    target,
    props: { words, bindings, onclose: () => void unmount(dialog) },
  });
}
