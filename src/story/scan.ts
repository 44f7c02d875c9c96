import type { Fault, Path } from './fault.ts';

/** Our own format nests less than 10 deep. Deeper files are made to exhaust somebody's stack. */
export const MAX_DEPTH = 32;

interface Level {
  /** Keys seen so far; null in a list. */
  readonly keys: Set<string> | null;
  key: string | number;
}

/** The index after the closing quote of the string that opens at an index. */
function stringEnd(text: string, open: number): number {
  let index = open + 1;
  while (text[index] !== '"') index += text[index] === '\\' ? 2 : 1;
  return index + 1;
}

/** Enters a key into its object; true if it stood there already. */
function isRepeated(level: Level, key: string): boolean {
  level.key = key;
  if (level.keys?.has(key)) return true;
  level.keys?.add(key);
  return false;
}

/**
 * Looks through JSON text, known to be well-formed, for what `JSON.parse` passes over in silence: keys
 * written twice (it keeps the last) and deep nesting. One pass, no recursion.
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
      if (levels.length === MAX_DEPTH) {
        const message = `is nested more than ${MAX_DEPTH} deep. No part of a story is.`;
        return [{ path: here(), code: 'too-deep', message }];
      }
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
