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
  try {
    await writeFile(path, content, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    throw new UsageError(describeFailure(path, error));
  }
}

function describeFailure(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EEXIST') {
    return `${path} is there already. Name another file, or add --force to overwrite it.`;
  }
  if (code === 'ENOENT') return `${path} is in a folder that is not there. Make the folder first.`;
  if (code === 'EISDIR') return `${path} is a folder. Name a file in it.`;
  return `${path} cannot be written. Name another file.`;
}
