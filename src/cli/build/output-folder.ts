import { lstat, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import type { Files } from '../../site/template.ts';
import { refuseLinks } from '../input/refuse-links.ts';
import { identityOf } from '../input/same-file.ts';
import { UsageError } from '../input/usage-error.ts';
import { codeOf, reasonOf } from '../input/write-file.ts';

/** Lists the files of a site in its own folder, so that the next build knows which of them are its own. */
const LIST = '.parley-map.json';

/** What systems put into every folder that somebody has looked at. */
const SYSTEM_FILES = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

interface FileList {
  readonly files: readonly string[];
}

/**
 * The files that an earlier build has written into a folder. Throws a `UsageError` if the folder cannot be written to
 * without harm: it has files, and no build has made it or its list cannot be read. `force` allows that.
 */
export async function openFolder(folder: string, force: boolean): Promise<readonly string[]> {
  if (folder === '') throw new UsageError('--out is empty. Name a folder.');
  const names = await readdir(folder).catch(async (error: unknown): Promise<string[]> => {
    const code = codeOf(error);
    if (code === 'ENOENT') return [];
    if (code !== 'ENOTDIR') {
      throw new UsageError(`The folder ${folder} cannot be read. Name another one.`);
    }
    const isThere = await stat(folder).catch(() => null);
    throw new UsageError(
      isThere === null
        ? `${folder} cannot be made: a part of its path is a file. Name another folder.`
        : `${folder} is a file. Name a folder.`,
    );
  });
  const earlier = names.includes(LIST) ? await readList(folder) : null;
  if (earlier !== null) return earlier;
  if (force || names.every((name) => SYSTEM_FILES.has(name))) return [];
  throw new UsageError(
    names.includes(LIST)
      ? `${join(folder, LIST)} cannot be read, so parley-map does not know which files it has made. Name another folder, or add --force.`
      : `${folder} is not empty, and parley-map has not made it. Name another folder, or add --force.`,
  );
}

/** A list that somebody has changed must not lead out of the folder. Null for one that cannot be read. */
async function readList(folder: string): Promise<readonly string[] | null> {
  try {
    const { files } = JSON.parse(await readFile(join(folder, LIST), 'utf8')) as FileList;
    return files.every((path) => typeof path === 'string') ? files.filter(isInside) : null;
  } catch {
    return null;
  }
}

/** Whether a path names a file below the folder: not another folder, and not the folder itself. */
const isInside = (path: string): boolean =>
  path !== '' && !/^(\.\.|\/|[a-z]:|\.\/?$)/i.test(normalize(path).replaceAll('\\', '/'));

export interface FolderContents {
  /** What an earlier build has written, from `openFolder`. What of it the site no longer has is removed. */
  readonly earlier: readonly string[];
  /** The files that the site is made of. They are never changed or removed. */
  readonly inputs?: readonly string[];
}

/** Writes a site. Throws a `UsageError` if that is not possible; what can be known before is, and then nothing is written. */
export async function writeFolder(
  folder: string,
  files: Files,
  { earlier, inputs = [] }: FolderContents,
): Promise<void> {
  const paths = [...files.keys()];
  await refuseLinks(folder, [LIST, ...paths, ...earlier.map((path) => dirname(path))]);
  const kept = new Set(await Promise.all(inputs.map(identityOf)));
  await refuseInputs(folder, files, kept);
  // All of them, so that a build that is interrupted leaves no stranger.
  await write(folder, LIST, formatList([...new Set([...earlier, ...paths])]));
  for (const [path, content] of files) await write(folder, path, content);
  for (const path of earlier) if (!files.has(path)) await remove(join(folder, path), kept);
  await write(folder, LIST, formatList(paths));
}

/** A file that the site is made of may be a file of the site, such as the card, if it stays as it is. */
async function refuseInputs(
  folder: string,
  files: Files,
  kept: ReadonlySet<string>,
): Promise<void> {
  for (const [path, content] of files) {
    const file = join(folder, path);
    if (!kept.has(await identityOf(file))) continue;
    if (Buffer.from(content).equals(await readFile(file))) continue;
    throw new UsageError(
      `${file} would be overwritten, and the site is made of it. Name another folder with --out.`,
    );
  }
}

/** Folders stay, whatever a list says. */
async function remove(file: string, kept: ReadonlySet<string>): Promise<void> {
  const isFolder = await lstat(file).then(
    (stats) => stats.isDirectory(),
    () => true,
  );
  if (!isFolder && !kept.has(await identityOf(file))) await rm(file, { force: true });
}

const formatList = (files: readonly string[]): string =>
  `${JSON.stringify({ files } satisfies FileList, null, 2)}\n`;

async function write(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  const file = join(folder, path);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  } catch (error) {
    throw new UsageError(`${file} ${reasonOf(error)}. Mend that, or name another folder.`);
  }
}
