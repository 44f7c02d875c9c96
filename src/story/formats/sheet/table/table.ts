import { canonicalTag } from '../../../parse/schema/prose.ts';
import { didYouMean } from '../../../parse/faults/did-you-mean.ts';
import { isBlank, textOf } from '../values/cell.ts';
import type { Cell, Grid } from '../values/cell.ts';
import { fold } from '../values/fold.ts';
import type { Report, Where } from '../values/report.ts';
import { say } from '../values/report.ts';
import { proseOf } from '../values/prose.ts';
import { HEADINGS, isOtherWayRound, REQUIRED, SHEETS } from './vocabulary.ts';
import type { SheetKind } from './vocabulary.ts';

/** A column that is read. */
export interface Column {
  readonly index: number;
  /** As the author wrote it. */
  readonly heading: string;
  /** What it means, such as `title`. */
  readonly field: string;
  /** BCP 47 tag of a column in another language, such as `title (ko)`. */
  readonly language: string | null;
}

export interface Row {
  /** As spreadsheet programs count, from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** The rows of a sheet under their headings, without empty rows. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** The columns whose texts may be in several languages. */
const TEXTS = new Set(
  'title text place alt caption credit name role party note says differs summary credits'.split(
    ' ',
  ),
);

const SUFFIX =
  /^(.*?)\s*(?:[([]\s*([a-z]{2,3}(?:-[a-z\d]{2,8})*)\s*[)\]]|[_:]\s*([a-z]{2,3}(?:-[a-z\d]{2,8})*))$/i;

/** Tags of small languages that are words of English, as in “title (new)” and “text_raw”. */
const ENGLISH = new Set(
  'all ask bit day den end fan for gay get her him his how kit lag man max men min new not old out raw run see sub sum tab tag the top two use war way'.split(
    ' ',
  ),
);

/** Whether a word is the tag of a language that has a name. */
function isLanguage(written: string): boolean {
  const tag = canonicalTag(written);
  if (tag === null || ENGLISH.has(tag)) return false;
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) !== undefined;
}

/** The heading of a cell in plain text, cut off where it is no heading any more. */
const headingOf = (cell: Cell | undefined): string => {
  const text = textOf(cell);
  return text.length > 200 ? '' : proseOf(text, true).text;
};

/** What a heading means, and in which language its column is. Null if it is not known. */
export function readHeading(
  heading: string,
  words: ReadonlyMap<string, string>,
): Pick<Column, 'field' | 'language'> | null {
  const whole = words.get(fold(heading));
  if (whole !== undefined) return { field: whole, language: null };
  const [, name = '', bracketed, written] = SUFFIX.exec(heading) ?? [];
  const tag = bracketed ?? written ?? '';
  // `place_id` is an id, `place (id)` is Indonesian.
  const isTag = isLanguage(tag) && (bracketed !== undefined || tag.toLowerCase() !== 'id');
  const field = words.get(fold(name));
  if (isTag && field !== undefined && TEXTS.has(field)) {
    return { field, language: Intl.getCanonicalLocales(tag)[0] ?? tag };
  }
  // “Date (YYYY-MM-DD)”, “Photo [URL]”
  const hinted = words.get(fold(heading.replace(/[([][^()[\]]*[)\]]$/, '')));
  return hinted === undefined ? null : { field: hinted, language: null };
}

/** As many rows are searched for the headings. */
const MAX_ABOVE = 30;

interface Found {
  readonly row: number;
  readonly columns: readonly Column[];
}

/** As many columns are read; of as many others is told why they are not. */
const MAX_COLUMNS = 200;

/** “Tag” is English for a word that sorts events, and German for the day beside “Monat”. */
function withGermanDay(columns: readonly Column[]): Column[] {
  const hasMonth = columns.some(({ heading }) => fold(heading) === 'monat');
  const hasDay = columns.some(({ field }) => field === 'day');
  if (!hasMonth || hasDay) return [...columns];
  return columns.map((column) =>
    fold(column.heading) === 'tag' ? { ...column, field: 'day' } : column,
  );
}

