import { relative } from 'node:path';
import { buildSite } from '../../site/build-site.ts';
import { CARD, readAddress, readOrigins } from '../../site/metadata/publication.ts';
import type { Files } from '../../site/template.ts';
import { formatFault } from '../../story/parse/faults/fault.ts';
import { formatWarning } from '../../story/parse/faults/warning.ts';
import { openFolder, writeFolder } from './output-folder.ts';
import { readBytes } from '../input/read-file.ts';
import { readTemplate } from './read-template.ts';
import { UsageError } from '../input/usage-error.ts';

export interface BuildOptions {
  readonly out: string;
  readonly url?: string;
  readonly card?: string;
  readonly allowStories?: readonly string[];
  readonly force?: boolean;
}

/**
 * Makes the site of a story file and writes it into a folder. Prints warnings, or the faults of a story that cannot be
 * built; then it returns false. Throws a `UsageError` for a wrong option. Then, too, nothing is written.
 */
export async function buildFolder(path: string, options: BuildOptions): Promise<boolean> {
  const { out, force = false } = options;
  const file = relative('', path) || path;
  const address = orUsageError(() => readAddress(options.url));
  const origins = orUsageError(() => readOrigins(options.allowStories));
  const earlier = await openFolder(out, force);
  const source = await bytesOf(path, file);
  const beside = await cardOf(options);
  const site = await buildSite(source, await readTemplate(), { address, origins, beside });
  if (!site.ok) for (const fault of site.faults) console.error(formatFault(fault, file));
  for (const warning of site.warnings) console.error(formatWarning(warning, file));
  if (!site.ok) return false;
  for (const note of site.notes) console.error(note);
  await writeFolder(out, site.files, earlier);
  console.log(`${out}: ${site.files.size} files`);
  return true;
}

/** Reads an option. What it throws is a wrong use of the command. */
function orUsageError<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function bytesOf(path: string, name: string): Promise<Uint8Array> {
  const bytes = await readBytes(path);
  if (typeof bytes === 'string') throw new UsageError(`${name}: ${bytes}`);
  return bytes;
}

async function cardOf({ card }: BuildOptions): Promise<Files> {
  return new Map(card === undefined ? [] : [[CARD.file, await bytesOf(card, card)]]);
}
