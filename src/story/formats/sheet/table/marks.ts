/** What the reader of cells passes over in silence. Rows and columns count from 0. */
export interface SheetMarks {
  readonly errors: readonly (CellAddress & { readonly code: string })[];
  readonly merges: readonly {
    readonly top: number;
    readonly bottom: number;
    readonly column: number;
  }[];
  /** Dates that show only a month or a year, with the characters of `2018-06-01` that they show. */
  readonly cutDates: readonly (CellAddress & { readonly length: 4 | 7 })[];
  readonly links: readonly (CellAddress & { readonly url: string })[];
}

export interface CellAddress {
  readonly row: number;
  readonly column: number;
}

/** `AB12` as row and column from 0. Null if it is no address of a cell. */
export function addressOf(text: string): CellAddress | null {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(text) ?? [];
  if (letters === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits) - 1, column: column - 1 };
}

export const attributeOf = (tag: string, name: string): string =>
  new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? '';

export const tagsOf = (xml: string, name: string): readonly string[] =>
  xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^<>]*>`, 'g')) ?? [];

/** Where each relationship of a part leads, by its id. */
export const targetsOf = (rels: string): ReadonlyMap<string, string> =>
  new Map(
    tagsOf(rels, 'Relationship').map((tag) => [attributeOf(tag, 'Id'), attributeOf(tag, 'Target')]),
  );

/** The format `mmm-yy`, which every workbook has without writing it down. */
const MONTH_FORMAT = '17';

/** How much of a date a format shows; null if it shows a day, or is no format of dates. */
function shownBy(code: string): 4 | 7 | null {
  const [signs = ''] = code
    .replace(/&quot;[^&]*&quot;|\[[^\]]*\]|\\./g, '')
    .toLowerCase()
    .split(';');
  if (/[dhs0#?@]|general/.test(signs) || !/[ye]/.test(signs)) return null;
  return signs.includes('m') ? 7 : 4;
}

/** For each number of a style, how much of a date it shows, if that is no day. */
export function cutStylesOf(styles: string): ReadonlyMap<string, 4 | 7> {
  const codes = new Map(
    tagsOf(styles, 'numFmt').map((tag) => {
      const code = /\bformatCode\s*=\s*(["'])(.*?)\1/.exec(tag)?.[2] ?? '';
      return [attributeOf(tag, 'numFmtId'), shownBy(code.replace(/"[^"]*"/g, ''))];
    }),
  );
  const start = styles.search(/<(?:\w+:)?cellXfs\b/);
  const end = styles.search(/<\/(?:\w+:)?cellXfs>/);
  return new Map(
    tagsOf(start < 0 ? '' : styles.slice(start, end), 'xf').flatMap((tag, index) => {
      const format = attributeOf(tag, 'numFmtId');
      const length = codes.get(format) ?? (format === MONTH_FORMAT ? 7 : null);
      return length === null ? [] : [[String(index), length] as const];
    }),
  );
}

/** As many errors, merged cells and links of a sheet are looked at. */
const MAX_MARKS = 10_000;
/** A formula stands before its value. Longer ones are rare, and their error is then told as an empty cell. */
const MAX_FORMULA = 2000;

function errorsOf(xml: string): SheetMarks['errors'] {
  const errors = [];
  for (const { 0: tag, index } of xml.matchAll(/<(?:\w+:)?c\s[^<>]*\bt="e"[^<>]*>/g)) {
    const address = addressOf(/\br="([^"]*)"/.exec(tag)?.[1] ?? '');
    const inside = xml.slice(index + tag.length, index + tag.length + MAX_FORMULA);
    const [, code] = /<(?:\w+:)?v>([^<]{1,20})</.exec(inside) ?? [];
    if (address !== null && code !== undefined) errors.push({ ...address, code });
    if (errors.length >= MAX_MARKS) break;
  }
  return errors;
}

function mergesOf(xml: string): SheetMarks['merges'] {
  const merges = [];
  for (const [, first = '', last = ''] of xml.matchAll(
    /<(?:\w+:)?mergeCell\s+ref="([A-Z\d]{2,10}):([A-Z\d]{2,10})"/g,
  )) {
    const [from, to] = [addressOf(first), addressOf(last)];
    if (from === null || to === null || from.column !== to.column) continue;
    merges.push({ top: from.row, bottom: to.row, column: from.column });
    if (merges.length >= MAX_MARKS) break;
  }
  return merges;
}

/** Every date is cut, however many there are: half a column of days would be worse. */
function cutDatesOf(xml: string, styles: ReadonlyMap<string, 4 | 7>): SheetMarks['cutDates'] {
  if (styles.size === 0) return [];
  const cut = [];
  for (const [tag] of xml.matchAll(/<(?:\w+:)?c\s[^<>]*>/g)) {
    const length = styles.get(attributeOf(tag, 's'));
    const address = length === undefined ? null : addressOf(attributeOf(tag, 'r'));
    if (length !== undefined && address !== null) cut.push({ ...address, length });
  }
  return cut;
}

/** The links of cells to the web. Of a range, its first cell has the link. */
const linksOf = (xml: string, targets: ReadonlyMap<string, string>): SheetMarks['links'] =>
  tagsOf(xml, 'hyperlink')
    .slice(0, MAX_MARKS)
    .flatMap((tag) => {
      const address = addressOf(attributeOf(tag, 'ref').split(':')[0] ?? '');
      const url = (targets.get(attributeOf(tag, '\\w+:id')) ?? '').replaceAll('&amp;', '&');
      return address !== null && /^https?:\/\//i.test(url) ? [{ ...address, url }] : [];
    });

/** The marks of a sheet, by its XML and that of its relationships. */
export const marksOf = (
  xml: string,
  rels: string,
  styles: ReadonlyMap<string, 4 | 7>,
): SheetMarks => ({
  errors: errorsOf(xml),
  merges: mergesOf(xml),
  cutDates: cutDatesOf(xml, styles),
  links: linksOf(xml, targetsOf(rels)),
});
