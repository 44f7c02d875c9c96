import { describe, expect, test } from 'vitest';
import { readStoryData } from '../../../../src/story/load.ts';
import { bytesOf, csv, faultsOf, notesOf, parserFaults, storyOf } from './kit.ts';

describe('A CSV is a story', () => {
  const TALKS = [
    'Date,Title,Text,Place,Latitude,Longitude,Kind,People,Source,Link',
    '2018-06-12,Summit,They meet.,Singapore,1.35,103.82,meeting,"Kim Jong Un; Trump, Donald",Reuters,https://example.org/a',
    '2018-06-14 09:04,Back home,,Pyongyang,39.03,125.75,,Kim Jong Un,,https://example.org/b https://example.org/c',
    '2018-06-20,Again in Singapore,He returns.,singapore,,,visit,Kim Jong Un,Reuters,https://example.org/a',
  ].join('\n');

  test('with places, people and sources, each once, and ids made of their names', async () => {
    const story = storyOf(await csv(TALKS));
    expect(story.events.map(({ id, when, at, who }) => [id, when, at, who])).toEqual([
      ['summit', '2018-06-12', 'singapore', ['kim-jong-un', 'trump-donald']],
      ['back-home', '2018-06-14T09:04', 'pyongyang', ['kim-jong-un']],
      ['again-in-singapore', '2018-06-20', 'singapore', ['kim-jong-un']],
    ]);
    expect(
      story.places.features.map(({ id, geometry, properties }) => [
        id,
        geometry.coordinates,
        properties['zone'],
      ]),
    ).toEqual([
      ['singapore', [103.82, 1.35], 'Asia/Singapore'],
      ['pyongyang', [125.75, 39.03], 'Asia/Pyongyang'],
    ]);
    expect(story.people.map(({ name }) => name)).toEqual(['Kim Jong Un', 'Trump, Donald']);
    expect(story.sources.slice(0, 3)).toEqual([
      { id: 'reuters', publisher: 'example.org', title: 'Reuters', url: 'https://example.org/a' },
      {
        id: 'example-org-b',
        publisher: 'example.org',
        title: 'example.org/b',
        url: 'https://example.org/b',
      },
      {
        id: 'example-org-c',
        publisher: 'example.org',
        title: 'example.org/c',
        url: 'https://example.org/c',
      },
    ]);
    expect(story.events.map(({ kind }) => kind)).toEqual(['meeting', undefined, 'visit']);
  });

  test('that the parser of stories reads without a fault', async () => {
    expect(await parserFaults(await csv(TALKS))).toEqual([]);
  });

  test.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('divided by %s, with quotes, line breaks and a byte order mark', async (_, sign) => {
    const quoted = (row: readonly string[]) => row.map((cell) => `"${cell}"`).join(sign);
    const text = `\uFEFF${quoted(['date', 'title', 'text'])}\r\n${quoted(['2018-06-12', 'A ""summit"", at last', 'One, two;\r\nthree.\r\n\r\nFour.'])}\r\n`;
    const { events } = storyOf(await csv(text));
    expect(events[0]).toMatchObject({
      when: '2018-06-12',
      title: 'A "summit", at last',
      text: 'One, two;\nthree.\n\nFour.',
    });
  });

  test('with Excel’s line that names the divider', async () => {
    const imported = await csv('sep=;\ndate;title\n2018-06-12;Summit\n2018-99;Wrong\n');
    expect(faultsOf(imported)[0]).toMatch(/^events, row 4, date: /);
  });
});

