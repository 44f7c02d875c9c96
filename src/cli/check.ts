import { readdir, readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatFault } from '../story/parse/faults/fault.ts';
import { readStory } from '../story/load.ts';

/** The story checker: `npx tsx src/cli/check.ts [files…]`; without files, every story of geo/stories. */
const STORIES = new URL('../../geo/stories/', import.meta.url);

async function storyFiles(): Promise<string[]> {
  const names = await readdir(STORIES).catch(() => []);
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => fileURLToPath(new URL(name, STORIES)));
}

const count = (list: readonly unknown[], one: string): string =>
  `${list.length} ${one}${list.length === 1 ? '' : 's'}`;

/** Why a file cannot be read. */
function describeFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EISDIR') return 'this is a folder. Name a file in it.';
  return code === 'ENOENT' ? 'there is no such file.' : 'this file cannot be read.';
}

/** Checks one file and prints the result. Returns true if it has no fault. */
async function checkFile(path: string): Promise<boolean> {
  // Relative to the working directory, so that an editor's terminal can link to the line.
  const file = relative('', path) || path;
  const bytes = await readFile(path).catch((error: unknown) => describeFailure(error));
  if (typeof bytes === 'string') {
    console.error(`${file}: ${bytes}`);
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
