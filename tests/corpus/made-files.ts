import { strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { workbook } from '../story/formats/sheet/kit.ts';

/** A file of the corpus that is made, because it is no text or too large to commit. */
export interface MadeFile {
  /** The name of its golden file: `story/made/name` or `import/made/name`. */
  readonly name: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
}

const SOUND = readFileSync(new URL('story/sound.json', import.meta.url), 'utf8');
const KML = readFileSync(new URL('import/kml/sound.kml', import.meta.url), 'utf8');

const MIB = 1024 * 1024;

/** One byte for each character, which must be below U+0100. */
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));

const swapBytes = (bytes: Uint8Array): Uint8Array => new Uint8Array(Buffer.from(bytes).swap16());

/** The sound story with bytes in its title. */
const withTitle = (...bytes: readonly number[]): Uint8Array =>
  latin1(SOUND.replace('A year', String.fromCharCode(...bytes)));

const withEvents = (count: number): Uint8Array => {
  const story = JSON.parse(SOUND) as { events: readonly object[] };
  const [event] = story.events;
  const events = Array.from({ length: count }, (_, index) => ({ ...event, id: `e${index}` }));
  return strToU8(JSON.stringify({ ...story, events }));
};

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

const STORY: readonly MadeFile[] = [
  { name: 'latin-1', make: () => withTitle(0xe9) },
  { name: 'utf-16-little-endian', make: () => utf16(SOUND) },
  { name: 'utf-16-big-endian', make: () => swapBytes(utf16(SOUND)) },
  { name: 'overlong-slash', make: () => withTitle(0xc0, 0xaf) },
  { name: 'surrogate-in-utf-8', make: () => withTitle(0xed, 0xa0, 0x80) },
  { name: 'cut-off-in-a-character', make: () => latin1(`{ "title": "${'\xE1\x84'}`) },
  { name: 'bytes-of-zero', make: () => new Uint8Array(64) },
  { name: 'gzip', make: () => new Uint8Array(gzipSync(SOUND)) },
  { name: 'zip', make: () => zipSync({ 'story.json': strToU8(SOUND) }) },
  { name: 'png', make: () => latin1('\x89PNG\r\n\x1A\n\0\0\0\rIHDR') },
  { name: 'pdf', make: () => latin1('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n') },
  { name: 'lists-in-lists', make: () => strToU8(nested(100_000)) },
  { name: 'lists-in-a-title', make: () => strToU8(SOUND.replace('"A year of talks"', nested(40))) },
  { name: 'open-brackets-only', make: () => strToU8('['.repeat(100_000)) },
  { name: 'over-20-mib', make: () => strToU8(`{${' '.repeat(20 * MIB)}}`) },
  { name: 'events-200000', make: () => withEvents(200_000) },
  {
    name: 'events-100001',
    make: () =>
      strToU8(SOUND.replace(/"events": \[[^]*$/, `"events": [${'0,'.repeat(100_000)}0]}`)),
  },
  {
    name: 'title-of-100000',
    make: () => strToU8(SOUND.replace('A year of talks', 'a'.repeat(100_000))),
  },
];

/** A KMZ or XLSX whose directory says of the file at `path` that it has `size` bytes. */
function withSize(archive: Uint8Array, path: string, size: number): Uint8Array {
  const entry = Buffer.from(archive).lastIndexOf(path) - 46;
  const changed = archive.slice();
  new DataView(changed.buffer).setUint32(entry + 24, size, true);
  return changed;
}

/** A workbook with two events, and a change to the XML of its first sheet. */
async function sheetWith(change: (xml: string) => string): Promise<Uint8Array> {
  const rows = [
    ['date', 'title', 'text'],
    ['2018', 'first', 'x'],
    ['2019', 'second', 'y'],
  ];
  const files = unzipSync(await workbook({ events: rows }));
  const path = Object.keys(files).find((name) => name.endsWith('sheet1.xml')) ?? '';
  return zipSync({ ...files, [path]: strToU8(change(Buffer.from(files[path] ?? []).toString())) });
}

const row = (date: string | number | Date | null, title: string | null) => ({
  events: [
    ['date', 'title'],
    [date, title],
  ],
});

const IMPORT: readonly MadeFile[] = [
  { name: 'csv-in-latin-1', make: () => latin1('date,title\n2018-06-12,Caf\xE9\n') },
  { name: 'csv-in-utf-16', make: () => utf16('date\ttitle\n2018-06-12\tCafé\n') },
  { name: 'csv-with-byte-order-mark', make: () => strToU8('\uFEFFdate,title\n2018-06-12,Café\n') },
  { name: 'csv-with-bytes-of-zero', make: () => strToU8('date,title\n2018-06-12,They\0meet\n') },
  { name: 'csv-over-20-mib', make: () => strToU8(`date,title\n${' '.repeat(20 * MIB)}`) },
  { name: 'json-in-lists', make: () => strToU8(`{"storymap":${nested(100_000)}}`) },
  { name: 'kmz', make: () => zipSync({ 'doc.kml': strToU8(KML) }) },
  { name: 'kmz-without-kml', make: () => zipSync({ 'a.jpg': latin1('\xFF\xD8\xFF') }) },
  { name: 'kmz-that-leaves-the-archive', make: () => zipSync({ '../../doc.kml': strToU8(KML) }) },
  { name: 'kmz-bomb', make: () => zipSync({ 'doc.kml': new Uint8Array(65 * MIB) }, { level: 1 }) },
  {
    name: 'kmz-bomb-that-says-it-is-small',
    make: () =>
      withSize(zipSync({ 'doc.kml': new Uint8Array(65 * MIB) }, { level: 1 }), 'doc.kml', 10),
  },
  { name: 'kmz-cut-off', make: () => zipSync({ 'doc.kml': strToU8(KML) }).slice(0, 100) },
  { name: 'kml-in-utf-16', make: () => utf16(KML.replace('UTF-8', 'UTF-16')) },
  {
    name: 'kml-in-latin-1',
    make: () => latin1(KML.replace('UTF-8', 'ISO-8859-1').replace(/<name>/, '<name>Café: ')),
  },
  {
    name: 'kml-in-latin-1-that-says-utf-8',
    make: () => latin1(KML.replace(/<name>/, '<name>Café: ')),
  },
  { name: 'xlsx', make: () => workbook(row('2018-06-12', 'They meet')) },
  { name: 'xlsx-with-date-cell', make: () => workbook(row(new Date('2018-06-12'), 'They meet')) },
  { name: 'xlsx-with-serial-number', make: () => workbook(row(43263, 'They meet')) },
  { name: 'xlsx-with-date-in-words', make: () => workbook(row('mid June', 'They meet')) },
  { name: 'xlsx-without-date', make: () => workbook(row(null, 'They meet')) },
  { name: 'xlsx-without-events', make: () => workbook({ events: [['date', 'title']] }) },
  { name: 'xlsx-with-nothing', make: () => workbook({ events: [[null]] }) },
  {
    name: 'xlsx-with-unknown-sheet',
    make: () => workbook({ ...row('2018-06-12', 'They meet'), notes: [['to do']] }),
  },
  {
    name: 'xlsx-with-person-twice',
    make: () =>
      workbook({ ...row('2018-06-12', 'They meet'), people: [['name'], ['Kim'], ['Kim']] }),
  },
  {
    name: 'xlsx-with-claims',
    make: () =>
      workbook({
        ...row('2018-06-12', 'They meet'),
        claims: [
          ['event', 'source', 'says', 'differs'],
          ['They meet', 'The Daily', 'They met for an hour.', 'The log says 38 minutes.'],
          ['They met', 'The Daily', 'They met for an hour.', null],
          ['They meet', null, null, null],
        ],
      }),
  },
  {
    name: 'xlsx-with-error-cell',
    make: () =>
      sheetWith((xml) =>
        xml.replace(/<c r="B2"[^>]*>.*?<\/c>/, '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
      ),
  },
  {
    name: 'xlsx-with-merged-cells',
    make: () =>
      sheetWith((xml) =>
        xml.replace(
          '</sheetData>',
          '</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
        ),
      ),
  },
  {
    name: 'xlsx-with-last-cell',
    make: () =>
      sheetWith((xml) =>
        xml.replace(
          '</sheetData>',
          '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
        ),
      ),
  },
  {
    name: 'xlsx-of-1904',
    make: async () => {
      const files = unzipSync(await workbook(row(new Date('2018-06-12'), 'They meet')));
      const path = 'xl/workbook.xml';
      const book = Buffer.from(files[path] ?? []).toString();
      const dated = book.replace(/<workbook[^>]*>/, '$&<workbookPr date1904="1"/>');
      return zipSync({ ...files, [path]: strToU8(dated) });
    },
  },
  { name: 'xls', make: () => latin1('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1') },
  {
    name: 'ods',
    make: () =>
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
        'content.xml': strToU8('<a/>'),
      }),
  },
  { name: 'png', make: () => latin1('\x89PNG\r\n\x1A\n\0\0\0\rIHDR') },
];

const inFolder = (folder: string, files: readonly MadeFile[]): readonly MadeFile[] =>
  files.map((file) => ({ ...file, name: `${folder}/${file.name}` }));

/** Files that cannot be text. */
export const MADE: readonly MadeFile[] = [
  ...inFolder('story/made', STORY),
  ...inFolder('import/made', IMPORT),
];
