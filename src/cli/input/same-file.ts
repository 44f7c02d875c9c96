import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from './usage-error.ts';

/** What tells a file from all others, whatever it is called: a link and other capital letters may lead to the same one. */
export const identityOf = (path: string): Promise<string> =>
  stat(path, { bigint: true }).then(
    ({ dev, ino }) => `${dev}:${ino}`,
    () => resolve(path),
  );

/** Throws a `UsageError` if two files of a command are one, by what they are called there. */
export async function refuseSameFile(
  files: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const names = new Map<string, string>();
  for (const [name, path] of Object.entries(files)) {
    if (path === undefined || path === '-') continue;
    const identity = await identityOf(path);
    const earlier = names.get(identity);
    if (earlier !== undefined) {
      throw new UsageError(`${name} is the same file as ${earlier}: ${path}. Name another one.`);
    }
    names.set(identity, name);
  }
}
