import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from './usage-error.ts';

/**
 * Throws a `UsageError` if a path in a folder is a link or leads through one: what is written there would land outside of
 * the folder, or in another file of it. The folder itself may be a link, because its name is the author's.
 */
export async function refuseLinks(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of new Set(paths.flatMap(withFolders))) {
    const file = join(folder, path);
    const isLink = await lstat(file).then(
      (stats) => stats.isSymbolicLink(),
      () => false,
    );
    if (isLink) throw new UsageError(`${file} is a link. Remove it, or name another folder.`);
  }
}

/** `a/b/c.png`: `a`, `a/b` and `a/b/c.png`. */
const withFolders = (path: string): readonly string[] =>
  path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
