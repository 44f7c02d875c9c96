/** What a cell of a spreadsheet holds. A CSV has texts only. A date is in UTC: it has no time zone in the file. */
export type Cell = string | number | boolean | Date | null;

/** The cells of a sheet by row and column. Rows may have different lengths. */
export interface Grid {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** A cell as the text that its reader sees, more or less. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString();
  return String(cell);
}

/** Whether a cell has nothing that can be seen. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