describe('Headings are found', () => {
  test.each([
    ['German', 'Titel;Datum;Ort;Breite;Länge', 'Gipfel;12.06.2018;Singapur;1,35;103,8'],
    [
      'French',
      'Titre;Date de début;Lieu;Latitude;Longitude',
      'Sommet;12.06.2018;Singapour;1,35;103,8',
    ],
    ['Spanish', 'Título;Fecha;Lugar;Latitud;Longitud', 'Cumbre;12.06.2018;Singapur;1,35;103,8'],
    ['Korean', '제목;날짜;장소;위도;경도', '정상회담;2018. 6. 12.;싱가포르;1.35;103.8'],
    ['Chinese', '标题;日期;地点;纬度;经度', '峰会;2018年6月12日;新加坡;1.35;103.8'],
    ['Japanese', 'タイトル;日付;場所;緯度;経度', '首脳会談;2018年6月12日;シンガポール;1.35;103.8'],
    [
      'English',
      'Headline;Start date;LOCATION;Lat;Lng',
      'Summit;June 12, 2018;Singapore;1.35;103.8',
    ],
    ['untidy', ' head_line ;When?;Where;LATITUDE ;Long', 'Summit;2018-06-12;Singapore;1.35;103.8'],
  ])('in %s, in any order', async (_, headings, row) => {
    const imported = await csv(`${headings}\n${row}\n`);
    const story = storyOf(imported);
    expect(story.events[0]?.['when']).toBe('2018-06-12');
    expect(story.places.features[0]?.geometry.coordinates).toEqual([103.8, 1.35]);
    expect(await parserFaults(imported)).toEqual([]);
  });

  test('below a title line, which is told', async () => {
    const imported = await csv('Our timeline\n\ndate,title\n2018-06-12,Summit\n');
    expect(storyOf(imported).events).toHaveLength(1);
    expect(notesOf(imported)).toContain(
      'events, row 1: “Our timeline” stands above the headings and is not read.',
    );
  });

  test('for texts in other languages', async () => {
    const story = storyOf(
      await csv(
        'date,title,title (ko),text:fr,place_de,place,coordinates\n2018-06-12,Summit,정상회담,Bonjour,Singapur,Singapore,"1.35, 103.8"\n',
      ),
    );
    expect(story.events[0]).toMatchObject({
      title: { en: 'Summit', ko: '정상회담' },
      text: { fr: 'Bonjour' },
    });
    expect(story.places.features[0]?.properties['name']).toEqual({
      de: 'Singapur',
      en: 'Singapore',
    });
  });

  test('and the language of a story whose only titles have one', async () => {
    const story = storyOf(await csv('date,title (ko)\n2018-06-12,정상회담\n'));
    expect([story.language, story.events[0]?.['title']]).toEqual(['ko', '정상회담']);
  });

  test('or told, if nobody knows them, with what may be meant', async () => {
    const notes = notesOf(await csv('date,title,weather,capton\n2018-06-12,Summit,fine,x\n'));
    expect(notes).toContain('events, weather: is not known here, so this column is not read.');
    expect(notes).toContain(
      'events, capton: is not known here, so this column is not read. Did you mean "caption"?',
    );
  });

  test('and a missing one is a fault', async () => {
    expect(faultsOf(await csv('date,text\n2018,a\n'))).toEqual([
      'events: has no column “title”. Add it to the row of headings.',
    ]);
    expect(faultsOf(await csv('1,2\n3,4\n'))).toEqual([
      'events: has no headings. Write “date” and “title” above the columns, in one row.',
    ]);
  });

  test('and cells without one are told', async () => {
    const notes = notesOf(await csv('date,title\n2018,Berlin, the capital\n'));
    expect(notes.join()).toContain('events, row 2, column C: has “the capital”, but no heading');
  });
});

