import { dirname, join } from 'node:path';
import { imageSize } from 'image-size';
import { buildSite } from '../../site/build-site.ts';
import { CARD, readAddress, readStoryOrigins } from '../../site/metadata/publication.ts';
import type { Files, Template } from '../../site/template.ts';
import { openFolder, writeFolder } from './output-folder.ts';
import { orUsageError, readMediaFrom } from '../input/origin-options.ts';
import { nameFile, readBytes, STANDARD } from '../input/read-file.ts';
import { mediaNamesOf, readMediaOf } from '../input/read-media.ts';
import {
  formatFaultIn,
  formatLoss,
  formatWarningIn,
  readSource,
  type Source,
} from '../input/read-source.ts';
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
 * faults of a story that cannot be built; then it returns false. Throws a `UsageError` for a wrong option. In both cases
 * nothing is written.
 */
export async function buildFolder(
  path: string,
  options: BuildOptions,
  template: () => Promise<Template> = readTemplate,
): Promise<boolean> {
  const { out, force = false } = options;
  const address = orUsageError(() => readAddress(options.url));
  const mediaOrigins = readMediaFrom(options.mediaFrom);
  const storyOrigins = orUsageError(() => readStoryOrigins(options.allowStories));
  const earlier = await openFolder(out, force);
  const read = await readSource(path, options);
  if ('unreadable' in read) throw new UsageError(`${read.name}: ${read.unreadable}`);
  if (!read.ok) {
    for (const fault of read.faults) console.error(formatLoss(fault, read.name));
    return false;
  }
  const { source } = read;
  const extraFiles = await cardOf(options);
  const readFile = readMediaOf(path, source);
  const site = await buildSite(source.bytes, withoutSpreadsheets(await template()), {
    ...{ address, extraFiles, mediaOrigins, storyOrigins, readFile },
  });
  for (const loss of source.losses) console.error(formatLoss(loss, source.name));
  if (!site.ok) for (const fault of site.faults) console.error(formatFaultIn(source, fault));
  for (const warning of site.warnings) console.error(formatWarningIn(source, warning));
  if (!site.ok) return false;
  for (const note of site.notes) console.error(note);
  await writeFolder(out, site.files, { earlier, inputs: inputsOf(path, options, source) });
  console.log(`${out}: ${site.files.size} files`);
  return true;
}

/** Examples for authors. `new --spreadsheet` writes one; a site needs none (`site/vite/site.ts` adds them to our own). */
const SPREADSHEETS = ['template.csv', 'template.xlsx'];

const withoutSpreadsheets = (template: Template): Template => ({
  ...template,
  files: new Map([...template.files].filter(([path]) => !SPREADSHEETS.includes(path))),
});

/** The files that a site is made of: the story, its media and the card. */
function inputsOf(path: string, { card }: BuildOptions, source: Source): readonly string[] {
  if (path === STANDARD) return card === undefined ? [] : [card];
  const media = mediaNamesOf(source).map((each) => join(dirname(path), each));
  return [path, ...media, ...(card === undefined ? [] : [card])];
}

async function bytesOf(path: string, name: string): Promise<Uint8Array> {
  const bytes = await readBytes(path);
  if (typeof bytes === 'string') throw new UsageError(`${name}: ${bytes}`);
  return bytes;
}

async function cardOf({ card }: BuildOptions): Promise<Files> {
  if (card === undefined) return new Map();
  const bytes = await bytesOf(card, card);
  const flaw = flawOfCard(bytes);
  if (flaw === null) return new Map([[CARD.file, bytes]]);
  const { width, height } = CARD;
  throw new UsageError(`${nameFile(card)} ${flaw}. Make it a PNG of ${width} by ${height} pixels.`);
}

/** What a file is instead of a card, whose type and size the pages tell; null if it is one. */
function flawOfCard(bytes: Uint8Array): string | null {
  try {
    const { width, height, type } = imageSize(bytes);
    if (type === 'png' && width === CARD.width && height === CARD.height) return null;
    return `is a ${String(type).toUpperCase()} of ${width} by ${height}`;
  } catch {
    return 'is no picture';
  }
}
