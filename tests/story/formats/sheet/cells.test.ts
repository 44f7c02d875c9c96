import { describe, expect, test } from 'vitest';
import { csv, faultsOf, notesOf, parserFaults, storyOf, xlsx } from './kit.ts';

/** A CSV of one event with a cell in one more column. */
const withCell = (column: string, cell: string) =>
  csv(`date,title,${column}\n2018-06-12,a,"${cell.replaceAll('"', '""')}"\n`);

const eventOf = async (column: string, cell: string) =>
  storyOf(await withCell(column, cell)).events[0];

describe('The address of a source is found', () => {
  const sourcesOf = async (column: string, cell: string) =>
    storyOf(await withCell(column, cell)).sources.map(({ title, url }) => [title, url]);
  const REUTERS = [['Reuters', 'https://reuters.example/x']];

  test.each([
    'Reuters https://reuters.example/x',
    'Reuters (https://reuters.example/x)',
    'Reuters, https://reuters.example/x',
    'Reuters: https://reuters.example/x',
    'Reuters <https://reuters.example/x>',
    '[Reuters](https://reuters.example/x)',
    '<a href="https://reuters.example/x" target=_blank>Reuters</a>',
    "<a href='https://reuters.example/x'>Reuters</a>",
    'Reuters; https://reuters.example/x;',
  ])('in “%s”', async (cell) => expect(await sourcesOf('source', cell)).toEqual(REUTERS));

  test.each([
    ['Source:https://a.example/x', 'a.example/x', 'https://a.example/x'],
    [
      'https://a.example/x;jsessionid=1?p=2',
      'a.example/x;jsessionid=1?p=2',
      'https://a.example/x;jsessionid=1?p=2',
    ],
    ['https://a.example/?w=1&amp;h=2', 'a.example/?w=1&h=2', 'https://a.example/?w=1&h=2'],
    ['(https://a.example/X_(film))', 'a.example/X_(film)', 'https://a.example/X_(film)'],
  ])('and whole in “%s”', async (cell, title, url) => {
    expect(await sourcesOf('source', cell)).toEqual([[title, url]]);
    expect(await sourcesOf('link', cell)).toEqual([[title, url]]);
  });

  test('of each of two sources', async () => {
    const both = [
      ['Reuters', 'https://a.example/'],
      ['BBC', 'https://b.example/'],
    ];
    for (const cell of [
      'Reuters (https://a.example/), BBC (https://b.example/)',
      '[Reuters](https://a.example/); [BBC](https://b.example/)',
      'Reuters https://a.example/;BBC https://b.example/',
    ])
      expect(await sourcesOf('source', cell)).toEqual(both);
    expect(await sourcesOf('link', 'https://a.example/;https://b.example/')).toHaveLength(2);
  });

  test('and what is left over in a column of links is told', async () => {
    const notes = notesOf(await withCell('link', '[Reuters](https://reuters.example/x)'));
    expect(notes.join()).toContain('events, row 2, link: “Reuters” is not a web address');
    expect(notesOf(await withCell('link', '(https://reuters.example/x)')).join()).not.toContain(
      'link',
    );
  });
});

describe('A picture is a file that the page can show', () => {
  test.each([
    ['https://a.example/p?w=1&amp;h=2', ['https://a.example/p?w=1&h=2']],
    ['https://a.example/p;id=1', ['https://a.example/p;id=1']],
    ['a.jpg;b c.jpg', ['a.jpg', 'b c.jpg']],
    [
      'https://a.example/1.jpg; https://a.example/2.jpg;',
      ['https://a.example/1.jpg', 'https://a.example/2.jpg'],
    ],
  ])('“%s”', async (cell, files) => {
    const event = await eventOf('image', cell);
    const media = event?.['media'] as readonly { image: string }[];
    expect(media.map(({ image }) => image)).toEqual(files);
  });

  test.each(['yes', 'folder\\a.jpg', 'photos//a.jpg', 'https://me:pw@a.example/a.jpg'])(
    'and %s is a fault of its cell',
    async (cell) => expect(faultsOf(await withCell('image', cell))[0]).toContain('row 2, image: '),
  );
});

describe('HTML in a cell', () => {
  test.each([
    ['<b>Kim </b>met Trump', '**Kim** met Trump'],
    ['<p>He met <i>Trump</i>s</p>', 'He met Trumps'],
    ['<p>5 * 3 * 2 <i>is</i> 30', '5 \\* 3 \\* 2 *is* 30'],
    ['*One*<br>[two](https://a.example/)', '*One*\n[two](https://a.example/)'],
    ['<p>He said <sic> so</p>', 'He said <sic> so'],
    ['&lt;b&gt;Kim&lt;/b&gt; &eacute;', '**Kim** é'],
  ])('%j is read as %j', async (cell, text) =>
    expect((await eventOf('text', cell))?.['text']).toBe(text),
  );
});

describe('A name with a comma', () => {
  test('is told, once for a column, because it is read as two', async () => {
    const imported = await csv(
      'date,title,people\n2018,a,"Trump, Donald"\n2018,b,"Kim, Jong Un"\n2018,c,"Trump, Donald;"\n',
    );
    expect(storyOf(imported).people).toHaveLength(5);
    expect(notesOf(imported)).toContain(
      'events, row 2, people: “Trump, Donald” is read as 2 names, parted at the comma. Put ; between names, and behind a single one that has a comma. One more row has the same.',
    );
  });

  test('is one name if it is known', async () => {
    const imported = await xlsx({
      events: [
        ['date', 'title', 'people', 'tags', 'place', 'latitude', 'longitude', 'about'],
        ['2018', 'a', 'Trump, Donald', 'war; peace', 'Washington, D.C.', 38.9, -77, null],
        ['2019', 'b', 'Trump, Donald', 'war, peace', null, null, null, 'Washington, D.C.'],
      ],
      people: [['name'], ['Trump, Donald']],
    });
    const { events } = storyOf(imported);
    expect(events.map(({ who, tags, about }) => [who, tags, about])).toEqual([
      [['trump-donald'], ['war', 'peace'], undefined],
      [['trump-donald'], ['war', 'peace'], ['washington-d-c']],
    ]);
    expect(notesOf(imported).join()).not.toContain('comma');
  });
});

