import { readdir, readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatFault } from '../story/parse/faults/fault.ts';
import { formatWarning } from '../story/parse/faults/warning.ts';
import { warnOfUnreadable } from '../site/checks/unreadable.ts';
import { measureBeside } from '../site/media/measure-beside.ts';
import { checkPositions } from '../site/checks/misplaced.ts';
import { readStoryData } from '../story/load.ts';

/**
 * The story checker: `npx tsx src/cli/check.ts [--warnings-as-errors] [files…]`; without files, every story of
 * geo/stories. It fails for faults, and with that option for warnings too.
 */
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

/** Checks one file and prints the result. Returns true if it passes. */
async function checkFile(path: string, warningsFail: boolean): Promise<boolean> {
  // Relative to the working directory, so that an editor's terminal can link to the line.
  const file = relative('', path) || path;
  const bytes = await readFile(path).catch((error: unknown) => describeFailure(error));
  if (typeof bytes === 'string') {
    console.error(`${file}: ${bytes}`);
    return false;
  }
  const parsed = await readStoryData(bytes, [checkPositions, warnOfUnreadable]);
  const media = parsed.ok ? await measureBeside(path, bytes, parsed.data) : null;
  const faults = parsed.ok ? (media?.faults ?? []) : parsed.faults;
  const warnings = [...parsed.warnings, ...(media?.warnings ?? [])];
  for (const fault of faults) console.error(formatFault(fault, file));
  for (const warning of warnings) console.error(formatWarning(warning, file));
  if (!parsed.ok || faults.length > 0) return false;
  const { events, places } = parsed.data;
  const contents = `${count(events, 'event')}, ${count(places, 'place')}`;
  const result = warnings.length === 0 ? 'no fault' : `no fault, ${count(warnings, 'warning')}`;
  console.log(`${file}: ${contents}, ${result}`);
  return warnings.length === 0 || !warningsFail;
}

/** Options begin with `--`. An option with a typing error must not pass for a file. */
const WARNINGS_AS_ERRORS = '--warnings-as-errors';
const given = process.argv.slice(2);
const named = given.filter((word) => !word.startsWith('--'));
const strange = given.find((word) => word.startsWith('--') && word !== WARNINGS_AS_ERRORS);
if (strange !== undefined) {
  console.error(`There is no option ${strange}. The only one is ${WARNINGS_AS_ERRORS}.`);
  process.exit(2);
}
const files = named.length > 0 ? named : await storyFiles();
if (files.length === 0) console.log('geo/stories: no story to check');
for (const file of files) {
  if (!(await checkFile(file, given.includes(WARNINGS_AS_ERRORS)))) process.exitCode = 1;
}
