import { describe, expect, test } from 'vitest';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { Temporal } from 'temporal-polyfill';
import { importXlsx } from '../../../../src/story/formats/sheet/import-xlsx.ts';
import { faultsOf, notesOf, parserFaults, storyOf, workbook, xlsx } from './kit.ts';

const dateCell = (iso: string): Date =>
  new Date(Temporal.Instant.from(`${iso}Z`).epochMilliseconds);

describe('The sheets of an XLSX file are a story', () => {
  const SHEETS = {
    'Read me': [['Write a row for each event.']],
    Events: [
      ['Date', 'Title', 'Place', 'Kind', 'People', 'Source'],
      [
        dateCell('1986-10-11T00:00'),
        'Two days in Reykjavík',
        'Höfði House',
        'summit',
        'Reagan; MG',
        'FRUS',
      ],
      [
        dateCell('1987-12-08T13:45'),
        'The treaty is signed',
        'Washington',
        'treaty',
        'Ronald Reagan, Mikhail Gorbachev',
        'FRUS, INF',
      ],
    ],
    People: [
      ['Id', 'Name', 'Initials', 'Role', 'Party', 'Home', 'Name (ru)'],
      ['reagan', 'Ronald Reagan', 'R.R.', 'President', 'United States', 'Washington', null],
      [
        'MG',
        'Mikhail Gorbachev',
        null,
        'General Secretary',
        'Soviet Union',
        'Moscow',
        'Михаил Горбачёв',
      ],
    ],
    Places: [
      ['Name', 'Latitude', 'Longitude', 'Zone', 'Kind', 'Precision', 'Within', 'Main'],
      ['Washington', 38.9, -77.04, null, 'city', '2,000', null, true],
      ['Moscow', '55,75', '37°37′12″E', 'Europe/Moscow', 'city', 2000, null, 'yes'],
      ['Reykjavík', 64.15, -21.94, null, 'city', 2000, null, null],
      ['Höfði House', 64.147, -21.907, null, 'building', '100 m', 'Reykjavík', null],
    ],
    Sources: [
      ['Id', 'Title', 'Publisher', 'Author', 'Date', 'URL'],
      [
        'FRUS',
        'Foreign Relations of the United States',
        'US Department of State',
        null,
        2014,
        'https://history.state.gov/',
      ],
      ['inf', 'INF', 'Arms Control Association', 'A. Author', null, null],
    ],
    Commitments: [
      ['Agreement', 'Text', 'By', 'Binds', 'Date', 'State', 'Note'],
      [
        'The treaty is signed',
        'Take the missiles away.',
        'United States; Soviet Union',
        'Moscow',
        '1988-06-01',
        'begun',
        'It enters into force.',
      ],
      ['The treaty is signed', 'Take the missiles away.', null, null, '1991-05-31', 'kept', null],
    ],
    Story: [
      ['Key', 'Value'],
      ['Title', 'Three summits and a treaty'],
      ['Title (de)', 'Drei Gipfel und ein Vertrag'],
      ['Summary', 'How a class of missiles was given up.'],
      ['Language', 'en'],
      ['Zone', 'Europe/London'],
      ['Published', dateCell('2018-06-12T00:00')],
    ],
  };

  test('with everything that they say', async () => {
    const imported = await xlsx(SHEETS);
    const story = storyOf(imported);
    expect(story).toMatchObject({
      id: 'three-summits-and-a-treaty',
      title: { en: 'Three summits and a treaty', de: 'Drei Gipfel und ein Vertrag' },
      zone: 'Europe/London',
      published: '2018-06-12',
    });
    expect(story.events).toMatchObject([
      {
        kind: 'meeting',
        when: '1986-10-11',
        at: 'hofdi-house',
        who: ['reagan', 'mikhail-gorbachev'],
        sources: ['frus'],
      },
      {
        kind: 'agreement',
        when: '1987-12-08T13:45',
        at: 'washington',
        who: ['reagan', 'mikhail-gorbachev'],
        sources: ['frus', 'inf'],
      },
    ]);
    expect(story.people).toMatchObject([
      {
        id: 'reagan',
        initials: 'RR',
        party: 'united-states',
        home: 'washington',
        role: 'President',
      },
      { name: { en: 'Mikhail Gorbachev', ru: 'Михаил Горбачёв' }, home: 'moscow' },
    ]);
    expect(story.places.features.map(({ properties }) => properties)).toMatchObject([
      { zone: 'America/New_York', kind: 'city', precision: 2000, main: true },
      { zone: 'Europe/Moscow', main: true },
      { zone: 'Atlantic/Reykjavik' },
      { kind: 'site', precision: 100, within: 'reykjavik' },
    ]);
    expect(story.events[1]?.['commitments']).toMatchObject([
      {
        by: ['united-states', 'soviet-union'],
        binds: 'moscow',
        history: [
          { when: '1988-06-01', state: 'begun', text: 'It enters into force.' },
          { when: '1991-05-31', state: 'done' },
        ],
      },
    ]);
  });

  test('with what sources claim, and the events that changed a commitment', async () => {
    const imported = await xlsx({
      events: [
        ['date', 'title', 'kind', 'source'],
        ['2018-04-27', 'They sign', 'agreement', 'A report'],
        ['2018-11-10', 'The posts go', 'demolition', null],
      ],
      sources: [
        ['title', 'id'],
        ['The Daily’s account', 'daily'],
      ],
      claims: [
        ['event', 'source', 'says', 'differs', 'differs (ko)'],
        ['They sign', 'daily', 'It was *raining*.', 'The sun shone.', '해가 났다.'],
        ['They sign', 'A report', 'It was dry.', null, null],
      ],
      commitments: [
        ['event', 'text', 'by', 'date', 'state', 'brought by'],
        ['They sign', 'Take the posts away.', 'North', '2018-11-10', 'done', 'The posts go'],
      ],
    });
    const [event] = storyOf(imported).events;
    expect(event?.['claims']).toEqual([
      {
        source: 'daily',
        says: 'It was *raining*.',
        differs: { en: 'The sun shone.', ko: '해가 났다.' },
      },
      { source: 'a-report', says: 'It was dry.' },
    ]);
    expect(event?.['commitments']).toMatchObject([
      { history: [{ when: '2018-11-10', state: 'done', event: 'the-posts-go' }] },
    ]);
    expect(await parserFaults(imported)).toEqual([]);
  });

  test('that the parser of stories reads without a fault', async () => {
    expect(await parserFaults(await xlsx(SHEETS))).toEqual([]);
  });

  test('whatever the sheet of events is called, and in whatever order they are', async () => {
    const story = storyOf(
      await xlsx({
        Notes2: [['nothing']],
        Tabelle1: [
          ['Titel', 'Datum'],
          ['Gipfel', '12.06.2018'],
        ],
      }),
    );
    expect(story.events).toHaveLength(1);
  });

  test('and a sheet that is not read is told', async () => {
    const notes = notesOf(
      await xlsx({
        Events: [
          ['date', 'title'],
          ['2018', 'a'],
        ],
        Budget: [['x']],
      }),
    );
    expect(notes.join()).toContain('Budget: is not read. Name the sheet events, people,');
  });

  test('and faults name the sheet', async () => {
    const faults = faultsOf(
      await xlsx({
        Events: [
          ['date', 'title', 'place'],
          ['2018', 'a', 'Nowhere'],
        ],
        Personen: [
          ['Name', 'Kürzel', 'Sitz'],
          ['Kim', 'K1', 'Atlantis'],
        ],
        Places: [
          ['name', 'lat', 'lng', 'zone'],
          ['Seoul', 37.5, 127, 'Seoul time'],
          [null, 1, 2, null],
        ],
        Commitments: [
          ['event', 'text', 'by', 'state'],
          ['a', 'b', 'c', null],
          ['z', 'b', 'c', null],
        ],
        Story: [
          ['language', 'English'],
          ['zone', 'Berlin'],
        ],
      }),
    );
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'Story, row 1, language',
      'Story, row 2, zone',
      'Places, row 2, zone',
      'Places, row 3, name',
      'Personen, row 2, Kürzel',
      'Commitments, row 2, event',
      'Commitments, row 3, event',
      'Personen, row 2, Sitz',
      'Events, row 2, place',
    ]);
  });
});

