import Papa from 'papaparse';
import { composeStory } from '../carry/compose-story.ts';
import { readDate } from '../carry/dates.ts';
import type { Context, Header, Item, OtherOptions } from '../carry/item.ts';
import { MAX_FILE, refuse } from '../carry/read-bytes.ts';
import { read } from '../carry/reading.ts';
import type { Imported } from '../format.ts';
import { decodeCsv } from '../sheet/table/decode.ts';
import { readSlide, readTitle } from './read-slide.ts';

/** Names of columns as they are compared: sheets vary in case and spaces. */
const plain = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');

/** Whether the first row of a table is that of a TimelineJS sheet, of version 3 or 1. */
export function isTimelineHeader(cells: readonly string[]): boolean {
  const names = new Set(cells.map(plain));
  return names.has('headline') && (names.has('year') || names.has('start date'));
}

type Row = Readonly<Record<string, string>>;

/** Where each column of the sheet goes in a slide. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  year: ['start_date', 'year'],
  month: ['start_date', 'month'],
  day: ['start_date', 'day'],
  'end year': ['end_date', 'year'],
  'end month': ['end_date', 'month'],
  'end day': ['end_date', 'day'],
  'display date': ['display_date'],
  headline: ['text', 'headline'],
  text: ['text', 'text'],
  media: ['media', 'url'],
  'media credit': ['media', 'credit'],
  'media caption': ['media', 'caption'],
  'media thumbnail': ['media', 'thumbnail'],
  'alt text': ['media', 'alt'],
  background: ['background'],
};

const CLOCK = /^(\d{1,2})(?::(\d\d))?(?::(\d\d)(?:\.\d+)?)?\s*([ap])?\.?m?\.?$/i;

/** `3:30 PM` as hour, minute and second; null if it is no time of day. */
function clockOf(written: string): Readonly<Record<string, string>> | null {
  const [, hour, minute = '0', second = '0', half = ''] = CLOCK.exec(written.trim()) ?? [];
  if (hour === undefined) return null;
  const turned =
    half === '' ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return { hour: String(turned), minute, second };
}

/** `1/26/2012 13:00` of a sheet of version 1 as a date object of TimelineJS; null if it is no date. */
function oldDate(written: string, { options }: Context): Readonly<Record<string, string>> | null {
  const [, days = '', clock = ''] =
    /^(.*?)(?:[ T](\d{1,2}:\d\d.*))?$/.exec(written.trim().slice(0, 100)) ?? [];
  const found = readDate(days, 'UTC', options.dayOrder);
  if (!('date' in found) || !/^\d{4}(?:-\d\d){0,2}$/.test(found.date)) return null;
  const [year = '', month = '', day = ''] = found.date.split('-');
  const time = clock === '' ? {} : clockOf(clock);
  return time && { year, month, day, ...time };
}

/** A value of a slide with its path of two keys, or one. */
type Put = readonly [path: readonly string[], value: string];

/** Where a cell goes. What no column knows keeps its name, under `columns`. */
function putsOf(name: string, cell: string, context: Context): readonly Put[] {
  const column = plain(name);
  const path = Object.hasOwn(COLUMNS, column) ? COLUMNS[column] : undefined;
  if (path !== undefined) return [[path, cell]];
  const date = column.startsWith('end ') ? 'end_date' : 'start_date';
  const under = (parts: Readonly<Record<string, string>>): readonly Put[] =>
    Object.entries(parts).map(([unit, value]) => [[date, unit], value]);
  // What is no time or date is told as an hour or year that is none.
  if (column === 'time' || column === 'end time') return under(clockOf(cell) ?? { hour: cell });
  if (column === 'start date' || column === 'end date') {
    return under(oldDate(cell, context) ?? { year: cell });
  }
  return [[['columns', name], cell]];
}

/** Columns that are read for all of the row. */
const WHOLE = new Set(['type', 'group', 'tag']);

const cellOf = (row: Row, column: string): string =>
  Object.entries(row).find(([name]) => plain(name) === column)?.[1] ?? '';

/** The parts of a slide that a row has, as TimelineJS itself makes them of it; what no column knows stays beside them. */
function slideOf(row: Row, where: string, context: Context): Readonly<Record<string, unknown>> {
  const parts = new Map<string, Map<string, string>>();
  const flat = new Map<string, string>();
  for (const [name, cell] of Object.entries(row)) {
    if (cell === '' || WHOLE.has(plain(name))) continue;
    for (const [[first = '', second], value] of putsOf(name, cell, context)) {
      const part = parts.get(first) ?? new Map<string, string>();
      if (second === undefined) flat.set(first, value);
      else parts.set(first, part.set(second, value));
    }
  }
  const slide = [...parts].map(([name, part]) => [name, Object.fromEntries(part)] as const);
  const [group, tag] = [cellOf(row, 'group'), cellOf(row, 'tag')];
  if (group !== '' && tag !== '' && tag !== group) {
    context.losses.push({
      where,
      message: `Tag is not carried over ("${tag}"): the row has a group.`,
    });
  }
  return Object.fromEntries<unknown>([...flat, ...slide, ['group', group || tag]]);
}

const typeOf = (row: Row): string => cellOf(row, 'type').toLowerCase();
/** The rows of a table by the names of their columns. Cells beyond the header have the number of their column. */
function rowsOf(
  table: readonly (readonly string[])[],
): readonly (readonly [row: Row, line: number])[] {
  const [header = [], ...lines] = table;
  const names = new Map<number, string>();
  const seen = new Set<string>();
  header.forEach((cell, index) => {
    const name = cell.trim();
    const isFree = name !== '' && !seen.has(plain(name));
    seen.add(plain(name));
    names.set(index, isFree ? name : `${name} (column ${index + 1})`.trim());
  });
  return lines.flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const row = cells.map(
      (cell, column) => [names.get(column) ?? `column ${column + 1}`, cell.trim()] as const,
    );
    return [[Object.fromEntries(row), index + 2] as const];
  });
}

/** Reads a TimelineJS sheet that was saved as CSV. */
export async function importTimelineJsCsv(
  bytes: Uint8Array,
  options: OtherOptions,
): Promise<Imported> {
  if (bytes.length > MAX_FILE) return refuse('the file', 'has more than 20 MiB. Make it smaller.');
  const decoded = decodeCsv(bytes, options.language ?? '');
  if (!decoded.ok) return refuse('the file', decoded.message);
  const { text, note } = decoded;
  const context: Context = { options, losses: [] };
  if (note !== undefined) context.losses.push({ where: 'the file', message: note });
  const { data, errors } = Papa.parse<string[]>(text.trimEnd(), { header: false });
  for (const { code, message, row = 0 } of errors) {
    // A table of one column has no separator to find.
    if (code !== 'UndetectableDelimiter')
      context.losses.push({ where: `row ${row + 1}`, message: `${message}. Check the row.` });
  }
  if (!isTimelineHeader(data[0] ?? [])) {
    return refuse(
      'the file',
      'is no TimelineJS sheet. Its first row must have "Headline" and "Year".',
    );
  }
  let header: Header = {};
  const items: Item[] = [];
  for (const [row, line] of rowsOf(data)) {
    const where = `row ${line}`;
    const slide = slideOf(row, where, context);
    const type = typeOf(row);
    if (type === 'title' && header.title === undefined) {
      header = readTitle(slide, context);
      continue;
    }
    if (type !== '' && type !== 'era') read({ Type: type }, where, context.losses).leave();
    items.push(readSlide(slide, where, type === 'era' ? 'state' : 'event', context));
  }
  return await Promise.resolve(composeStory(header, items, context));
}
