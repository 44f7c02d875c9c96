import { writeFile } from 'node:fs/promises';
import { STANDARD } from './read-file.ts';
import { UsageError } from './usage-error.ts';

/**
 * Writes a file, or to standard output for `-`. Throws a `UsageError` if there is a file already and `force` is not
 * set, or if nothing can be written there.
 */
export async function writeOutput(
  path: string,
  content: string | Uint8Array,
  force = false,
): Promise<void> {
  if (path === STANDARD) {
    process.stdout.write(content);
    return;
  }
  if (path === '') throw new UsageError('The name of the file to write is empty. Name one.');
  try {
    await writeFile(path, content, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    throw new UsageError(describeFailure(path, error));
  }
}

/** The name that the system gives an error: `ENOENT`. */
export const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const REASONS: Readonly<Record<string, string>> = {
  EISDIR: 'is a folder',
  ENOTDIR: 'cannot be written: a part of its path is a file',
  EEXIST: 'cannot be written: a part of its path is a file',
  EACCES: 'cannot be written: that needs more rights',
  EPERM: 'cannot be written: that needs more rights',
  EROFS: 'cannot be written: the disk is read-only',
  ENOSPC: 'cannot be written: the disk is full',
};

/** Why a file cannot be written, as the end of a sentence that begins with its name. */
export const reasonOf = (error: unknown): string =>
  REASONS[String(codeOf(error))] ?? 'cannot be written';

function describeFailure(path: string, error: unknown): string {
  const code = codeOf(error);
  if (code === 'EEXIST') {
    return `${path} is there already. Name another file, or add --force to overwrite it.`;
  }
  if (code === 'ENOENT') return `${path} is in a folder that is not there. Make the folder first.`;
  if (code === 'EISDIR') return `${path} is a folder. Name a file in it.`;
  return `${path} ${reasonOf(error)}. Name another file.`;
}
