import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import type { Files } from '../../site/template.ts';
import { UsageError } from '../input/usage-error.ts';

/** Lists the files of a site in its own folder, so that the next build knows which of them are its own. */
const LIST = '.parley-map.json';

interface FileList {
  readonly files: readonly string[];
}

/**
 * The files that an earlier build has written into a folder. Throws a `UsageError` if the folder cannot be written to
 * without harm: it has files and no build has made it. `force` allows that.
 */
export async function openFolder(folder: string, force: boolean): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown): string[] => {
    if (isCode(error, 'ENOENT')) return [];
    if (isCode(error, 'ENOTDIR')) throw new UsageError(`${folder} is a file. Name a folder.`);
    throw new UsageError(`The folder ${folder} cannot be read. Name another one.`);
  });
  if (names.includes(LIST)) return readList(folder);
  if (names.length === 0 || force) return [];
  throw new UsageError(
    `${folder} is not empty, and parley-map has not made it. Name another folder, or add --force.`,
  );
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** A list that somebody has changed must not lead out of the folder. */
async function readList(folder: string): Promise<readonly string[]> {
  try {
    const list = JSON.parse(await readFile(join(folder, LIST), 'utf8')) as FileList;
    return list.files.filter(isInside);
  } catch {
    return [];
  }
}

const isInside = (path: unknown): path is string =>
  typeof path === 'string' && !/^(\.\.|\/|[a-z]:)/i.test(normalize(path).replaceAll('\\', '/'));

/** Writes a site. Removes `earlier` files of the folder that the site no longer has. */
export async function writeFolder(
  folder: string,
  files: Files,
  earlier: readonly string[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const paths = [...files.keys()];
  // All of them, so that a build that is interrupted leaves no stranger.
  await writeList(folder, [...new Set([...earlier, ...paths])]);
  for (const [path, content] of files) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  for (const path of earlier) if (!files.has(path)) await rm(join(folder, path), { force: true });
  await writeList(folder, paths);
}

const writeList = (folder: string, files: readonly string[]): Promise<void> =>
  writeFile(join(folder, LIST), `${JSON.stringify({ files } satisfies FileList, null, 2)}\n`);
