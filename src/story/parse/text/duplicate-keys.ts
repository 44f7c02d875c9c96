import { MAX_DEPTH, stringEnd, tooDeep } from './depth.ts';
import { MAX_FAULTS } from '../faults/fault.ts';
import type { Fault, Path } from '../faults/fault.ts';

interface Level {
  /** Keys seen so far, with their offsets; null in a list. */
  readonly keys: Map<string, number> | null;
  key: string | number;
}

/** Adds a key to its object. Returns the offset of the same key if the object had it already, else null. */
function repeatedAt(level: Level, key: string, offset: number): number | null {
  level.key = key;
  const first = level.keys?.get(key);
  if (first !== undefined) return first;
  level.keys?.set(key, offset);
  return null;
}

/** A key without its quotes. Few have an escape, and `JSON.parse` is slow for so short a text. */
const readKey = (quoted: string): string =>
  quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);

/** Where the first of two keys is: ` (first in line 5)`. Counting lines takes time, so only as many are told as faults. */
const describeFirst = (text: string, offset: number, told: number): string =>
  told < MAX_FAULTS ? ` (first in line ${text.slice(0, offset).split('\n').length})` : '';

/**
 * Finds what `JSON.parse` accepts silently: keys that are written twice (it keeps the last) and deep nesting,
 * which is then the only fault. The text must be well-formed up to the first bracket that is too deep, if there is
 * one. One pass, no recursion.
 */
export function scanJson(text: string): Fault[] {
  const faults: Fault[] = [];
  const levels: Level[] = [];
  const here = (): Path => levels.map(({ key }) => key);
  const token = /["[\]{},]/g;
  // A string is a key if it stands right after { or a comma of an object.
  let keyNext = false;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const level = levels.at(-1);
    const [sign] = match;
    if (sign === '{' || sign === '[') {
      if (levels.length === MAX_DEPTH) return [tooDeep(here())];
      levels.push(sign === '{' ? { keys: new Map(), key: '' } : { keys: null, key: 0 });
    } else if (sign === '"') {
      const end = stringEnd(text, match.index);
      token.lastIndex = end;
      if (!keyNext || !level) continue;
      const key = readKey(text.slice(match.index, end));
      const first = repeatedAt(level, key, match.index);
      if (first !== null) {
        const message = `is written twice${describeFirst(text, first, faults.length)}. Remove one of the two.`;
        faults.push({ path: here(), code: 'duplicate-key', message });
      }
    } else if (sign === ',') {
      if (typeof level?.key === 'number') level.key += 1;
    } else {
      levels.pop();
    }
    keyNext = sign === '{' || (sign === ',' && level?.keys instanceof Map);
  }
  return faults;
}