const YEARS = new Set(['year', 'start year', 'jahr', 'année', 'año', '연도'].map(fold));

/** A column of years beside one of dates says the year of dates such as “12 June”. Alone it is the date. */
function withYear(columns: readonly Column[]): Column[] {
  const isYear = ({ field, heading }: Column) => field === 'date' && YEARS.has(fold(heading));
  const hasDates = columns.some((column) => column.field === 'date' && !isYear(column));
  return columns.map((column) =>
    hasDates && isYear(column) ? { ...column, field: 'year' } : column,
  );
}

function columnsOf(row: readonly Cell[], words: ReadonlyMap<string, string>): Column[] {
  const columns = row.slice(0, MAX_COLUMNS).flatMap((cell, index) => {
    const heading = headingOf(cell);
    const meaning = heading === '' ? null : readHeading(heading, words);
    return meaning === null ? [] : [{ index, heading, ...meaning }];
  });
  return withYear(withGermanDay(columns));
}

/** Whether columns are what a sheet needs. Events may have a Korean title only. */
const suffice = (columns: readonly Column[], needed: readonly string[]): boolean =>
  needed.every((field) => columns.some((column) => column.field === field));

/** The first row with every heading that a sheet of a kind needs; null if there is none. */
export function findHeadings(grid: Grid, kind: Exclude<SheetKind, 'story'>): Found | null {
  const words = HEADINGS[kind];
  for (const [row, cells] of grid.rows.slice(0, MAX_ABOVE).entries()) {
    const columns = columnsOf(cells, words);
    if (suffice(columns, REQUIRED[kind])) return { row, columns };
  }
  return null;
}

/** What a column of a sheet means, by the first heading in it that is known. */
export function fieldOfColumn(
  sheet: string,
  rows: readonly (readonly Cell[])[],
  index: number,
): Pick<Column, 'field' | 'heading'> | null {
  const kind = SHEETS.get(fold(sheet)) ?? 'events';
  if (!(kind in HEADINGS)) return null;
  for (const cells of rows.slice(0, MAX_ABOVE)) {
    const heading = headingOf(cells[index]);
    const meaning = heading === '' ? null : readHeading(heading, HEADINGS[kind as SheetKind]);
    if (meaning !== null) return { field: meaning.field, heading };
  }
  return null;
}

/** How many headings of events are in a row of the grid at most: tells which reading of a CSV is the right one. */
export function countHeadings(grid: Grid): number {
  const counts = grid.rows
    .slice(0, MAX_ABOVE)
    .map((cells) => new Set(columnsOf(cells, HEADINGS.events).map(({ field }) => field)).size);
  return Math.max(0, ...counts);
}

/** The name of a column without a heading: `C`. */
function lettersOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : lettersOf(Math.floor(index / 26) - 1) + letter;
}

