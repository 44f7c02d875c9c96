import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { STANDARD } from './read-file.ts';
import { UsageError } from './usage-error.ts';

/**
 * What tells a file from all others, whatever it is called: a link and other capital letters may lead to the same one. A
 * terminal or a pipe is none: it can be read and written at once.
 */
export const identityOf = (path: string): Promise<string> =>
  stat(path, { bigint: true }).then(
    (stats) => (stats.isFile() ? `${stats.dev}:${stats.ino}` : resolve(path)),
    () => resolve(path),
  );

/** Throws a `UsageError` if two files of a command are one, by what they are called there. */
export async function refuseSameFile(
  files: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const names = new Map<string, string>();
  for (const [name, path] of Object.entries(files)) {
    if (path === undefined || path === STANDARD) continue;
    const identity = await identityOf(path);
    const earlier = names.get(identity);
    if (earlier !== undefined) {
      throw new UsageError(`${path} is both ${earlier} and ${name}. Name another file.`);
    }
    names.set(identity, name);
  }
}
