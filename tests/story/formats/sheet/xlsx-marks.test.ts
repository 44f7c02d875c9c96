import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import { importXlsx } from '../../../../src/story/formats/sheet/import-xlsx.ts';
import { notesOf, storyOf, workbook, type CellValue } from './kit.ts';

/** A workbook with one of its parts changed. */
function patched(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const xml = Buffer.from(files[path] ?? []).toString();
  return zipSync({ ...files, [path]: strToU8(change(xml)) });
}

const SHEET = 'xl/worksheets/sheet1.xml';

/** A sheet of events with links of cells, as Excel writes them. */
async function linked(
  rows: readonly (readonly CellValue[])[],
  links: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  const entries = Object.entries(links);
  const tags = entries.map(([ref], index) => `<hyperlink ref="${ref}" r:id="link${index}"/>`);
  const rels = entries.map(
    ([, url], index) =>
      `<Relationship Id="link${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${url.replaceAll('&', '&amp;')}" TargetMode="External"/>`,
  );
  const sheet = patched(await workbook({ events: rows }), SHEET, (xml) =>
    xml
      .replace(
        '<worksheet ',
        '<worksheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ',
      )
      .replace('</worksheet>', `<hyperlinks>${tags.join('')}</hyperlinks></worksheet>`),
  );
  return patched(
    sheet,
    'xl/worksheets/_rels/sheet1.xml.rels',
    () =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rels.join('')}</Relationships>`,
  );
}

describe('A date cell says as much as it shows', () => {
  test.each([
    ['yyyy', '2018'],
    ['mmm-yy', '2018-06'],
    ['mmm\\-yy', '2018-06'],
    ['mmmm yyyy', '2018-06'],
    ['yyyy"년" m"월"', '2018-06'],
    ['[$-409]mmm\\ yyyy;@', '2018-06'],
    ['dd.mm.yyyy', '2018-06-01'],
    ['d-mmm', '2018-06-01'],
    ['yyyy-mm-dd hh:mm', '2018-06-01'],
  ])('with the format %s', async (format, when) => {
    const date = { value: new Date(Date.UTC(2018, 5, 1)), type: Date, format };
    const blob = await writeXlsxFile([
      {
        sheet: 'events',
        data: [
          ['date', 'title'],
          [date, 'a'],
        ],
      },
    ]).toBlob();
    const imported = await importXlsx(new Uint8Array(await blob.arrayBuffer()), {});
    expect(storyOf(imported).events[0]?.['when']).toBe(when);
  });

  test('also with the format that a workbook has without writing it down', async () => {
    const dated = await workbook({
      events: [
        ['date', 'title'],
        [new Date(Date.UTC(2018, 5, 1)), 'a'],
      ],
    });
    const bytes = patched(dated, 'xl/styles.xml', (xml) => {
      expect(xml).toContain('numFmtId');
      return xml.replace(/(<xf [^<>]*numFmtId=")[1-9]\d*"/g, '$117"');
    });
    expect(storyOf(await importXlsx(bytes, {})).events[0]?.['when']).toBe('2018-06');
  });
});

describe('A link behind words', () => {
  const ROWS = [
    ['date', 'title', 'source', 'image'],
    ['2018', 'a', 'Reuters', 'the photo'],
  ];

  test('is the address of the source or the picture', async () => {
    const bytes = await linked(ROWS, {
      C2: 'https://reuters.example/x?a=1&b=2',
      D2: 'https://a.example/a.jpg',
    });
    const imported = await importXlsx(bytes, {});
    const { sources, events } = storyOf(imported);
    expect(sources).toMatchObject([{ title: 'Reuters', url: 'https://reuters.example/x?a=1&b=2' }]);
    expect(events[0]?.['media']).toMatchObject([{ image: 'https://a.example/a.jpg' }]);
  });

  const withoutPicture = ROWS.map((row) => row.slice(0, 3));

  test('is told in another column, and no script is read', async () => {
    const bytes = await linked(withoutPicture, {
      B2: 'https://a.example/',
      C2: 'javascript:alert(1)',
    });
    const imported = await importXlsx(bytes, {});
    expect(storyOf(imported).sources).toMatchObject([{ title: 'Reuters' }]);
    expect(JSON.stringify(storyOf(imported))).not.toContain('javascript');
    expect(notesOf(imported)).toContain(
      'events, row 2, title: has a link behind its words, which is not read. Write the address in a column “link”.',
    );
  });
});

test('A workbook of an old Mac counts its days from 1904', async () => {
  const plain = await workbook({
    events: [
      ['date', 'title', 'latitude', 'longitude'],
      [43_263 - 1462, 'a', 1.35, 103.8],
    ],
  });
  const bytes = patched(plain, 'xl/workbook.xml', (xml) =>
    xml
      .replace(/<workbookPr[^<>]*\/>/, '')
      .replace('<sheets>', '<workbookPr date1904="1"/><sheets>'),
  );
  const { events, places } = storyOf(await importXlsx(bytes, {}));
  expect(events[0]?.['when']).toBe('2018-06-12');
  expect(places.features[0]?.geometry.coordinates).toEqual([103.8, 1.35]);
});
