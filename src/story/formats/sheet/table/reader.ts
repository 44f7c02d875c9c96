import type { Text } from '../../../story.ts';
import { checkLinks } from '../../../parse/schema/prose.ts';
import { isBlank, textOf } from '../values/cell.ts';
import type { Cell } from '../values/cell.ts';
import { excessOf, proseOf } from '../values/prose.ts';
import type { Report, Where } from '../values/report.ts';
import type { Column, Row, Table } from './table.ts';

/** How long a text of the story may be, and whether it stands in one line. */
export interface Space {
  readonly limit: number;
  readonly isOneLine: boolean;
}

/** The limits of the story format (`geo/README.md`). */
export const NAME: Space = { limit: 120, isOneLine: true };
export const TITLE: Space = { limit: 200, isOneLine: true };
export const LONG_TITLE: Space = { limit: 400, isOneLine: true };
/** Of what stands for a picture, for readers who cannot see it. */
export const ALT: Space = { limit: 400, isOneLine: true };
export const TEXT: Space = { limit: 2000, isOneLine: false };

/** Reads the cells of a table by what their columns mean. */
export interface Reader {
  readonly table: Table;
  readonly has: (field: string) => boolean;
  /** The cell of a row; null if it is empty or there is no such column. */
  readonly cell: (row: Row, field: string) => Cell;
  /** The cell as it is written. */
  readonly raw: (row: Row, field: string) => string;
  /** A text in the story's language; empty if there is none. Too long a text is a fault. */
  readonly text: (row: Row, field: string, space: Space) => string;
  /** A text in every language that the row has it in; null if there is none. */
  readonly texts: (row: Row, field: string, space: Space) => Text | null;
  readonly at: (row: Row, field: string) => Where;
}

/** The tag of the columns without one: the first tagged title's if no column is without a tag. */
export function languageOf(columns: readonly Column[], field: string): string | null {
  const own = columns.filter((column) => column.field === field);
  return own.some(({ language }) => language === null) ? null : (own[0]?.language ?? null);
}

export function createReader(table: Table, language: string, report: Report): Reader {
  const columns = groupByField(table.columns);
  const of = (field: string): readonly Column[] => columns.get(field) ?? [];
  const first = (field: string): Column | undefined =>
    of(field).find((column) => column.language === null) ??
    of(field).find((column) => column.language === language);
  const cell = (row: Row, field: string): Cell => {
    const found = row.cells[first(field)?.index ?? -1];
    return isBlank(found) ? null : (found ?? null);
  };
  const whereOf = (row: Row, column: Column | undefined, field: string): Where => ({
    sheet: table.name,
    row: row.number,
    column: column?.heading ?? field,
  });
  const read = (row: Row, column: Column, space: Space): string => {
    const { text, hadHtml, hadUnfit } = proseOf(textOf(row.cells[column.index]), space.isOneLine);
    const where = whereOf(row, column, column.field);
    if (hadHtml) {
      report.note(
        where,
        'has HTML. Links, bold and italics are kept where the story has them, the rest is taken out.',
      );
    }
    if (hadUnfit) {
      report.note(
        where,
        'has signs that nobody sees and that a story may not hold, such as a change of direction. They are taken out.',
      );
    }
    const excess = excessOf(text, space.limit);
    if (excess > 0) {
      report.fault(
        where,
        `has ${excess} characters. At most ${space.limit} are allowed. Shorten it.`,
      );
    }
    if (!space.isOneLine) checkLinks(text, (_, message) => report.fault(where, message));
    return text;
  };
  return {
    table,
    has: (field) => of(field).length > 0,
    cell,
    raw: (row, field) => textOf(cell(row, field)),
    text: (row, field, space) => {
      const column = first(field);
      return column === undefined ? '' : read(row, column, space);
    },
    texts: (row, field, space) => {
      const texts: Record<string, string> = {};
      for (const column of of(field)) {
        const text = read(row, column, space);
        const tag = column.language ?? language;
        if (text !== '') texts[tag] ??= text;
      }
      const tags = Object.keys(texts);
      if (tags.length === 0) return null;
      return tags.length === 1 && tags[0] === language ? (texts[language] ?? null) : texts;
    },
    at: (row, field) => whereOf(row, first(field) ?? of(field)[0], field),
  };
}

function groupByField(columns: readonly Column[]): ReadonlyMap<string, readonly Column[]> {
  const groups = new Map<string, Column[]>();
  for (const column of columns)
    groups.set(column.field, [...(groups.get(column.field) ?? []), column]);
  return groups;
}
