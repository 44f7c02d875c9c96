import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { countUpTo } from '../time/bisect.ts';
import type { Fault, Path, Position } from './fault.ts';
import { describeSyntax } from './syntax.ts';

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function positionAt(offset: number, starts: readonly number[]): Position {
  const line = countUpTo(starts, offset);
  return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
}

/** The value at a path or, where the path ends in nothing, at the longest part of it that exists. */
function nodeAt(root: Node, path: Path): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return root;
}

/** A key that is wrong in itself is shown where it is written, and of two the second. */
function keyAt(root: Node, path: Path): Node | undefined {
  const parent = nodeAt(root, path.slice(0, -1));
  const keys = (parent.children ?? []).flatMap(({ children }) => children?.[0] ?? []);
  return keys.findLast(({ value }) => value === path.at(-1));
}

const KEY_CODES = new Set(['unknown-key', 'duplicate-key', 'language']);

function offsetOf({ path, code }: Fault, root: Node): number {
  const key = KEY_CODES.has(code) ? keyAt(root, path) : undefined;
  return (key ?? nodeAt(root, path)).offset;
}

function syntaxFault(
  fault: Fault,
  error: ParseError | undefined,
  text: string,
  starts: readonly number[],
): Fault {
  if (error === undefined) return { ...fault, position: { line: 1, column: 1 } };
  const { offset, remedy } = describeSyntax(text, error);
  const message = `${fault.message} ${remedy}`.trim();
  return { ...fault, message, position: positionAt(offset, starts) };
}

/**
 * Gives every fault its line and column in the text of the file, and tells of a syntax error what is
 * amiss. A module apart, because only a faulty file needs the JSON reader that it brings along.
 */
export function locate(faults: readonly Fault[], file: string): readonly Fault[] {
  const shift = file.startsWith('\uFEFF') ? 1 : 0;
  const text = file.slice(shift);
  const starts = lineStarts(text);
  const errors: ParseError[] = [];
  const strict = { disallowComments: true, allowTrailingComma: false };
  const root = parseTree(text, errors, strict);
  return faults.map((fault) => {
    if (fault.code === 'json-syntax') return syntaxFault(fault, root && errors[0], text, starts);
    if (root === undefined || fault.position || fault.path.length === 0) return fault;
    return { ...fault, position: positionAt(offsetOf(fault, root), starts) };
  });
}

/** The fault of a file with a byte that is no UTF-8, at the line and column of the first. */
export function locateEncoding(bytes: Uint8Array): Fault {
  // U+FFFD in the text may be the author's own; the first that does not encode back is not.
  const text = new TextDecoder().decode(bytes);
  let good = 0;
  for (const sign of text) {
    const encoded = new TextEncoder().encode(sign);
    if (encoded.some((byte, index) => byte !== bytes[good + index])) break;
    good += encoded.length;
  }
  const before = new TextDecoder().decode(bytes.subarray(0, good)).split('\n');
  const position = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  const message = 'This is not UTF-8. Save the file with the encoding UTF-8.';
  return { path: [], code: 'encoding', message, position };
}