describe('Faults name the row, the column and the remedy', () => {
  test('of a date that may be two days', async () => {
    expect(faultsOf(await csv('date,title\n3/4/2018,a\n'))).toEqual([
      'events, row 2, date: “3/4/2018” is 3 April or 4 March. Write 2018-04-03, or say --day-first or --month-first.',
    ]);
  });

  test('unless another row or the author tells the order', async () => {
    const when = async (text: string, options = {}) =>
      storyOf(await csv(text, options)).events[0]?.['when'];
    expect(await when('date,title\n3/4/2018,a\n13/4/2018,b\n')).toBe('2018-04-03');
    expect(await when('date,title\n3/4/2018,a\n4/13/2018,b\n')).toBe('2018-03-04');
    expect(await when('date,title\n3/4/2018,a\n', { dayOrder: 'month-first' })).toBe('2018-03-04');
    expect(faultsOf(await csv('date,title\n3/4/2018,a\n13/4/2018,b\n4/13/2018,c\n'))).toHaveLength(
      1,
    );
  });

  test('of dates and texts that are missing or impossible', async () => {
    const faults = faultsOf(
      await csv(
        `date,end,title\n,,a\n31.02.2018,,b\n2018-06-12,2018-06-10,c\n2018-06-12,,\n2018-06-12,,${'x'.repeat(201)}\n`,
      ),
    );
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'events, row 2, date',
      'events, row 3, date',
      'events, row 4, end',
      'events, row 5, title',
      'events, row 6, title',
    ]);
  });

  test('of positions', async () => {
    const head = 'date,title,place,lat,lng\n';
    expect(faultsOf(await csv(`${head}2018,a,Seoul,127,37.5\n`))[0]).toBe(
      'events, row 2, lat: “127” is beyond 90 degrees. Are latitude and longitude swapped?',
    );
    expect(faultsOf(await csv(`${head}2018,a,Seoul,37.5,\n`))[0]).toContain(
      'events, row 2, lng: is empty.',
    );
    expect(faultsOf(await csv(`${head}2018,a,Paris,,\n2018,b,Paris,,\n`))).toEqual([
      'events, row 2, place: “Paris” has no coordinates. Write latitude and longitude here, in another row with this place, or in a sheet “places”.',
    ]);
    expect(
      faultsOf(await csv(`${head}2018,a,Paris,48.9,2.3\n2018,b,Paris,33.7,-95.5\n`))[0],
    ).toContain('events, row 3, lat: puts “Paris” elsewhere');
    expect(
      notesOf(await csv(`${head}2018,a,Paris,48.901,2.3\n2018,b,Paris,48.9,2.3\n`)).join(),
    ).toContain('a little beside');
  });

  test('of what the clocks of the place skipped', async () => {
    const text = 'date,title,place,lat,lng\n2018-03-25 02:30,a,Berlin,52.5,13.4\n';
    expect(faultsOf(await csv(text))[0]).toMatch(
      /^events, row 2, date: 2018-03-25T02:30 does not exist in Europe\/Berlin/,
    );
  });

  test('once for many rows with the same fault, and at most 100 of them', async () => {
    const rows = (line: (index: number) => string) =>
      `date,title\n${Array.from({ length: 300 }, (_, index) => line(index)).join('\n')}`;
    expect(faultsOf(await csv(rows(() => ',a')))).toEqual([
      'events, row 2, date: is empty. Write a date, such as 2018-06-12. 299 more rows have the same.',
    ]);
    const many = faultsOf(await csv(rows((index) => `wrong ${index},a`)));
    expect(many).toHaveLength(101);
    expect(many.at(-1)).toContain('There are 200 more');
  });

  test('of a quotation mark that swallows the rest', async () => {
    expect(faultsOf(await csv('date,title\n2018,"a\n2019,b\n')).join()).toContain(
      'events, row 2: has a quotation mark that is not closed',
    );
  });
});

describe('Cells that only look like values', () => {
  test('are empty, and are told', async () => {
    const imported = await csv('date,title,text,place\n2018,a,#REF!,N/A\n2019,b,#N/A,-\n');
    expect(storyOf(imported).places.features).toEqual([]);
    expect(notesOf(imported).join()).toContain(
      'events, row 2, text: has the error #REF! of a formula.',
    );
    expect(notesOf(imported).join()).toContain(
      'events, row 2, place: has “N/A”. It is read as empty.',
    );
  });

  test('have their HTML turned into the signs of a story, or taken out', async () => {
    const html =
      '<p>One <b>bold</b> &amp; <a href="https://example.org/x">link</a>.</p><p>Two<br>lines &lt;3</p><script>';
    const imported = await csv(
      `date,title,text\n2018,<i>Title</i>,"${html.replaceAll('"', '""')}"\n`,
    );
    expect(storyOf(imported).events[0]).toMatchObject({
      title: 'Title',
      text: 'One **bold** & [link](https://example.org/x).\n\nTwo\nlines <3',
    });
    expect(notesOf(imported).join()).toContain('events, row 2, text: has HTML.');
  });

  test('and a word that is no kind is told', async () => {
    const imported = await csv('date,title,kind\n2018,a,Strike\n2018,b,Treffen\n');
    expect(storyOf(imported).events.map(({ kind }) => kind)).toEqual([undefined, 'meeting']);
    expect(notesOf(imported).join()).toContain(
      'events, row 2, kind: “Strike” is not a kind that the map draws.',
    );
  });

  test('and a status that nobody knows is a fault: the map would show what never happened', async () => {
    expect(faultsOf(await csv('date,title,status\n2018,a,cancelled\n'))[0]).toContain(
      'events, row 2, status',
    );
  });
});

