import { flushSync } from 'svelte';

/**
 * Makes a change that may remove the focused element. If it was inside `home`, `home` gets the focus. Without this the
 * page would lose the focus: its keys would not work, and Tab would start at the beginning.
 */
export function restoreFocus(home: HTMLElement | undefined, change: () => void): void {
  const inside = home?.matches(':focus-within');
  change();
  if (!home || !inside) return;
  flushSync();
  if (home.matches(':focus-within')) return;
  // Removed on blur: otherwise a click on the text would move the focus here.
  home.tabIndex = -1;
  home.addEventListener('blur', () => home.removeAttribute('tabindex'), { once: true });
  home.focus({ preventScroll: true });
}
