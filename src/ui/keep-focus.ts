import { flushSync } from 'svelte';

/**
 * Makes a change that may take away the element with the focus. The focus then goes to `home`, in which it stood:
 * on nothing at all, the keys would do nothing and Tab would begin anew.
 */
export function keepFocus(home: HTMLElement | undefined, change: () => void): void {
  const inside = home?.matches(':focus-within');
  change();
  if (!inside) return;
  flushSync();
  if (!home?.matches(':focus-within')) home?.focus({ preventScroll: true });
}
