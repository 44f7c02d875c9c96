import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { formatFault } from '../../src/story/fault.ts';
import { readStory } from '../../src/story/load.ts';

/** The story checker: `npx tsx geo/build/check.ts [files…]`; without files, every story of geo/stories. */
const STORIES = new URL('../stories/', import.meta.url);

async function storyFiles(): Promise<string[]> {
  const names = await readdir(STORIES).catch(() => []);
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => new URL(name, STORIES).pathname);
}

const count = (list: readonly unknown[], one: string): string =>
  `${list.length} ${one}${list.length === 1 ? '' : 's'}`;

/** Checks one file and prints what there is to say; true if it has no fault. */
async function checkFile(path: string): Promise<boolean> {
  const file = basename(path);
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) {
    console.error(`${path}: there is no such file.`);
    return false;
  }
  const parsed = await readStory(bytes);
  if (parsed.ok) {
    const { events, places } = parsed.story;
    console.log(`${file}: ${count(events, 'event')}, ${count(places, 'place')}, no fault`);
    return true;
  }
  for (const fault of parsed.faults) console.error(formatFault(fault, file));
  return false;
}

const named = process.argv.slice(2);
const files = named.length > 0 ? named : await storyFiles();
if (files.length === 0) console.log('geo/stories: no story to check');
for (const file of files) {
  if (!(await checkFile(file))) process.exitCode = 1;
}
