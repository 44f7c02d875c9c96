import readXlsxFile from 'read-excel-file/universal';
import type { Cell, Grid } from '../values/cell.ts';
import type { Report } from '../values/report.ts';
import { openWorkbook } from './archive.ts';
import type { SheetMarks } from './archive.ts';

/** Puts back what the reader leaves out: errors of formulas, and the value of merged cells in each of their rows. */
function withMarks(rows: Cell[][], marks: SheetMarks, name: string, report: Report): Cell[][] {
  for (const { row, column, code } of marks.errors) {
    const cells = rows[row];
    if (cells !== undefined && (cells[column] ?? null) === null) cells[column] = code;
  }
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
      const rows = data.map((row) => row.map(toCell));
      const marks = workbook.sheets[index];
      return { name: sheet, rows: marks ? withMarks(rows, marks, sheet, report) : rows };
    });
  } catch {
    const remedy = 'Open it in a spreadsheet program and save it as XLSX.';
    report.fault({ sheet: 'the file' }, `The file is broken: its sheets cannot be read. ${remedy}`);
    return null;
  }
}