describe('Date cells have no time zone', () => {
  test.each([
    '2018-06-12T00:00',
    '2018-12-31T00:00',
    '2018-03-11T02:30',
    '1900-03-01T00:00',
    '2018-06-12T23:59',
  ])('%s', async (iso) => {
    const story = storyOf(
      await xlsx({
        events: [
          ['date', 'title'],
          [dateCell(iso), 'a'],
        ],
      }),
    );
    expect(story.events[0]?.['when']).toBe(iso.replace('T00:00', ''));
  });

  test('and a number without a format is told', async () => {
    const imported = await xlsx({
      events: [
        ['date', 'title'],
        [43_263, 'a'],
        [2018, 'b'],
      ],
    });
    expect(storyOf(imported).events.map(({ when }) => when)).toEqual(['2018-06-12', '2018']);
    expect(notesOf(imported).join()).toContain('numbers that spreadsheets count days with');
  });

  test('and a time alone has a column of its own', async () => {
    const story = storyOf(
      await xlsx({
        events: [
          ['date', 'time', 'title'],
          [dateCell('2018-06-12T00:00'), dateCell('1899-12-30T09:04'), 'a'],
        ],
      }),
    );
    expect(story.events[0]?.['when']).toBe('2018-06-12T09:04');
  });
});

/** The file with its first sheet's XML changed. */
async function withSheet(change: (xml: string) => string): Promise<Uint8Array> {
  const files = unzipSync(
    await workbook({
      events: [
        ['date', 'title', 'text'],
        ['2018', 'first', 'x'],
        ['2019', 'second', 'y'],
      ],
    }),
  );
  const path = Object.keys(files).find((name) => name.endsWith('sheet1.xml')) ?? '';
  const xml = new TextDecoder().decode(files[path]);
  const changed = change(xml);
  expect(changed).not.toBe(xml);
  return zipSync({ ...files, [path]: strToU8(changed) });
}

