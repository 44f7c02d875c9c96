import { relative } from 'node:path';
import { checkStory } from '../../site/checks/check-story.ts';
import { readBeside } from '../../site/media/read-beside.ts';
import { formatFault, formatPath, type Fault } from '../../story/parse/faults/fault.ts';
import { formatWarning, type Warning } from '../../story/parse/faults/warning.ts';
import { readBytes } from '../input/read-file.ts';

export interface CheckOptions {
  readonly json?: boolean;
  readonly warningsAsErrors?: boolean;
}

/** What is found in one file. */
interface Report {
  /** Relative to the working directory, so that an editor's terminal can link to the line. */
  readonly file: string;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Warning[];
  /** “4 events, 3 places”; null for a story with faults. */
  readonly contents: string | null;
}

/** Checks files, one after the other, and prints what is found. Returns true if all of them pass. */
export async function checkFiles(
  paths: readonly string[],
  { json = false, warningsAsErrors = false }: CheckOptions,
): Promise<boolean> {
  const reports: Report[] = [];
  for (const path of paths) {
    const report = await checkFile(path);
    if (!json) print(report);
    reports.push(report);
  }
  if (json) console.log(JSON.stringify(reports.map(describe), null, 2));
  return reports.every(
    ({ faults, warnings }) => faults.length === 0 && !(warningsAsErrors && warnings.length > 0),
  );
}

async function checkFile(path: string): Promise<Report> {
  const file = relative('', path) || path;
  const bytes = await readBytes(path);
  if (typeof bytes === 'string') {
    const fault: Fault = { path: [], code: 'unreachable', message: bytes };
    return { file, faults: [fault], warnings: [], contents: null };
  }
  const checked = await checkStory(bytes, readBeside(path));
  const { warnings } = checked;
  if (!checked.ok) return { file, faults: checked.faults, warnings, contents: null };
  const { events, places } = checked.data;
  const contents = `${count(events, 'event')}, ${count(places, 'place')}`;
  return { file, faults: [], warnings, contents };
}

const count = (list: readonly unknown[], one: string): string =>
  `${list.length} ${one}${list.length === 1 ? '' : 's'}`;

function print({ file, faults, warnings, contents }: Report): void {
  for (const fault of faults) {
    const isWhole = fault.code === 'unreachable';
    console.error(isWhole ? `${file}: ${fault.message}` : formatFault(fault, file));
  }
  for (const warning of warnings) console.error(formatWarning(warning, file));
  if (contents === null) return;
  const result = warnings.length === 0 ? 'no fault' : `no fault, ${count(warnings, 'warning')}`;
  console.log(`${file}: ${contents}, ${result}`);
}

const describe = ({ file, faults, warnings }: Report) => ({
  file,
  faults: faults.map(flatten),
  warnings: warnings.map(flatten),
});

/** One finding as other programs read it. `line` and `column` are missing for a file that cannot be read. */
const flatten = ({ path, code, message, position }: Fault | Warning) => ({
  ...position,
  path: path.length === 0 ? '' : formatPath(path),
  code,
  message,
});
