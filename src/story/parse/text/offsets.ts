import { stringEnd } from './depth.ts';
import type { Path } from '../faults/fault.ts';

/** A place in a text whose offset is asked for, and the places inside it. */
interface Wanted {
  /** Where its value begins; null while it is not found. */
  value: number | null;
  /** Where its key begins; null for an entry of a list. */
  key: number | null;
  readonly inside: Map<string | number, Wanted>;
}

interface Level {
  readonly wanted: Wanted | undefined;
  readonly isList: boolean;
  /** The place of the entry that is being read, if it is wanted. */
  entry: Wanted | undefined;
  index: number;
}

const createWanted = (): Wanted => ({ value: null, key: null, inside: new Map() });

function skipSpace(text: string, from: number): number {
  let index = from;
  while (index < text.length && /\s/.test(text[index] ?? '')) index += 1;
  return index;
}

/** Of two equal keys the second counts, as for `JSON.parse`. What was found in the first is forgotten. */
function forget(wanted: Wanted): void {
  wanted.value = null;
  wanted.inside.forEach(forget);
}

/** Notes where the entry of a list begins. */
function readItem(level: Level, text: string, after: number): void {
  level.entry = level.wanted?.inside.get(level.index);
  const value = skipSpace(text, after);
  if (level.entry !== undefined && text[value] !== ']') level.entry.value = value;
}

/** Notes where a key and its value begin. */
function readKey(level: Level, text: string, start: number, end: number): void {
  level.entry = undefined;
  if (level.wanted === undefined || level.wanted.inside.size === 0) return;
  level.entry = level.wanted.inside.get(JSON.parse(text.slice(start, end)) as string);
  if (level.entry === undefined) return;
  forget(level.entry);
  level.entry.key = start;
  level.entry.value = skipSpace(text, skipSpace(text, end) + 1);
}

/**
 * Finds the offsets of a few places in a well-formed text, in one pass and without a tree of the whole text: a file may
 * have millions of values, and one fault. No recursion.
 */
function find(text: string, root: Wanted): void {
  const levels: Level[] = [];
  const token = /["[\]{},]/g;
  let keyNext = false;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const level = levels.at(-1);
    const [sign] = match;
    if (sign === '"') {
      const end = stringEnd(text, match.index);
      token.lastIndex = end;
      if (keyNext && level) readKey(level, text, match.index, end);
      keyNext = false;
    } else if (sign === '{' || sign === '[') {
      const isList = sign === '[';
      const wanted = level === undefined ? root : level.entry;
      const inner: Level = { wanted, isList, entry: undefined, index: 0 };
      levels.push(inner);
      if (isList) readItem(inner, text, match.index + 1);
      keyNext = !isList;
    } else if (sign === ',' && level) {
      level.index += 1;
      if (level.isList) readItem(level, text, match.index + 1);
      keyNext = !level.isList;
    } else {
      levels.pop();
      keyNext = false;
    }
  }
}

/** Where the value at a path begins and, for the last key of the path, where that key begins. */
export interface Offsets {
  /** Of the longest part of the path that exists. */
  readonly value: number;
  /** Null if the path ends in a list, or its last key does not exist. */
  readonly key: number | null;
}

/** The offsets of each path in a well-formed text. */
export function offsetsOf(text: string, paths: readonly Path[]): readonly Offsets[] {
  const root = createWanted();
  root.value = skipSpace(text, 0);
  const trails = paths.map((path) => {
    const trail = [root];
    for (const key of path) {
      const inside = trail.at(-1)?.inside ?? root.inside;
      const wanted = inside.get(key) ?? createWanted();
      inside.set(key, wanted);
      trail.push(wanted);
    }
    return trail;
  });
  find(text, root);
  return trails.map((trail) => ({
    value: trail.findLast(({ value }) => value !== null)?.value ?? 0,
    key: trail.at(-1)?.key ?? null,
  }));
}
