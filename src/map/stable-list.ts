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
  const keepList = createListKeeper<T>();
  let known = new Map<string, T>();
  return (items) => {
    const next = new Map<string, T>();
    for (const item of items) {
      const id = idOf(item);
      const before = known.get(id);
      next.set(id, before !== undefined && isSame(before, item) ? before : item);
    }
    known = next;
    return keepList([...next.values()]);
  };
}

/** The same for a list whose items are what they are. */
export function createListKeeper<T>(): (items: readonly T[]) => readonly T[] {
  let last: readonly T[] = [];
  return (items) => {
    if (!isSameList(last, items)) last = items;
    return last;
  };
}
