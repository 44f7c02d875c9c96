/** A format that a file may have by mistake: its name with article, how it begins, and what to do. */
type Format = readonly [name: string, start: RegExp, remedy: string];

const CONVERT = 'Write the story as JSON.';
/** The remedy for a file that is no text. */
export const A_STORY_IS_JSON = 'A story is a text file with JSON. Write one, or export one.';
const EXPORT = A_STORY_IS_JSON;
const UNPACK = 'Unpack it, and take the JSON file in it.';
const SAVE = 'Save the file with the encoding UTF-8.';

/** Formats that are known by their first bytes, here as characters U+0000 to U+00FF. */
const BINARY: readonly Format[] = [
  ['UTF-32', /^(?:\xFF\xFE\0\0|\0\0\xFE\xFF|\0\0\0[^\0]|[^\0]\0\0\0)/, SAVE],
  ['UTF-16', /^(?:\xFF\xFE|\xFE\xFF|\0[^\0]|[^\0]\0)/, SAVE],
  ['a ZIP file, such as Excel, Word and Numbers write', /^PK[\x03\x05]/, EXPORT],
  ['an old Excel or Word file', /^\xD0\xCF\x11\xE0/, EXPORT],
  ['compressed (gzip)', /^\x1F\x8B/, UNPACK],
  ['compressed (bzip2)', /^BZh\d/, UNPACK],
  ['compressed (xz)', /^\xFD7zXZ/, UNPACK],
  ['compressed (Zstandard)', /^\x28\xB5\x2F\xFD/, UNPACK],
  ['a 7z file', /^7z\xBC\xAF/, UNPACK],
  ['a PDF file', /^%PDF-/, EXPORT],
  ['a picture', /^(?:\x89PNG|\xFF\xD8\xFF|GIF8\d|RIFF....WEBP)/s, EXPORT],
  ['an SQLite database', /^SQLite format/, EXPORT],
  ['no text', /^[^]*\0/, EXPORT],
];

const ADDRESS =
  'Check the address of the story: a server may answer with a page if a file is not there or needs a login.';

/** Text formats, the surest first. */
const TEXTS: readonly Format[] = [
  [
    'an HTML page',
    /^<(?:!--|(?:!doctype html|html|head|body|script|meta|title|div|p|h1)\b)/i,
    ADDRESS,
  ],
  ['an HTML page', /^<\?xml[^>]*>\s*<(?:!doctype )?html\b/i, ADDRESS],
  ['KML', /^<(?:\?xml[^]*?<)?kml\b/i, CONVERT],
  ['a file with a Git conflict', /^<{7} /, 'Resolve the conflict.'],
  ['XML', /^<[?!a-z]/i, CONVERT],
  ['a pointer of Git LFS', /^version https:\/\/git-lfs/, 'Fetch the file: git lfs pull.'],
  ['RTF', /^\{\\rtf/, 'Save the file as plain text.'],
  [
    'JavaScript',
    /^(?:"use strict"|'use strict'|export\b|import\b|const\b|let\b|var\b|return\b|[\w$.]+\s*=\s*[[{(]|[\w$.]*\s*\(\s*[[{])/,
    'Keep what stands from { to }, with every name in double quotes.',
  ],
  ['a code block of Markdown', /^(?:`{3}|~{3})/, 'Remove the lines before { and after }.'],
  ['TOML', /^(?:#.*\s+)*(?:\[+[\w.-]+\]+\s*\n|[\w.-]+\s*=\s*\S)/, CONVERT],
  ['YAML', /^(?:#.*\s+)*(?:%YAML|---\s*\n|(?:- )?[\w-]+:\s)/, CONVERT],
  ['Markdown', /^#{1,6} /, CONVERT],
];

/** What separates the cells of a table, with its name. */
const SEPARATORS = [
  ['\t', 'a table with tabs (TSV)'],
  [',', 'a table with commas (CSV)'],
  [';', 'a table with semicolons (CSV)'],
  ['|', 'a table'],
] as const;

/** Two full lines and no more are read: a file may have 20 MiB. */
const HEAD = 4000;

/** The cells of a line. A separator in double quotes does not count. */
const cellsOf = (line: string, separator: string): number =>
  line.replace(/"(?:[^"]|"")*"/g, '').split(separator).length;

/** The name of a table: its first lines have the same number of cells, two at least. */
function tableOf(head: string): string | null {
  const [first = '', second] = head.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const isRow = (separator: string) => {
    const cells = cellsOf(first, separator);
    // A sentence has spaces after its commas, and may be a line by itself.
    const isSame =
      second === undefined
        ? !first.includes(`${separator} `)
        : cellsOf(second, separator) === cells;
    return cells > 1 && isSame;
  };
  return SEPARATORS.find(([separator]) => isRow(separator))?.[1] ?? null;
}

/** Whether each of the first two lines is an object by itself. */
function isLines(head: string): boolean {
  const lines = head.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.slice(0, 2).every((line) => /^\s*\{.*\}\s*$/.test(line));
}

const say = (name: string, remedy: string): string => `It looks like ${name}. ${remedy}`;

const sayFormat = (formats: readonly Format[], head: string): string | null => {
  const format = formats.find(([, start]) => start.test(head));
  return format === undefined ? null : say(format[0], format[2]);
};

/** What a file looks like by its first bytes, and what to do; null if it may be text. */
export function describeBytes(bytes: Uint8Array): string | null {
  return sayFormat(BINARY, String.fromCharCode(...bytes.subarray(0, 64)));
}

/** What a text looks like that is not JSON, and what to do; null if it looks like JSON with a slip. */
export function describeFormat(text: string): string | null {
  const head = text.slice(0, HEAD).trimStart();
  const binary = sayFormat(BINARY, text.slice(0, 64));
  if (binary !== null) return binary;
  const format = sayFormat(TEXTS, head);
  if (format !== null) return format;
  if (isLines(head)) {
    const remedy = 'Write one object, { … }, with the others in its list "events".';
    return say('JSON Lines, with an object on each line', remedy);
  }
  // A comment is a slip of its own.
  if (/^(?:[[{]|\/[/*])/.test(head)) return null;
  // A story without its first bracket is no table, although its lines have commas.
  const table = /^"[^"\n]*"\s*:/.test(head) ? null : tableOf(head);
  if (table !== null) return say(table, CONVERT);
  return 'The first character of a story is {.';
}
