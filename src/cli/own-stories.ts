import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { run } from './program.ts';

/** `npm run check-story`: checks the files that are named, or every story of `geo/stories/`. */
const STORIES = new URL('../../geo/stories/', import.meta.url);

async function storyFiles(): Promise<readonly string[]> {
  const names = await readdir(STORIES);
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => fileURLToPath(new URL(name, STORIES)));
}

const given = process.argv.slice(2);
const isNamed = given.some((word) => !word.startsWith('-'));
await run(['check', ...given, ...(isNamed ? [] : await storyFiles())]);
