/** The first of so many indices for which something holds that holds for all after it; how many there are, if for none. */
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

/** How many entries of a list that is sorted upwards are not greater than a value. */
export const countUpTo = (sorted: ArrayLike<number>, value: number): number =>
  binarySearch(sorted.length, (index) => !((sorted[index] ?? Infinity) <= value));
