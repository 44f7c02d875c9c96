import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { TEMPLATE } from '../../../../src/site/template/template.ts';
import { importCsv } from '../../../../src/story/formats/sheet/import-csv.ts';
import { importXlsx } from '../../../../src/story/formats/sheet/import-xlsx.ts';
import { faultsOf, notesOf, parserFaults, storyOf } from './kit.ts';

const file = (name: string) => readFileSync(new URL(`../../../../public/${name}`, import.meta.url));
const xlsx = new Uint8Array(file('template.xlsx'));
const csv = new Uint8Array(file('template.csv'));

test('The template for spreadsheets is a story without a fault or a note', async () => {
  const imported = await importXlsx(xlsx, {});
  expect([faultsOf(imported), notesOf(imported)]).toEqual([[], []]);
  expect(storyOf(imported).events.map(({ when }) => when)).toEqual([
    '1969-07-16T09:32',
    '1969-07-24',
    '1969-08-13',
  ]);
});

test('So is the template as a CSV, but for the title, which no CSV has', async () => {
  const imported = await importCsv(csv, {});
  expect(faultsOf(imported)).toEqual([]);
  expect(notesOf(imported).map((note) => note.split('. ')[0])).toEqual([
    'the file: has no title of the story',
    'the file: has no summary of the story',
  ]);
});

test('The committed templates are what their script writes', async () => {
  const trimmed = (rows: readonly (readonly unknown[])[]) =>
    rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null && cell !== '') + 1));
  const sheets = await readXlsxFile(Buffer.from(xlsx));
  expect(sheets.map(({ sheet, data }) => [sheet, trimmed(data)])).toEqual(
    TEMPLATE.map(({ name, rows }) => [name, trimmed(rows)]),
  );
  const { data } = Papa.parse<string[]>(new TextDecoder().decode(csv), { skipEmptyLines: true });
  const events = TEMPLATE.find(({ name }) => name === 'events')?.rows ?? [];
  expect(data).toEqual(events.map((row) => row.map((cell) => String(cell ?? ''))));
});

test('The story of the template is read by the parser of stories', async () => {
  const { tags, ...story } = storyOf(await importXlsx(xlsx, {}));
  expect(tags).toHaveLength(3);
  // Tags are a key that the parser may not know yet.
  const events = story.events.map((event) => ({ ...event, tags: undefined }));
  expect(await parserFaults({ ok: true, story: { ...story, events }, losses: [] })).toEqual([]);
});
