import { describeValue, isRecord, quoted } from '../../parse/faults/raw.ts';
import type { Loss } from '../format.ts';

/** Where a reader writes down what the story does not hold. */
export type Losses = Loss[];

/**
 * An object of a file, read key by key. It knows which keys were read, so that `leave` can tell all others: a key
 * that a reader does not know is never dropped in silence.
 */
export interface Reading {
  /** Where the object stands, in the words of the format: `slide 3`. */
  readonly where: string;
  /** Takes a value, whatever it is; undefined if there is none, or if it was taken before. */
  take(key: string): unknown;
  /** Takes the first text or number that one of the keys has. The others stay, and are told if nobody takes them. */
  text(...keys: readonly string[]): string;
  /** Takes an object; null if there is none. `leave` of the outer reading leaves the inner one too. */
  inner(key: string): Reading | null;
  /** Takes a list; empty if there is none. */
  list(key: string): readonly unknown[];
  /** Tells every key that nobody took, once. To be called when the object has been read. */
  leave(): void;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

const describePlain = (value: unknown): string =>
  typeof value === 'string' ? quoted(value) : isPlain(value) ? String(value) : describeValue(value);

/** A list of plain values by its length and its first values. */
const describeList = (list: readonly unknown[]): string =>
  `${list.length}: ${list.slice(0, 4).map(describePlain).join(', ')}${list.length > 4 ? ', …' : ''}`;

/** Pushes a loss for each value in a value, with its path. A list of plain values has one loss, an empty text none. */
export function tellLost(value: unknown, path: string, where: string, losses: Losses): void {
  if (isEmpty(value)) return;
  if (isRecord(value) && Object.keys(value).length > 0) {
    for (const [key, one] of Object.entries(value)) {
      tellLost(one, path === '' ? key : `${path}.${key}`, where, losses);
    }
    return;
  }
  if (Array.isArray(value) && value.some((one) => isRecord(one))) {
    value.forEach((one: unknown, index) => {
      tellLost(one, `${path}[${index}]`, where, losses);
    });
    return;
  }
  const shown = Array.isArray(value) ? describeList(value) : describePlain(value);
  losses.push({ where, message: `${path} is not carried over (${shown}).` });
}

/** Begins to read an object. `where` names it in losses, and `prefix` stands before its keys there. */
export function read(value: unknown, where: string, losses: Losses, prefix = ''): Reading {
  const record = isRecord(value) ? value : {};
  const taken = new Set<string>();
  const inners: Reading[] = [];
  if (!isRecord(value) && !isEmpty(value))
    tellLost(value, prefix.slice(0, -1) || 'a value', where, losses);
  const own = (key: string): unknown => (Object.hasOwn(record, key) ? record[key] : undefined);
  const take = (key: string): unknown => {
    const value = taken.has(key) ? undefined : own(key);
    taken.add(key);
    return value;
  };
  return {
    where,
    take,
    text(...keys) {
      for (const key of keys) {
        const value = own(key);
        const isWord = typeof value === 'string' || typeof value === 'number';
        if (!isWord || taken.has(key) || isEmpty(value)) continue;
        taken.add(key);
        return String(value).trim();
      }
      return '';
    },
    inner(key) {
      if (!isRecord(own(key)) || taken.has(key)) return null;
      const inner = read(take(key), where, losses, `${prefix}${key}.`);
      inners.push(inner);
      return inner;
    },
    list(key) {
      const value = own(key);
      if (!Array.isArray(value) || taken.has(key)) return [];
      taken.add(key);
      return value;
    },
    leave() {
      for (const inner of inners) inner.leave();
      for (const [key, one] of Object.entries(record)) {
        if (!taken.has(key)) tellLost(one, `${prefix}${key}`, where, losses);
        taken.add(key);
      }
    },
  };
}
