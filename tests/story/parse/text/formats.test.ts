import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadStory, readStory } from '../../../../src/story/load.ts';
import { parseStory } from '../../../../src/story/parse/parse.ts';
import { FIXTURE, mutate } from '../../fixture.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** The one fault of a file, as `line:column message`. */
async function faultOf(file: string | Uint8Array): Promise<string> {
  const parsed = await readStory(typeof file === 'string' ? bytes(file) : file);
  if (parsed.ok) return '';
  return parsed.faults
    .map(({ position, message }) => `${position?.line}:${position?.column} ${message}`)
    .join();
}

const utf16 = (text: string, mark = '\uFEFF') =>
  new Uint8Array(Buffer.from(mark + text, 'utf16le'));
const swapped = (text: string, mark?: string) =>
  new Uint8Array(Buffer.from(utf16(text, mark)).swap16());
const utf32 = (text: string) =>
  new Uint8Array(Uint32Array.from(text, (one) => one.codePointAt(0) ?? 0).buffer);

const TEXTS: readonly (readonly [looks: string, text: string])[] = [
  ['a table with commas (CSV)', 'id,when,at,title\ncop21,2015-12-12,paris,Adopted\n'],
  ['a table with commas (CSV)', '"id","title"\r\n"a","One, or ""two"""\r\n'],
  ['a table with commas (CSV)', 'id,when\n'],
  ['a table with semicolons (CSV)', 'id;when;title\na;2015;Eins, zwei\n'],
  ['a table with tabs (TSV)', 'id\twhen\ttitle\na\t2015\tOne, two\n'],
  ['a table', '| id | when |\n| a | 2015 |\n'],
  ['an HTML page', '<!DOCTYPE html>\n<title>404</title>'],
  ['an HTML page', '\n\n<html lang="en"><body>Log in</body></html>'],
  [
    'an HTML page',
    '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">',
  ],
  ['an HTML page', '<!-- cached --><p>Not found</p>'],
  ['KML', '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">'],
  ['XML', '<?xml version="1.0"?><gpx version="1.1"></gpx>'],
  ['XML', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['YAML', 'version: 1\nid: paris\n'],
  ['YAML', '---\nversion: 1\n'],
  ['YAML', '# The story\nversion: 1\n'],
  ['YAML', '- id: a\n  when: 2015\n'],
  ['TOML', 'version = 1\nid = "paris"\n'],
  ['TOML', '[story]\nversion = 1\n'],
  ['JavaScript', `export default ${FIXTURE}`],
  ['JavaScript', `module.exports = ${FIXTURE};`],
  ['JavaScript', `const story = ${FIXTURE}`],
  ['JavaScript', `storyline_jsonp_data = ${FIXTURE}`],
  ['JavaScript', `callback(${FIXTURE});`],
  ['JSON Lines, with an object on each line', '{"id":"a"}\n{"id":"b"}\n'],
  ['JSON Lines, with an object on each line', '{"id":"a"}\r\n{"id":"b", "when": 2015}\r\n{"id":'],
  ['Markdown', '# The road to Paris\n\nIn December they met.\n'],
  ['a code block of Markdown', `\`\`\`json\n${FIXTURE}\`\`\`\n`],
  ['a file with a Git conflict', `<<<<<<< HEAD\n${FIXTURE}`],
  [
    'a pointer of Git LFS',
    'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n',
  ],
  ['RTF', '{\\rtf1\\ansi{\\fonttbl}}'],
  ['UTF-16', 'v\0e\0r\0'],
  ['no text', 'abc\0def'],
];

const BYTES: readonly (readonly [looks: string, file: Uint8Array])[] = [
  ['UTF-16', utf16(FIXTURE)],
  ['UTF-16', swapped(FIXTURE)],
  ['UTF-16', utf16('{ "id": "x" }', '')],
  ['UTF-16', swapped('{ "title": "서울" }', '')],
  ['UTF-32', utf32(`\uFEFF${FIXTURE}`)],
  ['UTF-32', utf32('{}')],
  ['compressed (gzip)', gzipSync(FIXTURE)],
  ['a ZIP file, such as Excel, Word and Numbers write', Uint8Array.from([0x50, 0x4b, 3, 4, 0xff])],
  [
    'a ZIP file, such as Excel, Word and Numbers write',
    bytes('PK\u0003\u0004 [Content_Types].xml'),
  ],
  ['an old Excel or Word file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
  ['a PDF file', Uint8Array.from([...bytes('%PDF-1.7\n%'), 0xe2, 0xe3])],
  ['a picture', Uint8Array.from([0x89, ...bytes('PNG\r\n'), 0x1a])],
  ['a picture', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])],
];

describe('a file that is not JSON', () => {
  it.each([...TEXTS, ...BYTES])('is told what it looks like: %s', async (looks, file) => {
    const fault = await faultOf(file);
    expect(fault).toMatch(/^1:1 This is not (?:JSON|UTF-8)\. It looks like /);
    // A remedy follows.
    expect(fault).toContain(`It looks like ${looks}. `);
    expect(fault).toMatch(/\. [A-Z][^.]+.*\.$/);
  });

  it('at an address is most often a page of the server', async () => {
    const page = new Response('<!doctype html><title>Not found</title>');
    const old = globalThis.fetch;
    globalThis.fetch = () => Promise.resolve(page);
    const parsed = await loadStory('story.json').finally(() => {
      globalThis.fetch = old;
    });
    expect(parsed.ok ? [] : parsed.faults.map(({ message }) => message)).toEqual([
      'This is not JSON. It looks like an HTML page. Check the address of the story: a server may answer with a page if a file is not there or needs a login.',
    ]);
  });

  it.each([
    'Hello',
    'Not found, sorry',
    '👩‍👩‍👧',
    '"version": 1,\n"id": "a",',
    '“version”: 1',
    '42 43',
  ])('and like nothing that is known, is told how a story begins: %s', async (text) => {
    expect(await faultOf(text)).toBe('1:1 This is not JSON. The first character of a story is {.');
  });

  it('but begins like JSON has its first slip told, as before', async () => {
    expect(await faultOf(mutate('"language": "en",', '"language": "en"'))).toMatch(/^5:3 .*comma/);
    expect(await faultOf('{\nversion: 1,\nid: "a" }')).toMatch(
      /^2:1 .*names and texts in double quotes/,
    );
    expect(await faultOf('[\nid = 1\n]')).toMatch(/^2:1 /);
    expect(await faultOf(`// A story\n${FIXTURE}`)).toMatch(/^1:1 .*comments/);
    expect(await faultOf(`${FIXTURE}\n${FIXTURE}`)).toMatch(/^\d+:1 .*ends before this/);
  });
});

describe('the first wrong byte', () => {
  it.each([
    ['in the middle of a line', [...bytes('{\n "é": "'), 0xe9, ...bytes('"}')], '2:8'],
    ['that is none of UTF-8', [...bytes('{"a": "서'), 0xff, 0x41], '1:9'],
    ['after a U+FFFD that is written', [...bytes('{"\uFFFD'), 0xc3, 0x28], '1:4'],
    ['at the end, where a character is cut off', [...bytes('{"a": "'), 0xed, 0x95], '1:8'],
    ['after a byte order mark', [...bytes('\uFEFF{"'), 0x80], '1:3'],
  ])('is told with its place: %s', async (_name, file, place) => {
    expect(await faultOf(Uint8Array.from(file))).toBe(
      `${place} This is not UTF-8. Save the file with the encoding UTF-8.`,
    );
  });
});

describe('a sound story', () => {
  it('has no format told', () => {
    expect(parseStory(FIXTURE).ok).toBe(true);
  });
});
