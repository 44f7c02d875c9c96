import { mkdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { UsageError } from '../input/usage-error.ts';
import { writeOutput } from '../input/write-file.ts';

/**
 * Writes the media of an archive beside a story. `mediaPathsOf` has made sure that no path leaves the folder; here no link
 * in the folder leads out of it either. A file that is there already stays if it is the same.
 * Throws a `UsageError` for another one, unless `force` is set.
 */
export async function writeMedia(
  folder: string,
  media: ReadonlyMap<string, Uint8Array>,
  force: boolean,
): Promise<void> {
  const top = await realpath(folder).catch(() => {
    throw new UsageError(`There is no folder ${folder}. Make it first.`);
  });
  for (const [path, content] of media) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    const parent = await realpath(dirname(file));
    if (parent !== top && !parent.startsWith(top.endsWith(sep) ? top : top + sep)) {
      throw new UsageError(`${dirname(file)} leads out of ${folder}. Remove the link.`);
    }
    const earlier = await readFile(file).catch(() => null);
    if (earlier?.equals(content) === true) continue;
    await writeOutput(file, content, force);
  }
}
