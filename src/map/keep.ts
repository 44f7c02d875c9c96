import { isSameList } from '../scene/same.ts';

/**
 * Makes a function that remembers a list: whatever says the same as the time before stays the very same
 * object, and a list in which nothing has changed the same list. Who draws an item that stayed draws
 * nothing, so the cost of a change is that of what changed. Only identity is remembered, never a value.
 */
export function createKeeper<T>(
  idOf: (item: T) => string,
  isSame: (a: T, b: T) => boolean,
): (items: readonly T[]) => readonly T[] {
  let last: readonly T[] = [];
  return (items) => {
    const known = new Map(last.map((item) => [idOf(item), item]));
    const next = items.map((item) => {
      const before = known.get(idOf(item));
      return before !== undefined && isSame(before, item) ? before : item;
    });
    if (!isSameList(last, next)) last = next;
    return last;
  };
}
