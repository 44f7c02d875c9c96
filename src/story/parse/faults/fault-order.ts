import type { Path } from './fault.ts';
import { isRecord } from './raw.ts';

/** The position of each key of a path in its object. A missing key comes first. */
function ranksOf(path: Path, json: unknown, orders: Map<unknown, Map<string, number>>): number[] {
  let value = json;
  return path.map((key) => {
    if (typeof key === 'number') {
      value = Array.isArray(value) ? value[key] : undefined;
      return key;
    }
    if (!isRecord(value)) return -1;
    let order = orders.get(value);
    if (order === undefined) {
      order = new Map(Object.keys(value).map((name, index) => [name, index]));
      orders.set(value, order);
    }
    value = Object.hasOwn(value, key) ? value[key] : undefined;
    return order.get(key) ?? -1;
  });
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Sorts faults or warnings by their position in the file. */
export function inFileOrder<T extends { readonly path: Path }>(
  faults: readonly T[],
  json: unknown,
): readonly T[] {
  const orders = new Map<unknown, Map<string, number>>();
  return faults
    .map((fault) => ({ fault, ranks: ranksOf(fault.path, json, orders) }))
    .sort((a, b) => compare(a.ranks, b.ranks))
    .map(({ fault }) => fault);
}
