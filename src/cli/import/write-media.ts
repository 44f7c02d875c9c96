import { mkdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { refuseLinks } from '../input/refuse-links.ts';
import { STANDARD } from '../input/read-file.ts';
import { mediaNamesOf, readMediaOf } from '../input/read-media.ts';
import type { Source } from '../input/read-source.ts';
import { UsageError } from '../input/usage-error.ts';
import { writeOutput } from '../input/write-file.ts';

type Media = Source['media'];

/**
 * The media that a story needs beside it: those of its archive, and those that lie beside the file at `path` and not
 * beside `out` already.
 */
export async function mediaToWrite(path: string, source: Source, out: string): Promise<Media> {
  const { media } = source;
  if (path === STANDARD || out === STANDARD || (await isSameFolder(path, out))) return media;
  const read = readMediaOf(path, source);
  const all = new Map(media);
  for (const name of mediaNamesOf(source)) {
    const content = all.has(name) ? null : await read(name);
    if (content !== null) all.set(name, content);
  }
  return all;
}

async function isSameFolder(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all(
    [one, other].map((file) => realpath(dirname(file)).catch(() => null)),
  );
  return first !== null && first === second;
}

/**
 * Writes media beside a story. `mediaPathsOf` has made sure that no path leaves the folder; no link leads out of it
 * either. A file that is there already stays if it is the same. Throws a `UsageError` for another one, unless `force` is
 * set.
 */
export async function writeMedia(folder: string, media: Media, force: boolean): Promise<void> {
  if (media.size === 0) return;
  await realpath(folder).catch(() => {
    throw new UsageError(`There is no folder ${folder}. Make it first.`);
  });
  await refuseLinks(folder, [...media.keys()]);
  for (const [path, content] of media) {
    const file = join(folder, path);
    const earlier = await readFile(file).catch(() => null);
    if (earlier?.equals(content) === true) continue;
    await mkdir(dirname(file), { recursive: true }).catch(() => {
      throw new UsageError(`${dirname(file)} cannot be made. Name a file in another folder.`);
    });
    await writeOutput(file, content, force);
  }
}
