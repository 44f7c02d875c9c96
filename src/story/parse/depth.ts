import type { Fault, Path } from './fault.ts';

/** Our own format nests less than 10 deep. Deeper files are made to exhaust somebody's stack. */
export const MAX_DEPTH = 32;

/** The fault of the first list or object that has `MAX_DEPTH` others around it. */
export const tooDeep = (path: Path): Fault => ({
  path,
  code: 'too-deep',
  message: `is nested more than ${MAX_DEPTH} deep. No part of a story is.`,
});

/** What closes each bracket. */
export const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** The index after the closing quote of the string that opens at an index; where none closes it, the text's end. */
export function stringEnd(text: string, open: number): number {
  let index = open + 1;
  while (index < text.length && text[index] !== '"') index += text[index] === '\\' ? 2 : 1;
  return index + 1;
}

/**
 * Text of any kind up to where it is nested too deep, with a number in the place of the bracket that is one too
 * many and all others closed: JSON if, and only if, the text is JSON as far as that bracket. Null where the text is
 * not nested too deep. No recursion.
 */
export function closeDeep(text: string): string | null {
  const due: string[] = [];
  const token = /["[\]{}]/g;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [sign] = match;
    const closing = CLOSING[sign];
    if (sign === '"') {
      token.lastIndex = stringEnd(text, match.index);
    } else if (closing === undefined) {
      if (sign === due.at(-1)) due.pop();
    } else if (due.length === MAX_DEPTH) {
      return `${text.slice(0, match.index)}0${due.reverse().join('')}`;
    } else {
      due.push(closing);
    }
  }
  return null;
}

/**
 * The fault of the first list or object in a value that is nested too deep, or null. What contains itself is nested
 * without end. Calls itself `MAX_DEPTH` deep at the most; what several parts share is looked through again only
 * where it lies deeper than before.
 */
export function findTooDeep(
  value: unknown,
  path: Path = [],
  deepest = new Map<object, number>(),
): Fault | null {
  if (typeof value !== 'object' || value === null) return null;
  if (path.length === MAX_DEPTH) return tooDeep(path);
  if ((deepest.get(value) ?? -1) >= path.length) return null;
  deepest.set(value, path.length);
  const isList = Array.isArray(value);
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'object') continue;
    const fault = findTooDeep(inner, [...path, isList ? Number(key) : key], deepest);
    if (fault !== null) return fault;
  }
  return null;
}
