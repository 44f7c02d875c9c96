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

/**
 * Calls `onChange` at once, and again when a file is saved, replaced, deleted or there again. Waits for what it returns.
 * Looks at the files every `interval` ms: that works on each system, for editors that write a new file under the old name,
 * and for folders of other machines, of which no notice comes. A change counts once two looks are the same, so that quick
 * saves are one, and half a file is none. `paths` is asked before each look. Returns what ends the watch.
 */
export async function watchFiles(
  paths: () => readonly string[],
  onChange: () => Promise<void>,
  interval: number,
): Promise<() => void> {
  // Before the first call, so that a save during it is a change.
  let told = await stampsOf(paths());
  let seen = told;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const look = async (): Promise<void> => {
    const now = await stampsOf(paths());
    const isQuiet = isEqual(now, seen);
    seen = now;
    if (isQuiet && hasChanged(now, told)) {
      told = now;
      await onChange();
    }
    told = new Map([...now, ...told]);
    if (!isOver) timer = setTimeout(() => void look(), interval);
  };
  await onChange();
  timer = setTimeout(() => void look(), interval);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
