import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Every file in a folder and in the folders in it, by its path with `/`. */
export async function readFolder(
  folder: string,
): Promise<readonly (readonly [path: string, content: Uint8Array])[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    paths
      .sort()
      .map(
        async (path) =>
          [relative(folder, path).replaceAll(sep, '/'), await readFile(path)] as const,
      ),
  );
}
