import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importCsv } from '../../../../src/story/formats/sheet/import-csv.ts';
import { importXlsx } from '../../../../src/story/formats/sheet/import-xlsx.ts';
import { bytesOf, csv, faultsOf, notesOf, parserFaults, storyOf, workbook } from './kit.ts';

/** Texts of cells: sound ones, broken ones, and anything at all. */
const cell = fc.oneof(
  fc.constantFrom(
    '',
    '2018-06-12',
    '13/4/2018',
    '3/4/2018',
    '43263',
    '#REF!',
    'N/A',
    'Seoul',
    '37.5',
    '127,0',
    '91',
    'meeting',
    'letter',
    'Kim; Moon',
    'https://example.org/a',
    'https://u:p@example.org',
    '<b>x</b>',
    '\u202Eabc',
    '\u2067x',
    '정상회담',
    'planned',
    '-',
    'a\nb',
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const HEADINGS = [
  'date',
  'end',
  'time',
  'title',
  'title (ko)',
  'text',
  'place',
  'latitude',
  'longitude',
  'coordinates',
  'kind',
  'people',
  'source',
  'link',
  'status',
  'id',
  'zone',
  'alt',
  '',
  'unknown',
];

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quoted).join(',')).join('\n');

describe('Any rows are a story that the parser reads, or faults', () => {
  const rows = fc.array(fc.array(cell, { maxLength: HEADINGS.length }), {
    minLength: 1,
    maxLength: 6,
  });

  test('with any cells', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const imported = await csv(csvOf([HEADINGS, ...cells]));
        if (!imported.ok) expect(imported.faults.length).toBeGreaterThan(0);
        else expect(await parserFaults(imported)).toEqual([]);
      }),
      { seed: 1953, numRuns: 300 },
    );
  });

  test('with a date and a title in each, which mostly are a story', async () => {
    let stories = 0;
    const column = fc.constantFrom('text', 'people', 'source', 'id', 'alt', 'zone', 'unknown');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }),
        column,
        column,
        async (cells, first, second) => {
          const body = cells.map(([one, two], index) => [
            `2018-06-1${index}`,
            `Title ${one}`,
            '37.5, 127',
            one,
            two,
          ]);
          const imported = await csv(
            csvOf([['date', 'title', 'coordinates', first, second], ...body]),
          );
          if (!imported.ok) return;
          stories += 1;
          expect(await parserFaults(imported)).toEqual([]);
        },
      ),
      { seed: 1953, numRuns: 200 },
    );
    expect(stories).toBeGreaterThan(100);
  });
});

describe('Bytes never throw', () => {
  const starts = ['', 'PK\u0003\u0004', '\uFEFF', 'date,title\n', '"'].map(bytesOf);
  const file = fc
    .tuple(
      fc.constantFrom(...starts, Uint8Array.of(0xff, 0xfe), Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)),
      fc.uint8Array({ maxLength: 400 }),
    )
    .map(([start, rest]) => Uint8Array.of(...start, ...rest));

  test('as a CSV', () =>
    fc.assert(
      fc.asyncProperty(file, async (bytes) => {
        expect(await importCsv(bytes, {})).toHaveProperty('ok');
      }),
      { seed: 1953, numRuns: 300 },
    ));

  test('as an XLSX', () =>
    fc.assert(
      fc.asyncProperty(file, async (bytes) => {
        expect(await importXlsx(bytes, {})).toHaveProperty('ok');
      }),
      { seed: 1953, numRuns: 300 },
    ));

  test('nor does an XLSX with some of them changed', async () => {
    const sound = await workbook({
      events: [
        ['date', 'title'],
        ['2018-06-12', 'a'],
      ],
    });
    const change = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(change, async (changes) => {
        const bytes = sound.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        expect(await importXlsx(bytes, {})).toHaveProperty('ok');
      }),
      { seed: 1953, numRuns: 150 },
    );
  });
});

