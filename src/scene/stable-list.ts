/**
 * Returns lists whose items are the ones of the list before, where they are equal. Where all items are, it returns the
 * list before. What is derived from an item that has not changed is then not worked out again. In a story of 1,000 events
 * this saves 2.4 of 11.5 ms of each step of the slider; in the shipped one nothing that can be measured.
 */
export function createStableList<T>(
  keyOf: (item: T) => unknown,
): (items: readonly T[]) => readonly T[] {
  let list: readonly T[] = [];
  let known = new Map<unknown, T>();
  return (items) => {
    const kept = items.map((item) => {
      const before = known.get(keyOf(item));
      return before !== undefined && isEqual(before, item) ? before : item;
    });
    if (kept.length === list.length && kept.every((item, index) => item === list[index])) {
      return list;
    }
    list = kept;
    known = new Map(kept.map((item) => [keyOf(item), item]));
    return list;
  };
}

/** An item, the lists in it, and what is in those. Deeper lie parts of the story, and these are the same objects. */
const DEPTH = 3;

function isEqual(a: unknown, b: unknown, depth = DEPTH): boolean {
  if (Object.is(a, b)) return true;
  if (depth === 0 || typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isEqual(a[key as keyof typeof a], b[key as keyof typeof b], depth - 1))
  );
}
