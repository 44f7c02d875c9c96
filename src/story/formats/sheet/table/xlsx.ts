import readXlsxFile from 'read-excel-file/universal';
import type { Cell, Grid } from '../values/cell.ts';
import type { Report } from '../values/report.ts';
import { openWorkbook } from './archive.ts';
import type { SheetMarks } from './marks.ts';
import { fieldOfColumn } from './table.ts';

/** Columns in which an address stands beside words, and those in which it stands alone. */
const BESIDE_WORDS = new Set(['source', 'link']);
const ALONE = new Set(['url', 'image', 'video', 'audio']);

/** Writes the addresses of links into their cells, as a CSV would have them. In other columns they are told. */
function withLinks(rows: Cell[][], { links }: SheetMarks, name: string, report: Report): void {
  for (const { row, column, url } of links) {
    const cells = rows[row];
    const words = cells?.[column];
    if (cells === undefined || typeof words !== 'string' || /https?:\/\//i.test(words)) continue;
    const { field, heading } = fieldOfColumn(name, rows, column) ?? {};
    if (field !== undefined && ALONE.has(field)) cells[column] = url;
    else if (field !== undefined && BESIDE_WORDS.has(field)) cells[column] = `${words} (${url})`;
    else if (field !== undefined)
      report.note(
        { sheet: name, row: row + 1, ...(heading ? { column: heading } : {}) },
        'has a link behind its words, which is not read. Write the address in a column “link”.',
      );
  }
}

/** Days between 1 January 1900 and 1904, as programs count them. */
const FROM_1904 = 1462;
const DATES = new Set(['date', 'end']);

/** Numbers in columns of dates, as if they were counted from 1900. */
function countedFrom1900(rows: readonly Cell[][], name: string): Cell[][] {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const isDate = Array.from({ length: width }, (_, column) =>
    DATES.has(fieldOfColumn(name, rows, column)?.field ?? ''),
  );
  return rows.map((cells) =>
    cells.map((cell, column) =>
      typeof cell === 'number' && cell >= 10_000 - FROM_1904 && isDate[column]
        ? cell + FROM_1904
        : cell,
    ),
  );
}

/** Puts back what the reader leaves out: errors of formulas, and the value of merged cells in each of their rows. */
function withMarks(rows: Cell[][], marks: SheetMarks, name: string, report: Report): Cell[][] {
  for (const { row, column, code } of marks.errors) {
    const cells = rows[row];
    if (cells !== undefined && (cells[column] ?? null) === null) cells[column] = code;
  }
  for (const { row, column, length } of marks.cutDates) {
    const date = rows[row]?.[column];
    if (date instanceof Date && !Number.isNaN(date.getTime()))
      rows[row]?.splice(column, 1, date.toISOString().slice(0, length));
  }
  withLinks(rows, marks, name, report);
  for (const { top, bottom, column } of marks.merges) {
    const value = rows[top]?.[column] ?? null;
    if (value === null || bottom === top) continue;
    for (const cells of rows.slice(top + 1, bottom + 1)) {
      if (cells.some((cell) => cell !== null)) cells[column] ??= value;
    }
    report.note(
      { sheet: name, row: top + 1 },
      'has merged cells. Each of their rows gets the value.',
    );
  }
  return rows;
}

const toCell = (value: unknown): Cell =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  value instanceof Date
    ? value
    : null;

/** The sheets of an XLSX file, in its order; null if it cannot be read, which is a fault. Never throws. */
export async function readXlsx(bytes: Uint8Array, report: Report): Promise<readonly Grid[] | null> {
  const opened = openWorkbook(bytes);
  if (!opened.ok) {
    report.fault({ sheet: 'the file' }, opened.message);
    return null;
  }
  const { workbook } = opened;
  try {
    const sheets = await readXlsxFile(workbook.bytes.buffer);
    return sheets.map(({ sheet, data }, index) => {
      const read = data.map((row) => row.map(toCell));
      const rows = workbook.isFrom1904 ? countedFrom1900(read, sheet) : read;
      const marks = workbook.sheets[index];
      return { name: sheet, rows: marks ? withMarks(rows, marks, sheet, report) : rows };
    });
  } catch {
    const remedy = 'Open it in a spreadsheet program and save it as XLSX.';
    report.fault({ sheet: 'the file' }, `The file is broken: its sheets cannot be read. ${remedy}`);
    return null;
  }
}