describe('The letters of a CSV are told by its bytes', () => {
  const TEXT = 'date;title\n2018-06-12;Frühling für Zoë\n2018-06-13;Ende\n';
  const titleOf = async (bytes: Uint8Array, options = {}) =>
    storyOf(await importCsv(bytes, options)).events[0]?.['title'];
  const wide = (text: string, mark: string, littleEndian: boolean): Uint8Array => {
    const units = new DataView(new ArrayBuffer(2 * (text.length + mark.length)));
    [...`${mark}${text}`].forEach((sign, index) =>
      units.setUint16(2 * index, sign.charCodeAt(0), littleEndian),
    );
    return new Uint8Array(units.buffer);
  };

  test.each([
    ['UTF-8', bytesOf(TEXT)],
    ['UTF-8 with a mark', bytesOf(`\uFEFF${TEXT}`)],
    ['UTF-16LE', wide(TEXT, '\uFEFF', true)],
    ['UTF-16BE', wide(TEXT, '\uFEFF', false)],
    ['UTF-16LE without a mark', wide(TEXT, '', true)],
    ['Windows-1252', Uint8Array.from([...TEXT].map((sign) => sign.charCodeAt(0)))],
  ])('%s', async (_, bytes) => expect(await titleOf(bytes)).toBe('Frühling für Zoë'));

  test('Windows-1252 is told', async () => {
    const bytes = Uint8Array.from([...TEXT].map((sign) => sign.charCodeAt(0)));
    expect(notesOf(await importCsv(bytes, {})).join()).toContain('It is read as windows-1252');
  });

  test('Korean that Excel saved is read where the language is named, else a fault', async () => {
    // 정상회담 in EUC-KR.
    const bytes = Uint8Array.of(
      ...bytesOf('date,title\n2018-06-12,'),
      0xc1,
      0xa4,
      0xbb,
      0xf3,
      0xc8,
      0xb8,
      0xb4,
      0xe3,
    );
    expect(await titleOf(bytes, { language: 'ko' })).toBe('정상회담');
    expect(faultsOf(await importCsv(bytes, {})).join()).toContain('Save the file as “CSV UTF-8”');
  });

  test.each([
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3)],
    ['an XLSX', Uint8Array.of(0x50, 0x4b, 3, 4, 0)],
    ['nothing', new Uint8Array()],
    ['blanks', bytesOf(' \n \n')],
    ['too much', new Uint8Array(20 * 1024 * 1024 + 1)],
  ])('%s is a fault', async (_, bytes) =>
    expect(faultsOf(await importCsv(bytes, {}))).toHaveLength(1),
  );
});

describe('Large files', () => {
  test('20,000 rows are 20,000 events', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, index) =>
        `2018-06-12 09:04,Event ${index},Place ${index % 500},"${(index % 500) / 10}, ${(index % 500) / 4}",Person ${index % 50},https://example.org/${index}`,
    );
    const story = storyOf(
      await csv(`date,title,place,coordinates,people,link\n${rows.join('\n')}`),
    );
    expect([story.events.length, story.places.features.length, story.people.length]).toEqual([
      20_000, 500, 50,
    ]);
  });

  test.each([
    ['quotation marks', '"'],
    ['tags that do not end', '<a '],
    ['ampersands', '&#'],
    ['blanks', ' '],
    ['brackets', '<'],
    ['line breaks', '\n\n \n'],
    ['digits', '1'],
    ['direction marks', '\u2067'],
    ['commas', ','],
  ])('a text of 200,000 %s is an answer at once', async (_, piece) => {
    const long = piece.repeat(200_000 / piece.length);
    for (const column of [
      'text',
      'people',
      'link',
      'source',
      'image',
      'coordinates',
      'kind',
      'unknown',
    ]) {
      expect(
        (await csv(`date,title,${column}\n2018,a,"${long.replaceAll('"', '""')}"\n2018,a,${long}`))
          .ok,
      ).toBeTypeOf('boolean');
    }
  });

  test.each([' ', '<b>', '&amp;', ';', '\n', '(', 'https://a.', '1.'])(
    'cells full of “%s” as long as a cell may be are an answer too',
    async (piece) => {
      const long = piece.repeat(Math.floor(32_000 / piece.length));
      for (const column of [
        'date',
        'text',
        'people',
        'link',
        'source',
        'image',
        'coordinates',
        'latitude',
        'id',
      ]) {
        expect((await csv(`date,title,${column}x,${column}\n2018,a,b,"${long}"\n`)).ok).toBeTypeOf(
          'boolean',
        );
      }
    },
  );

  test('300,000 headings are an answer', async () => {
    expect(
      (await csv(`date,title${',x'.repeat(300_000)}\n2018,a${',y'.repeat(300_000)}\n`)).ok,
    ).toBeTypeOf('boolean');
  });
});
