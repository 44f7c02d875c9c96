import { belongsTo } from './keys.ts';

/** Keys with a name that a field, a dialog or a list may use. Tab and the function keys are not among them. */
const USABLE = /^(.|Arrow.*|Page.*|Home|End|Enter|Escape|Backspace|Delete)$/u;

/**
 * A host page's listener at the document sees the shadow root's element, and not what has the focus in it, so it cannot
 * know that a key is used there. This stops every key that the map uses at the shadow root, from its press to its
 * release. All other keys go on.
 */
export function keepKeys(root: ShadowRoot): void {
  /** Places of the keys that are held down and used. */
  const held = new Set<string>();
  let usedBefore = false;
  root.addEventListener('keydown', ({ defaultPrevented }) => void (usedBefore = defaultPrevented), {
    capture: true,
  });
  listen(root, 'keydown', (event) => {
    const usedHere = event.defaultPrevented && !usedBefore;
    if (!usedHere && !isUsedByFocus(event, root)) return void held.delete(event.code);
    held.add(event.code);
    event.stopPropagation();
  });
  listen(root, 'keypress', (event) => {
    if (held.has(event.code)) event.stopPropagation();
  });
  listen(root, 'keyup', (event) => {
    if (held.delete(event.code)) event.stopPropagation();
  });
}

function listen(
  root: ShadowRoot,
  type: 'keydown' | 'keypress' | 'keyup',
  listener: (event: KeyboardEvent) => void,
): void {
  root.addEventListener(type, (event) => listener(event as KeyboardEvent));
}

/** Whether the browser itself answers the key, for the element that has the focus or for what it lies in. */
function isUsedByFocus(event: KeyboardEvent, root: ShadowRoot): boolean {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || !USABLE.test(key)) return false;
  if (!(target instanceof Element)) return false;
  if (key === 'Escape' && root.querySelector(':popover-open')) return true;
  if (key === 'Enter' && target.closest('button, a, summary')) return true;
  if (/^(Arrow(Up|Down)|Page.*)$/.test(key) && isInScroller(target)) return true;
  return belongsTo(target, key);
}

function isInScroller(element: Element): boolean {
  for (let box: Element | null = element; box; box = box.parentElement) {
    const isScroller = box.scrollHeight > box.clientHeight && box.clientHeight > 0;
    if (isScroller && /auto|scroll/.test(getComputedStyle(box).overflowY)) return true;
  }
  return false;
}
