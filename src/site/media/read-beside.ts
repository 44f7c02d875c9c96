import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { ReadFile } from './measure-media.ts';

/**
 * Reads files from the folder of a story file and the folders in it, and from nowhere else: what a link or `..` leads to
 * outside is not there. Nor is what is no plain file, such as a pipe, which would never end.
 */
export const readBeside =
  (story: string): ReadFile =>
  async (path) => {
    try {
      const folder = await realpath(dirname(story));
      const file = await realpath(join(folder, path));
      const inside = folder.endsWith(sep) ? folder : `${folder}${sep}`;
      if (!file.startsWith(inside) || !(await stat(file)).isFile()) return null;
      return await readFile(file);
    } catch {
      return null;
    }
  };