describe('What programs leave in cells is told', () => {
  test('an error of a formula', async () => {
    const bytes = await withSheet((xml) =>
      xml.replace(/<c r="C2"[^>]*>.*?<\/c>/, '<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
    );
    const imported = await importXlsx(bytes, {});
    expect(storyOf(imported).events[0]?.['text']).toBe('first');
    expect(notesOf(imported).join()).toContain(
      'events, row 2, text: has the error #DIV/0! of a formula.',
    );
  });

  test('merged cells: each of their rows gets the value', async () => {
    const bytes = await withSheet((xml) =>
      xml
        .replace(/<c r="A3"[^>]*>.*?<\/c>/, '')
        .replace(
          '</sheetData>',
          '</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
        ),
    );
    const imported = await importXlsx(bytes, {});
    expect(storyOf(imported).events.map(({ when }) => when)).toEqual(['2018', '2018']);
    expect(notesOf(imported).join()).toContain('events, row 2: has merged cells.');
  });

  test('and empty rows and columns are nothing', async () => {
    const story = storyOf(
      await xlsx({
        events: [
          [null, null],
          [null, 'date', null, 'title'],
          [],
          [null, '2018', null, 'a'],
          [null, null],
          [null, '2019', null, 'b'],
        ],
      }),
    );
    expect(story.events).toHaveLength(2);
  });
});

describe('A file that is no XLSX, or a hostile one, is a fault with a remedy', () => {
  const fault = async (bytes: Uint8Array): Promise<string> =>
    faultsOf(await importXlsx(bytes, {})).join('\n');

  test.each([
    ['an empty file', new Uint8Array(), 'is empty'],
    ['a text', strToU8('date,title\n'), 'is not an XLSX'],
    [
      'an old XLS',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'old XLS, or has a password',
    ],
    ['a broken archive', strToU8('PK\u0003\u0004 and nothing more'), 'cannot be unpacked'],
    ['another archive', zipSync({ 'a.xml': strToU8('<a/>') }), 'not an XLSX'],
    [
      'an ODS',
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
        'content.xml': strToU8('<a/>'),
      }),
      'ODS',
    ],
    ['an XLSB', zipSync({ 'xl/workbook.bin': strToU8('x') }), 'XLSB'],
    [
      'a workbook without sheets',
      zipSync({
        'xl/workbook.xml': strToU8('<workbook/>'),
        'xl/_rels/workbook.xml.rels': strToU8('<Relationships/>'),
      }),
      '',
    ],
  ])('%s', async (_, bytes, message) => {
    const told = await fault(bytes);
    expect(told).not.toBe('');
    expect(told).toContain(message);
  });

  test('a bomb, which is not unpacked', async () => {
    const files = unzipSync(await workbook({ events: [['date', 'title']] }));
    const bomb = zipSync(
      { ...files, 'xl/bomb.xml': new Uint8Array(65 * 1024 * 1024) },
      { level: 1 },
    );
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await fault(bomb)).toContain('larger than 64 MB');
    // It says that it is small.
    const directory = Buffer.from(bomb).lastIndexOf('xl/bomb.xml') - 46;
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(directory + 24, 10, true);
    expect(await fault(bomb)).toContain('cannot be unpacked');
  });

  test('a cell in the last corner, between which and the others a reader would fill millions', async () => {
    expect(
      await fault(
        await withSheet((xml) =>
          xml.replace(
            '</sheetData>',
            '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
          ),
        ),
      ),
    ).toContain('million cells');
  });

  test.each(['1e9', '99999999999', '&#49;e9', '-1', ''])(
    'a row with the number “%s”',
    async (number) => {
      expect(
        await fault(
          await withSheet((xml) =>
            xml.replace('</sheetData>', `<row r='${number}'><c><v>1</v></c></row></sheetData>`),
          ),
        ),
      ).toContain('broken');
    },
  );

  test('a file over 20 MiB', async () => {
    expect(await fault(new Uint8Array(20 * 1024 * 1024 + 1))).toContain('over 20 MiB');
  });

  test('sheets with nothing in them', async () => {
    expect(await fault(await workbook({ events: [[null]] }))).toContain('No sheet has events');
    expect(await fault(await workbook({ events: [['date', 'title']] }))).toContain(
      'has no rows under its headings',
    );
  });
});
