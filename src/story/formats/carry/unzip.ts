import { unzipSync } from 'fflate';

/** An archive may be unpacked to this size in total. A small archive can hold gigabytes. */
const MAX_UNPACKED = 64 * 1024 * 1024;
const MAX_ENTRIES = 10_000;

/** The files that were asked for, the names of all others, or why the archive cannot be read. */
export type Unzipped =
  | {
      readonly files: ReadonlyMap<string, Uint8Array>;
      readonly others: readonly string[];
    }
  | { readonly fault: string };

/** Whether a path stays in its folder: relative, without `..`, without drive letters and backslashes. */
export const isInside = (path: string): boolean =>
  path !== '' && !/^[/\\]|[\\:\0]|(?:^|\/)\.\.(?:\/|$)/.test(path);

class Refused extends Error {}

/**
 * Unpacks the files of a ZIP archive whose path `isWanted`. Nothing is written to disk. The whole archive is refused
 * if a path leaves it, or if it has too many files. Never throws.
 */
export function unzip(bytes: Uint8Array, isWanted: (path: string) => boolean): Unzipped {
  let count = 0;
  let size = 0;
  const others: string[] = [];
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, size: packed, originalSize }) => {
        count += 1;
        if (count > MAX_ENTRIES) throw new Refused(`has more than ${MAX_ENTRIES} files`);
        if (!isInside(name)) throw new Refused('has a file whose path leaves the archive');
        if (!isWanted(name)) {
          if (!name.endsWith('/')) others.push(name);
          return false;
        }
        // The library unpacks into a buffer of `originalSize`, and copies what is not packed. Entries may overlap.
        size += Math.max(packed, originalSize);
        if (size > MAX_UNPACKED) throw new Refused('unpacks to more than 64 MiB');
        return true;
      },
    });
    return { files: new Map(Object.entries(files)), others };
  } catch (error) {
    const why = error instanceof Refused ? error.message : 'is damaged';
    return { fault: `${why}. Export it again, or unpack it and import the file in it.` };
  }
}
