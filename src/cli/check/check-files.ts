import { checkStory } from '../../site/checks/check-story.ts';
import type { Loss } from '../../story/formats/format.ts';
import { formatPath, type Fault } from '../../story/parse/faults/fault.ts';
import type { Warning } from '../../story/parse/faults/warning.ts';
import { readMediaOf } from '../input/read-media.ts';
import {
  describeIn,
  formatFaultIn,
  formatLoss,
  formatWarningIn,
  readSource,
  type Source,
} from '../input/read-source.ts';
import type { ReadingOptions } from '../input/reading-options.ts';

export interface CheckOptions extends ReadingOptions {
  readonly json?: boolean;
  readonly warningsAsErrors?: boolean;
}

/** One finding, as a line for people and as an object for other programs. */
interface Finding {
  readonly line: string;
  readonly json: {
    /** Line and column are missing for a file that cannot be read, and for one of another format. */
    readonly line?: number;
    readonly column?: number;
    readonly path: string;
    readonly code: string;
    readonly message: string;
  };
}

/** What is found in one file. */
interface Report {
  readonly file: string;
  /** There is no such file, or it cannot be opened. */
  readonly isUnreadable: boolean;
  readonly faults: readonly Finding[];
  readonly warnings: readonly Finding[];
  /** “4 events, 3 places”; null for a story with faults. */
  readonly contents: string | null;
}

/**
 * Checks files, one after the other, and prints what is found. Returns the exit code: 0 if all of them pass, 1 if one
 * does not, 2 if one cannot be read.
 */
export async function checkFiles(
  paths: readonly string[],
  { json = false, warningsAsErrors = false, ...reading }: CheckOptions,
): Promise<0 | 1 | 2> {
  const reports: Report[] = [];
  for (const path of paths) {
    const report = await checkFile(path, reading);
    if (!json) print(report);
    reports.push(report);
  }
  if (json) console.log(JSON.stringify(reports.map(describe), null, 2));
  if (reports.some(({ isUnreadable }) => isUnreadable)) return 2;
  const pass = reports.every(
    ({ faults, warnings }) => faults.length === 0 && !(warningsAsErrors && warnings.length > 0),
  );
  return pass ? 0 : 1;
}

async function checkFile(path: string, reading: ReadingOptions): Promise<Report> {
  const read = await readSource(path, reading);
  if (!read.ok) {
    const { name: file } = read;
    const faults =
      'faults' in read
        ? read.faults.map((fault) => findingOfLoss(fault, file))
        : [findingOfFile(read.unreadable, file)];
    return { file, isUnreadable: 'unreadable' in read, faults, warnings: [], contents: null };
  }
  const { source } = read;
  const { name: file, losses } = source;
  const checked = await checkStory(source.bytes, readMediaOf(path, source));
  const warnings = [
    ...losses.map((loss) => findingOfLoss(loss, file)),
    ...checked.warnings.map((each) => findingOf(each, formatWarningIn(source, each), source)),
  ];
  if (!checked.ok) {
    const faults = checked.faults.map((each) =>
      findingOf(each, formatFaultIn(source, each), source),
    );
    return { file, isUnreadable: false, faults, warnings, contents: null };
  }
  const { events, places } = checked.data;
  const contents = `${count(events, 'event')}, ${count(places, 'place')}`;
  return { file, isUnreadable: false, faults: [], warnings, contents };
}

const count = (list: readonly unknown[], one: string): string =>
  `${list.length} ${one}${list.length === 1 ? '' : 's'}`;

/** What a reader of another format tells: a fault, or what the story does not hold. */
const findingOfLoss = (loss: Loss, file: string): Finding => ({
  line: formatLoss(loss, file),
  json: { path: '', code: 'import', message: `${loss.where}: ${loss.message}` },
});

const findingOfFile = (message: string, file: string): Finding => ({
  line: `${file}: ${message}`,
  json: { path: '', code: 'unreachable', message },
});

function findingOf(each: Fault | Warning, line: string, { draft }: Source): Finding {
  const { path, code, message, position } = each;
  if (draft !== null) return { line, json: { path: '', code, message: describeIn(each, draft) } };
  const written = path.length === 0 ? '' : formatPath(path);
  return { line, json: { ...position, path: written, code, message } };
}

function print({ file, faults, warnings, contents }: Report): void {
  for (const { line } of [...faults, ...warnings]) console.error(line);
  if (contents === null) return;
  const result = warnings.length === 0 ? 'no fault' : `no fault, ${count(warnings, 'warning')}`;
  console.log(`${file}: ${contents}, ${result}`);
}

const describe = ({ file, faults, warnings }: Report) => ({
  file,
  faults: faults.map(({ json }) => json),
  warnings: warnings.map(({ json }) => json),
});