describe('German headings', () => {
  test('“Tag” beside “Monat” is a day', async () => {
    const imported = await csv('Jahr;Monat;Tag;Titel\n2018;6;12;a\n2018;Juni;;b\n');
    const { events, tags } = storyOf(imported);
    expect(events.map(({ when }) => when)).toEqual(['2018-06-12', '2018-06']);
    expect(tags).toBeUndefined();
    expect(await parserFaults(imported)).toEqual([]);
  });

  test.each(['Date,Title,Tag\n2018,a,war\n', 'Year,Month,Day,Title,Tag\n2018,6,12,a,war\n'])(
    'and an English one that sorts events: %j',
    async (text) => expect(storyOf(await csv(text)).tags).toEqual([{ id: 'war', name: 'war' }]),
  );
});

describe('Parts of a date in columns of their own', () => {
  const whenOf = async (cells: string) =>
    csv(`year,month,day,time,title\n${cells},a\n`).then(
      (imported) => storyOf(imported).events[0]?.['when'],
    );

  test('are added to a year that is not certain', async () => {
    expect(await whenOf('c. 2018,6,12,')).toBe('2018-06-12~');
    expect(await whenOf('2018?,6,,')).toBe('2018-06?');
    expect(await whenOf('2018,6.,12.,09:00')).toBe('2018-06-12T09:00');
  });

  test('and are a fault if the month is missing', async () => {
    expect(faultsOf(await csv('year,month,day,title\n2018,,12,a\n'))).toEqual([
      'events, row 2, day: has a day without a month. Write the month, or no day.',
    ]);
  });

  test.each([
    ['2018-06-12', '7,', '2018-06-12', 'month: is not read: “2018-06-12” is no year.'],
    ['2018-06-12/2018-06-14', '6,12', '2018-06-12/2018-06-14', null],
    ['2018-06-12', '6,12', '2018-06-12', null],
    ['201X', ',12', '201X', 'day: is not read: “201X” is no year.'],
  ])('and are told if %s has its own beside %s', async (date, parts, when, note) => {
    const imported = await csv(`date,month,day,title\n${date},${parts},a\n`);
    expect(storyOf(imported).events[0]?.['when']).toBe(when);
    if (note === null) expect(notesOf(imported).join()).not.toContain('is not read');
    else expect(notesOf(imported)).toContain(`events, row 2, ${note}`);
  });

  test.each(['2018-06', '2018-06-12~', '2018-06-12/2018-06-14', '2018-06-12T08:00'])(
    'and the time is told where %s has no place for it',
    async (date) => {
      const imported = await csv(`date,time,title\n${date},09:00,a\n`);
      expect(storyOf(imported).events[0]?.['when']).toBe(date);
      expect(notesOf(imported)).toContain(
        `events, row 2, time: is not read: “${date}” is no single day without a time.`,
      );
    },
  );

  test('but not where it is the same', async () => {
    const imported = await csv('date,time,title\n2018-06-12 09:00,9:00,a\n');
    expect(notesOf(imported).join()).not.toContain('time');
  });
});

describe('A word in brackets in a heading', () => {
  test.each(['title (new)', 'text (old)', 'text_raw', 'place_id', 'title (xyz)'])(
    'is no language: %s',
    async (heading) => {
      const imported = await csv(`date,title,${heading}\n2018,a,b\n`);
      const { events, places } = storyOf(imported);
      expect(Object.values({ ...events[0] }).filter((value) => typeof value === 'object')).toEqual(
        [],
      );
      expect(places.features).toEqual([]);
    },
  );

  test.each(['ko', 'zh-Hant', 'zh-TW', 'id', 'yue', 'pt-BR'])('is one: %s', async (tag) => {
    const imported = await csv(`date,title,title (${tag})\n2018,a,b\n`);
    expect(storyOf(imported).events[0]?.['title']).toEqual({ en: 'a', [tag]: 'b' });
  });
});

test('An American and a German date of one column are both read as they are written', async () => {
  const imported = await csv('date,title\n6/25/2018,a\n12.06.2018,b\n');
  expect(storyOf(imported).events.map(({ when }) => when)).toEqual(['2018-06-25', '2018-06-12']);
});

test('A column of years completes the dates of another, or is told', async () => {
  const imported = await csv(
    'Year,Date,Title\n2018,12 June,a\n2018,June 13,b\n2018,14.06.,c\n2018,6/25,d\n2018,,e\n2018,2019-06-12,f\n2018,2018-06-12,g\n',
  );
  expect(storyOf(imported).events.map(({ when }) => when)).toEqual([
    '2018-06-12',
    '2018-06-13',
    '2018-06-14',
    '2018-06-25',
    '2018',
    '2019-06-12',
    '2018-06-12',
  ]);
  expect(notesOf(imported)).toContain('events, row 7, Year: is not read: the date is 2019-06-12.');
  expect(faultsOf(await csv('Year,Date,Title\n2018,soon,a\n'))[0]).toContain('row 2, Date: ');
});
