import Papa from 'papaparse';
import { unguardCell } from '../../cell-guard.ts';
import type { Grid } from '../values/cell.ts';
import type { Report } from '../values/report.ts';
import { countHeadings } from './table.ts';

const DELIMITERS = [',', ';', '\t', '|'];

/** Excel writes this above a CSV to say how it is divided. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

/** A few rows are enough to see which sign divides them. */
const PREVIEW = 40;
const PREVIEW_CHARACTERS = 200_000;

const parse = (text: string, delimiter: string, preview = 0) =>
  Papa.parse<string[]>(text, { delimiter, preview, skipEmptyLines: false });

/** The sign that divides the file into the most columns with a known heading; of equals the first. */
function delimiterOf(text: string): string {
  const start = text.slice(0, PREVIEW_CHARACTERS);
  const scores = DELIMITERS.map((delimiter) =>
    countHeadings({ name: '', rows: parse(start, delimiter, PREVIEW).data }),
  );
  return DELIMITERS[scores.indexOf(Math.max(...scores))] ?? ',';
}

/** The rows of a CSV. A quotation mark that is not closed is a fault: it swallows the rest of the file. */
export function readCsv(written: string, name: string, report: Report): Grid {
  const unmarked = written.replace(/^\uFEFF/, '');
  const [line = '', sign] = SEPARATOR_LINE.exec(unmarked) ?? [];
  const text = unmarked.slice(line.length);
  const { data, errors } = parse(text, sign ?? delimiterOf(text));
  // The story's own CSV has an apostrophe in front of what a spreadsheet would run.
  const cells = data.map((row) => row.map(unguardCell));
  const above = line === '' ? 0 : 1;
  for (const { code, row = 0 } of errors) {
    if (code !== 'MissingQuotes' && code !== 'InvalidQuotes') continue;
    const what = code === 'MissingQuotes' ? 'that is not closed' : 'inside a text in quotes';
    const message = `has a quotation mark ${what}. Write two ("") for a mark in a text in quotes.`;
    report.fault({ sheet: name, row: row + 1 + above }, message);
  }
  return { name, rows: line === '' ? cells : [[], ...cells] };
}
