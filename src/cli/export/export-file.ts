import { readStoryData } from '../../story/load.ts';
import type { Story } from '../../story/story.ts';
import { linkStory } from '../../story/link.ts';
import { languagesOfData } from '../../story/localize-data.ts';
import { FORMATS, type OtherFormat } from '../../story/formats/write/formats.ts';
import { localeOf } from '../../time/format.ts';
import { loadWords } from '../../ui/words/languages.ts';
import { STANDARD } from '../input/read-file.ts';
import { formatFaultIn, formatLoss, readSource } from '../input/read-source.ts';
import { readTag, type ReadingOptions } from '../input/reading-options.ts';
import { refuseSameFile } from '../input/same-file.ts';
import { UsageError } from '../input/usage-error.ts';
import { writeOutput } from '../input/write-file.ts';

export interface ExportCommandOptions extends Omit<ReadingOptions, 'language'> {
  readonly to: string;
  readonly out?: string;
  readonly language?: string;
  readonly force?: boolean;
}

/** A workbook has all languages of the story, every other format one. */
async function write(story: Story, format: OtherFormat | 'xlsx', language: string) {
  if (format === 'xlsx') {
    const { exportXlsx } = await import('../../story/formats/write/xlsx.ts');
    const { bytes, losses } = await exportXlsx(story);
    return { content: bytes, losses };
  }
  const words = await loadWords(localeOf(language));
  const { text, losses } = await format.write(story, language, words?.dates);
  return { content: text, losses };
}

/** Formats by their name and by the ending of their files: `icalendar` is `ics` too. */
function formatOf(name: string): OtherFormat | 'xlsx' {
  if (name === 'xlsx') return name;
  const found = Object.entries(FORMATS).find(
    ([each, { extension }]) => each === name || (extension === name && name !== 'json'),
  );
  if (found) return found[1];
  const names = ['xlsx', ...Object.keys(FORMATS)].map((each) =>
    each === 'icalendar' ? 'ics' : each,
  );
  throw new UsageError(`--to ${name} is not known. Write one of: ${names.join(', ')}.`);
}

/**
 * Writes a story in another format, and tells what the format has no room for. Returns false for a story with faults.
 * Throws a `UsageError` for a wrong option. In both cases nothing is written.
 */
export async function exportFile(path: string, options: ExportCommandOptions): Promise<boolean> {
  const { to, out = STANDARD, language: asked, force, ...reading } = options;
  const format = formatOf(to);
  await refuseSameFile({ '--out': out, 'the file to read': path });
  const read = await readSource(path, reading);
  if ('unreadable' in read) throw new UsageError(`${read.name}: ${read.unreadable}`);
  if (!read.ok) {
    for (const fault of read.faults) console.error(formatLoss(fault, read.name));
    return false;
  }
  const { source } = read;
  for (const loss of source.losses) console.error(formatLoss(loss, source.name));
  const parsed = await readStoryData(source.bytes);
  if (!parsed.ok) {
    for (const fault of parsed.faults) console.error(formatFaultIn(source, fault));
    return false;
  }
  const { data } = parsed;
  const language = asked === undefined ? data.language : await readTag(asked);
  const languages = languagesOfData(data);
  if (!languages.includes(language)) {
    const all = languages.join(', ');
    throw new UsageError(`${source.name} has no text in ${language}. Write one of: ${all}.`);
  }
  const { content, losses } = await write(linkStory(data), format, language);
  await writeOutput(out, content, force);
  for (const loss of losses) console.error(formatLoss(loss, source.name));
  return true;
}