describe('Tags, pictures and ends of a row', () => {
  test('are in the event', async () => {
    const story = storyOf(
      await csv(
        'date,end,title,tags,image,alt,caption,credit\n2018-06-12,ongoing,a,"war, peace","photo one.jpg\nhttps://example.org/b.jpg",Two men,A hall,AP\n2018-07-01,14.07.2018,b,Peace,,,,\n',
      ),
    );
    expect(story.tags).toEqual([
      { id: 'war', name: 'war' },
      { id: 'peace', name: 'peace' },
    ]);
    expect(story.events.map(({ when, tags, media }) => [when, tags, media])).toEqual([
      [
        '2018-06-12/..',
        ['war', 'peace'],
        [
          { image: 'photo one.jpg', alt: 'Two men', caption: 'A hall', credit: 'AP' },
          { image: 'https://example.org/b.jpg', alt: 'Two men', caption: 'A hall', credit: 'AP' },
        ],
      ],
      ['2018-07-01/2018-07-14', ['peace'], undefined],
    ]);
  });

  test.each([
    'http://example.org/a.jpg',
    'javascript:alert(1)',
    '../secret.jpg',
    '/etc/passwd',
    'C:\\a.jpg',
    'data:image/png;base64,AA==',
  ])('but no picture is shown from %s', async (address) =>
    expect(faultsOf(await csv(`date,title,image\n2018,a,"${address}"\n`))[0]).toContain(
      'events, row 2, image',
    ),
  );

  test('and a picture without a description is told', async () => {
    expect(notesOf(await csv('date,title,image\n2018,a,b.jpg\n')).join()).toContain(
      'events, row 2, alt: is empty.',
    );
  });

  test('and the time may have a column of its own', async () => {
    expect(storyOf(await csv('date,time,title\n2018-06-12,9:04 am,a\n')).events[0]?.['when']).toBe(
      '2018-06-12T09:04',
    );
    expect(faultsOf(await csv('date,time,title\n2018-06-12,later,a\n'))[0]).toContain(
      'events, row 2, time',
    );
  });
});

test.each([
  ['2018-06-12 00:00:00', '2018-06-12'],
  ['2018-06-12 00:00', '2018-06-12T00:00'],
])('A day that a program writes as midnight is a day: %s', async (date, when) => {
  expect(storyOf(await csv(`date,title\n${date},a\n`)).events[0]?.['when']).toBe(when);
});

test('Year, month and day may have columns of their own', async () => {
  const text =
    'Year,Month,Day,Time,End Year,End Month,End Day,Headline\n2018,6,12,,2018,June,14,a\n2018,6,,,,,,b\n2018,,,,,,,c\n2018,6,3,9:04,,,,d\n';
  expect(storyOf(await csv(text)).events.map(({ when }) => when)).toEqual([
    '2018-06-12/2018-06-14',
    '2018-06',
    '2018',
    '2018-06-03T09:04',
  ]);
  expect(faultsOf(await csv('year,month,day,title\n2018,2,30,a\n2018,13,,b\n'))).toEqual([
    'events, row 2, day: 2018-02-30 does not exist. February 2018 has 28 days.',
    'events, row 3, month: 2018-13 does not exist. Months run from 01 to 12.',
  ]);
});

test('A heading may have a hint in brackets', async () => {
  const imported = await csv('Date (YYYY-MM-DD),Title*,Photo [URL]\n2018-06-12,a,b.jpg\n');
  expect(storyOf(imported).events[0]).toMatchObject({
    when: '2018-06-12',
    media: [{ image: 'b.jpg' }],
  });
});

