import { createScanner, parseTree } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { binarySearch, countUpTo } from '../../../time/binary-search.ts';
import { CLOSING, MAX_DEPTH } from './depth.ts';
import type { Fault, Position } from '../faults/fault.ts';
import type { Warning } from '../faults/warning.ts';
import { describeBytes, describeFormat } from './formats.ts';
import { offsetsOf } from './offsets.ts';
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

const KEY_CODES = new Set(['unknown-key', 'duplicate-key', 'language']);

/** The first syntax error. The parser is recursive, so a text that is nested too deep is cut off there. */
function firstError(text: string): ParseError | undefined {
  const errors: ParseError[] = [];
  const deep = tooDeepAt(text);
  const strict = { disallowComments: true, allowTrailingComma: false };
  parseTree(deep < 0 ? text : text.slice(0, deep + 1), errors, strict);
  return errors[0];
}

function syntaxFault<T extends Fault | Warning>(
  fault: T,
  text: string,
  starts: readonly number[],
): T {
  const start = { line: 1, column: 1 };
  // An empty file has no other format.
  const format = text.trim() === '' ? null : describeFormat(text);
  if (format !== null) return { ...fault, message: `${fault.message} ${format}`, position: start };
  const error = text.trim() === '' ? undefined : firstError(text);
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
  const isPlaced = ({ path, position }: T) => position !== undefined || path.length === 0;
  // Behind a bracket that is too deep the text may not be JSON. Before it, a key that is written twice may make its path
  // ambiguous. So it is not found by its path.
  const isByPath = (fault: T) => !isPlaced(fault) && fault.code !== 'too-deep';
  const offsets = offsetsOf(
    text,
    faults.map((fault) => (isByPath(fault) ? fault.path : [])),
  );
  return faults.map((fault, index) => {
    if (fault.code === 'json-syntax') return syntaxFault(fault, text, starts);
    if (isPlaced(fault)) return fault;
    if (!isByPath(fault)) return { ...fault, position: positionAt(tooDeepAt(text), starts) };
    const { value = 0, key = null } = offsets[index] ?? {};
    const offset = KEY_CODES.has(fault.code) ? (key ?? value) : value;
    return { ...fault, position: positionAt(offset, starts) };
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
