import { readFile } from 'node:fs/promises';
import { parse, relative } from 'node:path';

/** The name of a file that stands for standard input or output. */
export const STANDARD = '-';

/** A file as messages name it: relative to the working directory, so that an editor's terminal can link to the line. */
export const nameFile = (path: string): string =>
  path === STANDARD ? 'standard input' : relative('', path) || path;

/** The longest title that a file's name gives: a story's title has at most 200 characters. */
const MAX_TITLE = 100;

/** A file's name as a title, for a file that has none itself. Empty for standard input. */
export function titleOf(path: string): string {
  if (path === STANDARD) return '';
  const words = parse(path).name.replace(/[_\s\p{C}]+/gu, ' ');
  return [...words].slice(0, MAX_TITLE).join('').trim();
}

/** The bytes of a file, or of standard input for `-`; or why it cannot be read, as a sentence. */
export const readBytes = (path: string): Promise<Uint8Array | string> =>
  (path === STANDARD ? readStandardInput() : readFile(path)).catch((error: unknown) =>
    describeFailure(error),
  );

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

function describeFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EISDIR') return 'this is a folder. Name a file in it.';
  return code === 'ENOENT' ? 'there is no such file.' : 'this file cannot be read.';
}
