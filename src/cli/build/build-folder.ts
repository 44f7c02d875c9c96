import { buildSite } from '../../site/build-site.ts';
import { readMediaOrigins } from '../../site/media/media-origins.ts';
import { CARD, readAddress, readStoryOrigins } from '../../site/metadata/publication.ts';
import type { Files } from '../../site/template.ts';
import { openFolder, writeFolder } from './output-folder.ts';
import { orUsageError } from '../input/origin-options.ts';
import { readBytes } from '../input/read-file.ts';
import { readMediaOf } from '../input/read-media.ts';
import { formatFaultIn, formatLoss, formatWarningIn, readSource } from '../input/read-source.ts';
import type { ReadingOptions } from '../input/reading-options.ts';
import { readTemplate } from '../input/read-template.ts';
import { UsageError } from '../input/usage-error.ts';

export interface BuildOptions extends ReadingOptions {
  readonly out: string;
  readonly url?: string;
  readonly card?: string;
  readonly allowStories?: readonly string[];
  readonly mediaFrom?: readonly string[];
  readonly force?: boolean;
}

/**
 * Makes the site of a story, or of a file that can become one, and writes it into a folder. Prints warnings, or the
 * faults of a story that cannot be built; then it returns false. Throws a `UsageError` for a wrong option. Then, too, nothing is written.
 */
export async function buildFolder(path: string, options: BuildOptions): Promise<boolean> {
  const { out, force = false } = options;
  const address = orUsageError(() => readAddress(options.url));
  const mediaOrigins = orUsageError(() => readMediaOrigins(options.mediaFrom ?? []));
  const storyOrigins = orUsageError(() => readStoryOrigins(options.allowStories));
  const earlier = await openFolder(out, force);
  const read = await readSource(path, options);
  if ('unreadable' in read) throw new UsageError(`${read.name}: ${read.unreadable}`);
  if (!read.ok) {
    for (const fault of read.faults) console.error(formatLoss(fault, read.name));
    return false;
  }
  const { source } = read;
  const beside = await cardOf(options);
  const readFile = readMediaOf(path, source);
  const site = await buildSite(source.bytes, await readTemplate(), {
    ...{ address, beside, mediaOrigins, storyOrigins, readFile },
  });
  for (const loss of source.losses) console.error(formatLoss(loss, source.name));
  if (!site.ok) for (const fault of site.faults) console.error(formatFaultIn(source, fault));
  for (const warning of site.warnings) console.error(formatWarningIn(source, warning));
  if (!site.ok) return false;
  for (const note of site.notes) console.error(note);
  await writeFolder(out, site.files, earlier);
  console.log(`${out}: ${site.files.size} files`);
  return true;
}

async function bytesOf(path: string, name: string): Promise<Uint8Array> {
  const bytes = await readBytes(path);
  if (typeof bytes === 'string') throw new UsageError(`${name}: ${bytes}`);
  return bytes;
}

async function cardOf({ card }: BuildOptions): Promise<Files> {
  return new Map(card === undefined ? [] : [[CARD.file, await bytesOf(card, card)]]);
}