test('The zone of a row is its place’s; two of them are a fault, and one without a place is told', async () => {
  const head = 'date,title,place,coordinates,zone\n';
  const zoneOf = async (rows: string) =>
    storyOf(await csv(head + rows)).places.features[0]?.properties['zone'];
  expect(await zoneOf('2018,a,Ship,"10, -150",+09:00\n2019,b,Ship,,\n')).toBe('+09:00');
  expect(
    faultsOf(await csv(`${head}2018,a,Ship,"10, -150",+09:00\n2019,b,Ship,,+08:00\n`))[0],
  ).toContain('events, row 3, zone');
  expect(faultsOf(await csv(`${head}2018,a,Ship,"10, -150",Korea time\n`))[0]).toContain(
    'is not a time zone',
  );
  expect(notesOf(await csv(`${head}2018,a,,,+09:00\n`)).join()).toContain(
    'events, row 2, zone: is the zone of a place',
  );
});

test('A quotation mark inside a text in quotes is a fault', async () => {
  expect(faultsOf(await csv('date,title\n2018,"a"b"\n')).join()).toContain(
    'events, row 2: has a quotation mark',
  );
});

test('Ids are unique and stable, in every script', async () => {
  const text =
    'date,title,people,id\n2018,Treaty,Kim;김정은;文在寅,\n2019,Treaty,Straße Ünal,\n2020,정상회담,,\n2021,Other,,treaty-2\n2022,Bad,,Not an id!\n';
  const story = storyOf(await csv(text));
  expect(story.events.map(({ id }) => id)).toEqual([
    'treaty',
    'treaty-3',
    'event-3',
    'treaty-2',
    'not-an-id',
  ]);
  expect(story.people.map(({ id }) => id)).toEqual(['kim', 'person-2', 'person-3', 'strasse-unal']);
  expect(storyOf(await csv(text))).toEqual(story);
});

test('A letter needs its sender and its recipient', async () => {
  const head = 'date,title,kind,sender,recipient,place,coordinates\n';
  const imported = await csv(`${head}2018,a,letter,Kim,Trump,Seoul,"37.5, 127"\n`);
  expect(storyOf(imported).events[0]).toMatchObject({ from: 'kim', to: 'trump' });
  expect(await parserFaults(imported)).toEqual([]);
  expect(faultsOf(await csv(`${head}2018,a,letter,,,Seoul,"37.5, 127"\n`))[0]).toContain(
    'A letter needs a sender',
  );
});

test('What a file does not say is left to the format: it has a default for each', async () => {
  const imported = await csv(
    'date,title,place,coordinates,people\n2018,a,X,"-90, 0",Ana\n2019,b,,,\n',
  );
  const { events, people, places, sources, frame } = storyOf(imported);
  expect(events).toEqual([
    { id: 'a', title: 'a', text: 'a', when: '2018', at: 'x', who: ['ana'] },
    { id: 'b', title: 'b', text: 'b', when: '2019' },
  ]);
  expect(people).toEqual([{ id: 'ana', name: 'Ana' }]);
  expect(Object.keys(places.features[0]?.properties ?? {})).toEqual(['name', 'zone']);
  expect([sources, frame]).toEqual([[], undefined]);
  expect(await parserFaults(imported)).toEqual([]);
});

test('Nobody gets a home that no cell names, so nobody travels by a guess', async () => {
  const imported = await csv('date,title,place,coordinates,people\n2018,a,Seoul,"37.5, 127",Kim\n');
  expect(storyOf(imported).people).toEqual([{ id: 'kim', name: 'Kim' }]);
  expect(await parserFaults(imported)).toEqual([]);
});

test('The frame holds all places, also across the date line and near a pole', async () => {
  const frame = async (...points: string[]) => {
    const rows = points.map((point, index) => `2018,a,${index},"${point}"`);
    const imported = await csv(`date,title,place,coordinates\n${rows.join('\n')}\n`);
    const parsed = await readStoryData(bytesOf(JSON.stringify(storyOf(imported))));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    return parsed.data.frame;
  };
  const [west = 0, , east = 0] = await frame('-17, 179', '-14, -172');
  expect(east - west).toBeLessThan(30);
  expect([west < 179, east > 188]).toEqual([true, true]);
  expect((await frame('-90, 0')).length).toBe(4);
  expect((await frame('89, 10', '-89, -170')).length).toBe(4);
  expect((await frame('1.35, 103.8')).length).toBe(4);
});
