import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { checkStory } from '../../site/checks/check-story.ts';
import { importAs } from '../input/import-as.ts';
import { nameFile, readBytes, STANDARD, titleOf } from '../input/read-file.ts';
import { readMediaOf } from '../input/read-media.ts';
import {
  formatFaultIn,
  formatLoss,
  formatWarningIn,
  importedSource,
  type Source,
} from '../input/read-source.ts';
import { readOptions, type ReadingOptions } from '../input/reading-options.ts';
import { refuseSameFile } from '../input/same-file.ts';
import { UsageError } from '../input/usage-error.ts';
import { writeOutput } from '../input/write-file.ts';
import { formatJson } from '../input/format-json.ts';
import { mediaToWrite, writeMedia } from './write-media.ts';

export interface ImportCommandOptions extends ReadingOptions {
  readonly out: string;
  readonly report?: string;
  readonly force?: boolean;
}

/**
 * Writes a file of another format as a story, and its media beside it: those of an archive, and those beside the file.
 * Tells what the story does not hold, and what is still wrong with it. Returns false if there is no story, or one with faults.
 * Throws a `UsageError` for a wrong option; then there is no story.
 */
export async function importFile(path: string, options: ImportCommandOptions): Promise<boolean> {
  const { out, report, force = false } = options;
  const name = nameFile(path);
  const reading = { ...(await readOptions(options)), title: titleOf(path) };
  await refuseSameFile({ '--out': out, '--report': report, 'the file to read': path });
  for (const file of [out, report]) refuseEarlier(file, force);
  const bytes = await readBytes(path);
  if (typeof bytes === 'string') throw new UsageError(`${name}: ${bytes}`);
  const read = importedSource(name, await importAs(bytes, options.format, reading));
  if (!read.ok) {
    for (const fault of 'faults' in read ? read.faults : []) console.error(formatLoss(fault, name));
    const without = await importAs(bytes, options.format, { ...reading, undated: 'skip' });
    if (without.ok) console.error('Add --skip-undated to leave out what has no date.');
    return false;
  }
  const source = { ...read.source, media: await mediaToWrite(path, read.source, out) };
  await writeMediaOf(source, out, force);
  await writeOutput(out, formatJson(source.draft), force);
  await tellLosses(source, report, force);
  return await tellFaults(source, path, out);
}

function refuseEarlier(file: string | undefined, force: boolean): void {
  if (file === undefined || file === STANDARD || force || !existsSync(file)) return;
  throw new UsageError(
    `${file} is there already. Name another file, or add --force to overwrite it.`,
  );
}

async function writeMediaOf({ media, name }: Source, out: string, force: boolean): Promise<void> {
  if (out === STANDARD) {
    if (media.size === 0) return;
    console.error(`${name}: ${media.size} media are not written. Name a file with --out.`);
    return;
  }
  await writeMedia(dirname(out), media, force);
}

async function tellLosses(
  { losses, name }: Source,
  report: string | undefined,
  force: boolean,
): Promise<void> {
  const lines = losses.map((loss) => formatLoss(loss, name));
  if (report === undefined || report === STANDARD) for (const line of lines) console.error(line);
  else await writeOutput(report, lines.map((line) => `${line}\n`).join(''), force);
}

/**
 * Checks the new story with the media beside it; beside its file, if it goes to standard output. Prints its faults and
 * warnings in the words of that file.
 */
async function tellFaults(source: Source, path: string, out: string): Promise<boolean> {
  const checked = await checkStory(
    source.bytes,
    readMediaOf(out === STANDARD ? path : out, source),
  );
  if (!checked.ok) for (const fault of checked.faults) console.error(formatFaultIn(source, fault));
  for (const warning of checked.warnings) console.error(formatWarningIn(source, warning));
  if (!checked.ok) {
    console.error(
      `${nameOf(out)} has faults. Mend them in ${source.name} and import it again, or in the story.`,
    );
    return false;
  }
  if (out !== STANDARD) {
    const { events, places } = checked.data;
    const files = source.media.size === 0 ? '' : `, ${source.media.size} media`;
    console.log(`${out}: ${events.length} events, ${places.length} places${files}`);
  }
  return true;
}

const nameOf = (out: string): string => (out === STANDARD ? 'The story' : out);
