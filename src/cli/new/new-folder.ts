import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatJson } from '../input/format-json.ts';
import { UsageError } from '../input/usage-error.ts';
import { writeOutput } from '../input/write-file.ts';
import { ask, defaultAnswers, QUESTIONS } from './ask.ts';
import { createStory, type Answers } from './new-story.ts';

export interface NewOptions extends Partial<Answers> {
  readonly yes?: boolean;
  readonly spreadsheet?: boolean;
}

const STORY = 'story.json';
const SPREADSHEET = 'events.xlsx';

/** What the command needs beside its options. */
export interface NewContext {
  readonly version: string;
  /** The template for spreadsheets. */
  readonly readSpreadsheet: () => Promise<Uint8Array>;
  /** Whether somebody is there to answer. */
  readonly canAsk: boolean;
}

/**
 * Writes a small story into a folder, and a spreadsheet if that is asked for. Returns what to print: what was written, and
 * the next two commands. Throws a `UsageError` if a file is there already, or for a wrong option; then nothing is written.
 */
export async function newFolder(
  folder: string,
  options: NewOptions,
  { version, readSpreadsheet, canAsk }: NewContext,
): Promise<readonly string[]> {
  const names = options.spreadsheet ? [STORY, SPREADSHEET] : [STORY];
  const paths = names.map((name) => join(folder, name));
  for (const path of paths) refuseEarlier(path);
  const defaults = { ...defaultAnswers(), ...givenIn(options) };
  const answers = options.yes || !canAsk ? defaults : await ask(defaults);
  const story = formatJson(createStory(answers, schemaOf(version)));
  await makeFolder(folder);
  const contents = options.spreadsheet ? [story, await readSpreadsheet()] : [story];
  for (const [index, path] of paths.entries()) {
    // An editor may have written it while the questions were asked.
    refuseEarlier(path);
    await writeOutput(path, contents[index] ?? '');
  }
  const file = quote(paths.at(-1) ?? '');
  return [
    ...paths.map((path) => `${path} is written.`),
    '',
    'Write your story over the example. See it while you write:',
    `  npx parley-map preview ${file}`,
    'Make its site, a folder to publish:',
    `  npx parley-map build ${file} --out ${quote(join(folder, 'site'))}`,
  ];
}

/** The format's JSON Schema in the published package. */
const schemaOf = (version: string): string =>
  `https://cdn.jsdelivr.net/npm/parley-map@${version}/geo/story.schema.json`;

function refuseEarlier(path: string): void {
  if (!existsSync(path)) return;
  throw new UsageError(`${path} is there already. Name another folder, or remove the file.`);
}

/** What the options say of title, language and zone. Throws a `UsageError` for what no story may have. */
function givenIn(options: NewOptions): Partial<Answers> {
  return Object.fromEntries(
    QUESTIONS.flatMap(({ key, flawOf }) => {
      const given = options[key];
      if (given === undefined) return [];
      const flaw = given.trim() === '' ? 'is empty. Write one, or leave it out.' : flawOf(given);
      if (flaw !== null) throw new UsageError(`--${key}: ${flaw}`);
      return [[key, given]];
    }),
  );
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch(() => {
    throw new UsageError(
      `${folder} cannot be made: there is a file, or it may not be written. Name another folder.`,
    );
  });
}

/** A path as a shell takes it for one word. In double quotes, shells but that of Windows still read `$`, `\`` and others. */
export function quote(path: string, isWindows = process.platform === 'win32'): string {
  if (/^[\w./\\:-]+$/.test(path) && (isWindows || !path.includes('\\'))) return path;
  if (isWindows || !/["$`\\!]/.test(path)) return `"${path}"`;
  return `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
