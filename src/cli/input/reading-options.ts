import type { Command } from 'commander';
import type { OtherOptions } from '../../story/formats/carry/item.ts';
import { UsageError } from './usage-error.ts';

/** How a file of another format is read, as the options of a command say it. */
export interface ReadingOptions {
  readonly format?: string;
  readonly language?: string;
  readonly zone?: string;
  readonly dayFirst?: boolean;
  readonly monthFirst?: boolean;
  readonly skipUndated?: boolean;
}

/** Adds these options to a command. They say nothing about a file that is a story already. */
export const addReadingOptions = (command: Command): Command =>
  addFormatOptions(command).option(
    '--language <tag>',
    'the language of the texts, such as de or pt-BR; for files of other formats',
  );

/** The same without the language, for a command that has another use for the word. */
export const addFormatOptions = (command: Command): Command =>
  command
    .option(
      '--format <name>',
      'the format of the file, if it is not to be found out: csv, xlsx, storymapjs, timelinejs, kml, geojson, gpx or linked-places',
    )
    .option(
      '--zone <zone>',
      'the time zone of events without a place, such as Europe/Berlin; for files of other formats',
    )
    .option('--day-first', 'read 3/4/2018 as 3 April; for files of other formats')
    .option('--month-first', 'read 3/4/2018 as March 4; for files of other formats')
    .option('--skip-undated', 'leave out what has no date, such as slides of StoryMapJS');

/** A language as an option names it, in the one form of its tag. Throws a `UsageError` for what is none. */
export async function readTag(written: string): Promise<string> {
  const { canonicalTag } = await import('../../story/parse/schema/prose.ts');
  const tag = canonicalTag(written);
  if (tag !== null) return tag;
  throw new UsageError(`--language ${written} is no BCP 47 tag. Write one such as de or pt-BR.`);
}

/** What the readers of other formats ask for. Throws a `UsageError` for a value that they would not understand. */
export async function readOptions(given: ReadingOptions): Promise<OtherOptions> {
  const { language, zone, dayFirst = false, monthFirst = false, skipUndated = false } = given;
  if (dayFirst && monthFirst) {
    throw new UsageError('--day-first and --month-first exclude each other. Remove one.');
  }
  const tag = language === undefined ? undefined : await readTag(language);
  if (zone !== undefined) {
    const { isZone } = await import('../../time/zone.ts');
    if (!isZone(zone)) {
      throw new UsageError(
        `--zone ${zone} is no time zone. Write one such as Europe/Berlin or +08:30.`,
      );
    }
  }
  return {
    ...(tag === undefined ? {} : { language: tag }),
    ...(zone === undefined ? {} : { zone }),
    ...(dayFirst ? { dayOrder: 'day-first' } : monthFirst ? { dayOrder: 'month-first' } : {}),
    ...(skipUndated ? { undated: 'skip' } : {}),
  };
}
