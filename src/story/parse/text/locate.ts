import { createScanner, findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { binarySearch, countUpTo } from '../../../time/binary-search.ts';
import { CLOSING, MAX_DEPTH } from './depth.ts';
import type { Fault, Path, Position } from '../faults/fault.ts';
import type { Warning } from '../faults/warning.ts';
import { describeBytes, describeFormat } from './formats.ts';
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

/**
 * The offset of the first bracket that is nested too deep, or −1. `parseTree` is recursive, so the text must be cut
 * off there. Uses the scanner of the same library, so that both agree on what is in a string or a comment.
 */
function tooDeepAt(text: string): number {
  const scanner = createScanner(text, true);
  const due: (string | undefined)[] = [];
  scanner.scan();
  for (let at = scanner.getTokenOffset(); at < text.length; at = scanner.getTokenOffset()) {
    const sign = text[at] ?? '';
    const closing = CLOSING[sign];
    if (closing !== undefined && due.push(closing) > MAX_DEPTH) return at;
    if (sign === due.at(-1)) due.pop();
    scanner.scan();
  }
  return -1;
}

/** The value at a path or, if there is none, at the longest part of the path that exists. */
function nodeAt(root: Node, path: Path): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return root;
}

/** The key at the end of a path, for faults of the key itself. Of two equal keys the second. */
function keyAt(root: Node, path: Path): Node | undefined {
  const parent = nodeAt(root, path.slice(0, -1));
  const keys = (parent.children ?? []).flatMap(({ children }) => children?.[0] ?? []);
  return keys.findLast(({ value }) => value === path.at(-1));
}

const KEY_CODES = new Set(['unknown-key', 'duplicate-key', 'language']);

function offsetOf({ path, code }: Fault | Warning, root: Node, deep: number): number {
  // A key that is written twice may make its path ambiguous.
  if (code === 'too-deep' && deep >= 0) return deep;
  const key = KEY_CODES.has(code) ? keyAt(root, path) : undefined;
  return (key ?? nodeAt(root, path)).offset;
}

function syntaxFault<T extends Fault | Warning>(
  fault: T,
  error: ParseError | undefined,
  text: string,
  starts: readonly number[],
): T {
  const start = { line: 1, column: 1 };
  // An empty file has no other format.
  const format = text.trim() === '' ? null : describeFormat(text);
  if (format !== null) return { ...fault, message: `${fault.message} ${format}`, position: start };
  if (error === undefined) return { ...fault, position: start };
  const { offset, remedy } = describeSyntax(text, error);
  const message = `${fault.message} ${remedy}`.trim();
  return { ...fault, message, position: positionAt(offset, starts) };
}

/**
 * Adds line and column to every fault or warning, and a remedy to a syntax error. Loaded on demand, because only a
 * file that has some needs `jsonc-parser`.
 */
export function locate<T extends Fault | Warning>(
  faults: readonly T[],
  file: string,
): readonly T[] {
  const shift = file.startsWith('\uFEFF') ? 1 : 0;
  const text = file.slice(shift);
  const starts = lineStarts(text);
  const errors: ParseError[] = [];
  const strict = { disallowComments: true, allowTrailingComma: false };
  const deep = tooDeepAt(text);
  const root = parseTree(deep < 0 ? text : text.slice(0, deep + 1), errors, strict);
  return faults.map((fault) => {
    if (fault.code === 'json-syntax') return syntaxFault(fault, root && errors[0], text, starts);
    if (root === undefined || fault.position || fault.path.length === 0) return fault;
    return { ...fault, position: positionAt(offsetOf(fault, root, deep), starts) };
  });
}

/** The text before the first wrong byte. A decoder that expects more leaves out a character that is not complete. */
function soundStart(bytes: Uint8Array): string {
  const decode = (length: number) =>
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
  const isWrong = (length: number) => {
    try {
      decode(length);
      return false;
    } catch {
      return true;
    }
  };
  return decode(binarySearch(bytes.length, (last) => isWrong(last + 1)));
}

/** The fault of a file that is not UTF-8, at its first wrong byte. */
export function locateEncoding(bytes: Uint8Array): Fault {
  const format = describeBytes(bytes);
  const before = format === null ? soundStart(bytes).split('\n') : [''];
  const position = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  const message = `This is not UTF-8. ${format ?? 'Save the file with the encoding UTF-8.'}`;
  return { path: [], code: 'encoding', message, position };
}
