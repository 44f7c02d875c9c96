import { unzipSync, zipSync } from 'fflate';
import type { Unzipped } from 'fflate';
import { addressOf, attributeOf, cutStylesOf, marksOf, tagsOf, targetsOf } from './marks.ts';
import type { SheetMarks } from './marks.ts';

/** What an XLSX file is made of, checked, and packed so that it can be read safely. */
export interface Workbook {
  /** Without compression: nothing in it can grow when it is read. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** In the order of the workbook. */
  readonly sheets: readonly SheetMarks[];
  /** Whether days are counted from 1904, as on old Macs, and not from 1900. */
  readonly isFrom1904: boolean;
}

export type Opened =
  | { readonly ok: true; readonly workbook: Workbook }
  | { readonly ok: false; readonly message: string };

const fail = (message: string): Opened => ({ ok: false, message });

/** Of all parts together, unpacked. A sheet of 20,000 full rows has about 20 MB. */
const MAX_UNPACKED = 64 * 1024 * 1024;
/** A reader fills the gaps between cells, so that one cell in the last corner makes millions. */
const MAX_CELLS = 4_000_000;

/** No packed part is larger than this beyond its own size. One that is lies about its size. */
const MAX_OVERHEAD = 1000;

const AGAIN = 'Open it in a spreadsheet program and save it as XLSX.';

/** What a file is if it is not XLSX, by its first bytes and the names in the archive. */
export function describeOther(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === undefined) return 'The file is empty.';
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) {
    return `The file is an old XLS, or has a password. ${AGAIN}`;
  }
  if (a !== 0x50 || b !== 0x4b) return `The file is not an XLSX: it is no archive. ${AGAIN}`;
  return null;
}

function describeNames(names: readonly string[], mimetype: string): string | null {
  if (mimetype.includes('opendocument')) return `The file is an ODS (OpenDocument). ${AGAIN}`;
  if (names.some((name) => name.endsWith('.bin') && name.includes('workbook'))) {
    return `The file is a binary XLSB. ${AGAIN}`;
  }
  return names.includes('xl/workbook.xml')
    ? null
    : `The file is an archive, but not an XLSX. ${AGAIN}`;
}

interface Unpacked {
  readonly files: Unzipped;
  readonly isTooLarge: boolean;
}

/** The parts that are read. Stops before what is too large is unpacked. Throws if the archive is broken. */
function unpack(bytes: Uint8Array): Unpacked {
  let size = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, size: packed, originalSize }) => {
      const isRead =
        /\.xml(?:\.rels)?$/.test(name) || name === 'mimetype' || name.endsWith('workbook.bin');
      if (packed > originalSize + MAX_OVERHEAD) throw new Error('A part is larger than it says.');
      if (isRead) size += originalSize;
      return isRead && size <= MAX_UNPACKED;
    },
  });
  return { files, isTooLarge: size > MAX_UNPACKED };
}

const textOf = (bytes: Uint8Array | undefined): string =>
  new TextDecoder().decode(bytes ?? new Uint8Array());

/** Every `r="…"` of a sheet: the numbers of its rows and the addresses of its cells. Null if one is neither. */
function extentOf(xml: string): { readonly rows: number; readonly columns: number } | null {
  let [rows, columns] = [0, 0];
  for (const [, , value = ''] of xml.matchAll(/(?<!xmlns:)\br\s*=\s*(["'])([^"']*)\1/g)) {
    const address = /^\d{1,7}$/.test(value)
      ? { row: Number(value) - 1, column: 0 }
      : addressOf(value);
    if (address === null) return null;
    rows = Math.max(rows, address.row + 1);
    columns = Math.max(columns, address.column + 1);
  }
  return { rows, columns };
}

/** The parts of the sheets in the order of the workbook. */
function sheetPaths(files: Unzipped): readonly string[] {
  const targets = targetsOf(textOf(files['xl/_rels/workbook.xml.rels']));
  return tagsOf(textOf(files['xl/workbook.xml']), 'sheet').map((tag) => {
    const target = targets.get(attributeOf(tag, '\\w+:id')) ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  });
}

/** Opens an XLSX file without trusting it. Never throws. */
export function openWorkbook(bytes: Uint8Array): Opened {
  const other = describeOther(bytes);
  if (other !== null) return fail(other);
  let unpacked: Unpacked;
  try {
    unpacked = unpack(bytes);
  } catch {
    return fail(`The file is broken: it cannot be unpacked. ${AGAIN}`);
  }
  const { files, isTooLarge } = unpacked;
  if (isTooLarge) {
    const limit = `${MAX_UNPACKED / 1024 / 1024} MB`;
    return fail(`The file would be larger than ${limit} when it is unpacked. Split it.`);
  }
  const wrong = describeNames(Object.keys(files), textOf(files['mimetype']));
  if (wrong !== null) return fail(wrong);
  const sheets: SheetMarks[] = [];
  const styles = cutStylesOf(textOf(files['xl/styles.xml']));
  let cells = 0;
  for (const path of sheetPaths(files)) {
    const xml = textOf(files[path]);
    const extent = extentOf(xml);
    if (extent === null) return fail(`The file is broken: a cell has no address. ${AGAIN}`);
    cells += extent.rows * Math.max(1, extent.columns);
    const rels = path.replace(/([^/]*)$/, '_rels/$1.rels');
    sheets.push(marksOf(xml, textOf(files[rels]), styles));
  }
  if (cells > MAX_CELLS) {
    const remedy = 'Delete empty rows and columns at the end of its sheets, or split it.';
    return fail(`The file has room for more than ${MAX_CELLS / 1e6} million cells. ${remedy}`);
  }
  const [properties = ''] = tagsOf(textOf(files['xl/workbook.xml']), 'workbookPr');
  const isFrom1904 = /^(?:1|true)$/.test(attributeOf(properties, 'date1904'));
  const packed = new Uint8Array(zipSync(files, { level: 0 }));
  return { ok: true, workbook: { bytes: packed, sheets, isFrom1904 } };
}
