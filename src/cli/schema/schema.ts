import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { fileURLToPath } from 'node:url';
import { createStorySchema } from './story-schema.ts';

/**
 * Writes `geo/story.schema.json`: `npm run schema`. With `--check` it writes nothing, and fails if the file is not what
 * it would write.
 */
const FILE = new URL('../../../geo/story.schema.json', import.meta.url);

const path = fileURLToPath(FILE);
const options = await resolveConfig(path);
const text = await format(JSON.stringify(createStorySchema()), { ...options, filepath: path });
if (!process.argv.includes('--check')) {
  await writeFile(FILE, text);
} else if ((await readFile(FILE, 'utf8').catch(() => '')) !== text) {
  console.error('geo/story.schema.json is not what the parser accepts. Run: npm run schema');
  process.exitCode = 1;
}
