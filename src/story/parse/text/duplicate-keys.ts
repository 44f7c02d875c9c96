import { MAX_DEPTH, stringEnd, tooDeep } from './depth.ts';
import type { Fault, Path } from '../faults/fault.ts';

interface Level {
  /** Keys seen so far; null in a list. */
  readonly keys: Set<string> | null;
  key: string | number;
}

/** Adds a key to its object. True if the object had it already. */
function isRepeated(level: Level, key: string): boolean {
  level.key = key;
  if (level.keys?.has(key)) return true;
  level.keys?.add(key);
  return false;
}

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
      levels.push(sign === '{' ? { keys: new Set(), key: '' } : { keys: null, key: 0 });
    } else if (sign === '"') {
      const end = stringEnd(text, match.index);
      token.lastIndex = end;
      if (!keyNext || !level) continue;
      if (isRepeated(level, JSON.parse(text.slice(match.index, end)) as string)) {
        const message = 'is written twice. Remove one of the two.';
        faults.push({ path: here(), code: 'duplicate-key', message });
      }
    } else if (sign === ',') {
      if (typeof level?.key === 'number') level.key += 1;
    } else {
      levels.pop();
    }
    keyNext = sign === '{' || (sign === ',' && level?.keys instanceof Set);
  }
  return faults;
}
