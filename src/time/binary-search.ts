/**
 * Binary search: the smallest index below `length` for which `holds` is true; `length` if there is none.
 * Where `holds` is true for an index, it must be true for all later ones.
 */
export function binarySearch(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many entries of a list in ascending order are at most `value`. */
export const countUpTo = (sorted: ArrayLike<number>, value: number): number =>
  binarySearch(sorted.length, (index) => !((sorted[index] ?? Infinity) <= value));