function withoutTwins(columns: readonly Column[], sheet: string, report: Report): Column[] {
  const seen = new Map<string, Column>();
  return columns.filter((column) => {
    const key = `${column.field}:${column.language ?? ''}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, column);
      return true;
    }
    const where = { sheet, column: column.heading };
    report.note(
      where,
      `means the same as “${first.heading}” and is not read. Remove one of the two.`,
    );
    return false;
  });
}

/** Tells of filled columns that no heading explains. */
function noteUnread(
  grid: Grid,
  found: Found,
  rows: readonly Row[],
  kind: SheetKind,
  report: Report,
) {
  const known = new Set(found.columns.map(({ index }) => index));
  const headings = grid.rows[found.row] ?? [];
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), headings.length);
  const filled = new Map<number, Row>();
  for (const row of rows) {
    if (filled.size + known.size >= width) break;
    row.cells.forEach((cell, index) => {
      if (!known.has(index) && !filled.has(index) && !isBlank(cell)) filled.set(index, row);
    });
  }
  const free = [...new Set(HEADINGS[kind].values())].filter(
    (field) => !found.columns.some((column) => column.field === field),
  );
  if (filled.size > MAX_COLUMNS) {
    const message = `has ${filled.size} columns that are not known here, and are not read.`;
    report.note({ sheet: grid.name }, message);
  }
  for (const [index, row] of [...filled].sort(([a], [b]) => a - b).slice(0, MAX_COLUMNS)) {
    const heading = headingOf(headings[index]);
    const guess = isOtherWayRound(heading)
      ? ' Write it the other way round: in the row of the later event, in a column “comes out of”.'
      : didYouMean(heading, free);
    if (heading !== '') {
      const message = `is not known here, so this column is not read.${guess}`;
      report.note({ sheet: grid.name, column: heading }, message);
      continue;
    }
    const cell = say(textOf(row.cells[index]).trim());
    const hint = 'Give the column a heading. In a CSV, put quotes around texts with commas.';
    const message = `has ${cell}, but no heading, so this column is not read. ${hint}`;
    report.note(
      { sheet: grid.name, row: row.number, column: `column ${lettersOf(index)}` },
      message,
    );
  }
}

const ERROR =
  /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|ERROR!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BEZUG!|WERT!|NV|WERT|BEZUG)$/i;
const NOTHING = /^(?:n\/a|#?n\.a\.|-|–|—|null|nil|nan|\(blank\))$/i;
/** Excel has no longer texts. */
const MAX_CELL = 32_767;

/** A cell without what only looks like a value: errors of formulas, `N/A`, a dash. */
function meantBy(cell: Cell, where: () => Where, report: Report): Cell {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== 'string') return cell;
  if (cell.length > MAX_CELL) {
    report.fault(
      where(),
      `has more than ${MAX_CELL} characters. No spreadsheet has such cells. Shorten it.`,
    );
    return null;
  }
  const text = cell.length > 20 ? cell : cell.trim();
  if (text === '') return null;
  if (ERROR.test(text)) {
    report.note(
      where(),
      `has the error ${text} of a formula. It is read as empty. Repair the formula.`,
    );
    return null;
  }
  if (NOTHING.test(text)) {
    report.note(where(), `has ${say(text)}. It is read as empty.`);
    return null;
  }
  return cell;
}

function rowsUnder(grid: Grid, { row: top, columns }: Found, report: Report): Row[] {
  return grid.rows.slice(top + 1).flatMap((written, index) => {
    if (written.every(isBlank)) return [];
    const number = top + index + 2;
    const cells = [...written];
    for (const { index: at, heading } of columns) {
      const where = () => ({ sheet: grid.name, row: number, column: heading });
      cells[at] = meantBy(cells[at] ?? null, where, report);
    }
    return [{ number, cells }];
  });
}

function noteAbove(grid: Grid, found: Found, report: Report): void {
  const above = grid.rows
    .slice(0, found.row)
    .flatMap((row) => row.filter((cell) => !isBlank(cell)));
  const [first] = above;
  if (first === undefined) return;
  const what = `${say(textOf(first).trim())} stands above the headings and is not read.`;
  report.note({ sheet: grid.name, row: 1 }, what);
}

/** A sheet as a table; null if it has no headings, which is a fault. */
export function readTable(
  grid: Grid,
  kind: Exclude<SheetKind, 'story'>,
  report: Report,
): Table | null {
  const found = findHeadings(grid, kind);
  if (found === null) {
    const needed = REQUIRED[kind].map((field) => `“${field}”`).join(' and ');
    const seen = columnsOf(grid.rows.find((row) => !row.every(isBlank)) ?? [], HEADINGS[kind]);
    const missing = REQUIRED[kind].filter(
      (field) => !seen.some((column) => column.field === field),
    );
    const message =
      seen.length > 0
        ? `has no column ${missing.map((field) => `“${field}”`).join(' and ')}. Add it to the row of headings.`
        : `has no headings. Write ${needed} above the columns, in one row.`;
    report.fault({ sheet: grid.name }, message);
    return null;
  }
  noteAbove(grid, found, report);
  const columns = withoutTwins(found.columns, grid.name, report);
  const rows = rowsUnder(grid, found, report);
  noteUnread(grid, found, rows, kind, report);
  return { name: grid.name, columns, rows };
}
