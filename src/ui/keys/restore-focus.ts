import { flushSync } from 'svelte';

/**
 * Makes a change that may take away the element with the focus. The focus then goes to `home`, in which it stood:
 * on nothing at all, the keys would do nothing and Tab would begin anew.
 */
export function restoreFocus(home: HTMLElement | undefined, change: () => void): void {
  const inside = home?.matches(':focus-within');
  change();
  if (!home || !inside) return;
  flushSync();
  if (home.matches(':focus-within')) return;
  // Only for now: a click on its text is to leave the focus where it is.
  home.tabIndex = -1;
  home.addEventListener('blur', () => home.removeAttribute('tabindex'), { once: true });
  home.focus({ preventScroll: true });
}
