import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MADE } from './made-files.ts';
import { printCheck, printImport } from './print-outcome.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const GOLDEN = '.golden.txt';

const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8', withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(FOLDER.length).replaceAll('\\', '/'))
  .map((name) => name.replace(/^\//, ''))
  .filter((name) => /^(?:story|import)\//.test(name))
  .sort();

const files = names.filter((name) => !name.endsWith(GOLDEN));

/** What stands before the last full stop: the name of the golden file. */
const stemOf = (name: string): string => name.replace(/\.\w+$/, '');

async function expectGolden(name: string, bytes: Uint8Array): Promise<void> {
  const isStory = name.startsWith('story/');
  const told = isStory ? await printCheck(bytes, 'story.json') : await printImport(bytes);
  await expect(told).toMatchFileSnapshot(`${FOLDER}/${name}${GOLDEN}`);
}

describe('A file ends as a story or as faults that name the place and the remedy:', () => {
  it.each(files)('%s', async (name) => {
    await expectGolden(stemOf(name), readFileSync(`${FOLDER}/${name}`));
  });

  it.each(MADE)('$name, which is made', async ({ name, make }) => {
    await expectGolden(name, await make());
  });
});

it('No two files share a golden file, and no golden file is left over', () => {
  const stems = [...files.map(stemOf), ...MADE.map(({ name }) => name)];
  expect(new Set(stems).size).toBe(stems.length);
  const goldens = names.filter((name) => name.endsWith(GOLDEN));
  const known = new Set(stems.map((stem) => `${stem}${GOLDEN}`));
  expect(goldens.filter((name) => !known.has(name))).toEqual([]);
});
