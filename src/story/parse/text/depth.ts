import type { Fault, Path } from '../faults/fault.ts';

/** The story format nests less than 10 deep. A deeper file may be an attack that exhausts the call stack. */
export const MAX_DEPTH = 32;

/** The fault of a list or object with `MAX_DEPTH` others around it. */
export const tooDeep = (path: Path): Fault => ({
  path,
  code: 'too-deep',
  message: `is nested more than ${MAX_DEPTH} deep. No part of a story is.`,
});

/** The closing bracket for each opening one. */
export const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** The index after the string that starts at an index. For a string without a closing quote: the end of the text. */
export function stringEnd(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && isEscaped(text, close)) close = text.indexOf('"', close + 1);
  return (close < 0 ? text.length : close) + 1;
}

/** Whether an odd number of backslashes stands before a sign. */
function isEscaped(text: string, index: number): boolean {
  let start = index;
  while (text[start - 1] === '\\') start -= 1;
  return (index - start) % 2 === 1;
}

/**
 * Cuts a text off where it is nested too deep: replaces the first bracket that is too deep by a number, and closes
 * all others. The result is JSON if, and only if, the text is JSON up to that bracket. Null if the text is not nested
 * too deep. No recursion.
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
 * The fault of the first list or object in a value that is nested too deep, or null. A value that contains itself is
 * too deep. Recursion stops at `MAX_DEPTH`. An object that occurs several times is searched again only where it is
 * deeper than before.
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
