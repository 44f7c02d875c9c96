import { stat } from 'node:fs/promises';

/** How a file looks from outside: another size, time or file under its name is a change. */
async function stampOf(path: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return 'gone';
  }
}

type Stamps = ReadonlyMap<string, string>;

const stampsOf = async (paths: readonly string[]): Promise<Stamps> =>
  new Map(await Promise.all(paths.map(async (path) => [path, await stampOf(path)] as const)));

const isEqual = (one: Stamps, other: Stamps): boolean =>
  one.size === other.size && [...one].every(([path, stamp]) => other.get(path) === stamp);

/** A file that was not looked at before has not changed. */
const hasChanged = (now: Stamps, before: Stamps): boolean =>
  [...now].some(([path, stamp]) => (before.get(path) ?? stamp) !== stamp);

/** To be called with further files before they are read, so that a save during or after that is a change. */
export type AddFiles = (paths: readonly string[]) => Promise<void>;

/**
 * Calls `onChange` at once, and again when a file is saved, replaced, deleted or there again. Waits for what it returns.
 * Looks at the files every `interval` ms: that works on each system, for editors that write a new file under the old name,
 * and for folders of other machines, of which no notice comes. A change counts once two looks are the same, so that quick
 * saves are one, and half a file is none. `paths` is asked before each look. Returns what ends the watch.
 */
export async function watchFiles(
  paths: () => readonly string[],
  onChange: (addFiles: AddFiles) => Promise<void>,
  interval: number,
): Promise<() => void> {
  // Before the first call, so that a save during it is a change.
  let builtFrom = await stampsOf(paths());
  let lastLook = builtFrom;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const addFiles: AddFiles = async (further) => {
    builtFrom = new Map([...(await stampsOf(further)), ...builtFrom]);
  };
  const look = async (): Promise<void> => {
    const now = await stampsOf(paths());
    const isQuiet = isEqual(now, lastLook);
    lastLook = now;
    if (isQuiet && hasChanged(now, builtFrom)) {
      builtFrom = now;
      await onChange(addFiles);
    }
    builtFrom = new Map([...now, ...builtFrom]);
    if (!isOver) timer = setTimeout(() => void look(), interval);
  };
  await onChange(addFiles);
  timer = setTimeout(() => void look(), interval);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
