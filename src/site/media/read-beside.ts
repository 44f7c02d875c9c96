import { access, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { ReadFile } from './measure-media.ts';

/**
 * A path in a folder, as the folder writes it. Stories are read in composed letters (Unicode NFC), but some systems and
 * archives name files in decomposed ones: `é` as `e` and an accent.
 */
async function findPath(folder: string, path: string): Promise<string> {
  const whole = join(folder, path);
  if (await isThere(whole)) return whole;
  let found = folder;
  for (const step of path.normalize('NFC').split('/')) {
    const names = await readdir(found);
    found = join(found, names.find((name) => name.normalize('NFC') === step) ?? step);
  }
  return found;
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/**
 * Reads files from the folder of a story file and the folders in it, and from nowhere else: what a link or `..` leads to
 * outside is not there. Nor is what is no plain file, such as a pipe, which would never end.
 */
export const readBeside =
  (story: string): ReadFile =>
  async (path) => {
    try {
      const folder = await realpath(dirname(story));
      const file = await realpath(await findPath(folder, path));
      const inside = folder.endsWith(sep) ? folder : `${folder}${sep}`;
      if (!file.startsWith(inside) || !(await stat(file)).isFile()) return null;
      return await readFile(file);
    } catch {
      return null;
    }
  };
