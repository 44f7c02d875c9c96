import { describe, expect, it } from 'vitest';
import { formatFaults } from '../../../src/story/load.ts';
import { parseStory } from '../../../src/story/parse/parse.ts';
import { FIXTURE, mutate } from '../fixture.ts';

async function faultsOf(text: string): Promise<readonly string[]> {
  const parsed = parseStory(text);
  return parsed.ok ? [] : await formatFaults(parsed.faults, 'fixture.json', text);
}

/** A piece of the sound fixture, what stands there instead, and every fault, after `fixture.json:`. */
const GOLDEN: readonly (readonly [piece: string, by: string, faults: readonly string[]])[] = [
  ['"version": 1,', '', ['1:1 version: is missing. Add "version": 1.']],
  ['"version": 1', '"version": "1"', ['2:14 version: expected the number 1, got the text "1".']],
  ...['2', '2.5', '"2"', '1.1'].map(
    (version) =>
      [
        '"version": 1',
        `"version": ${version}, "a": 1`,
        [
          `2:14 version: is ${version.replace(/"/g, '')}. This program reads version 1. Use a newer one, or write the story in version 1.`,
        ],
      ] as const,
  ),
  ['"version": 1', '"version": 0', ['2:14 version: expected the number 1, got the number 0.']],
  [
    '"events": [',
    '"evnts": [], "events": [',
    ['27:3 evnts: is not known here. Did you mean "events"?'],
  ],
  [
    '"id": "thaw"',
    '"id": "thaw", "__proto__": { "polluted": 1 }',
    ['3:17 __proto__: is not known here. Remove it.'],
  ],
  [
    '"id": "talks"',
    '"id": "Talks!"',
    [
      '28:13 events[0].id: "Talks!" is not an id. Write 1 to 64 characters of a–z, 0–9, - and _, beginning with a letter or digit.',
      '32:30 events[1].follows[0].event: There is no event "talks".',
    ],
  ],
  [
    '"id": "talks"',
    '"id": "__proto__"',
    [
      '28:13 events[0].id: "__proto__" is not an id. Write 1 to 64 characters of a–z, 0–9, - and _, beginning with a letter or digit.',
      '32:30 events[1].follows[0].event: There is no event "talks".',
    ],
  ],
  [
    '"id": "letter", "kind"',
    '"id": "talks", "kind"',
    [
      '36:74 events[1].commitments[0].history[0].event: There is no event "letter".',
      '38:13 events[2].id: "talks" is already the id of events[0]. Write another.',
    ],
  ],
  [
    '"id": "seoul", "geometry"',
    '"id": "pyongyang", "geometry"',
    [
      '13:110 people[1].home: There is no place "seoul".',
      '20:34 places.features[1].id: "pyongyang" is already the id of places.features[0]. Write another.',
      '23:112 places.features[2].properties.within: There is no place "seoul".',
      '35:73 events[1].commitments[0].binds: There is no place "seoul".',
      '39:13 events[2].at: There is no place "seoul".',
    ],
  ],
  [
    '"language": "en"',
    '"language": "english language"',
    ['4:15 language: "english language" is not a language tag. Write one such as "en" or "es".'],
  ],
  [
    '"language": "en"',
    '"language": "English"',
    ['4:15 language: "English" is not a language tag. Write one such as "en" or "es".'],
  ],
  [
    '"ko": "서울"',
    '"korean": "서울"',
    [
      '21:50 places.features[1].properties.name.korean: "korean" is not a language tag. Write one such as "en" or "es".',
    ],
  ],
  [
    '"title": "A thaw"',
    '"title": {}',
    ['5:12 title: has no text in any language. Write { "en": "…" }.'],
  ],
  [
    '"title": "A thaw"',
    '"title": { "xx-invalid-tag-": "A" }',
    [
      '5:14 title.xx-invalid-tag-: "xx-invalid-tag-" is not a language tag. Write one such as "en" or "es".',
    ],
  ],
  ...['2019-02-30', '2019', '2019-03', '2019-03-01T09:00', '2019-03-01~', 'yesterday'].map(
    (day) =>
      [
        '"title": "A thaw"',
        `"title": "A thaw", "published": "${day}"`,
        [`5:35 published: "${day}" is not a day. Write one such as "2018-06-12".`],
      ] as const,
  ),
  [
    '"title": "A thaw"',
    '"title": "A thaw", "published": 2019',
    ['5:35 published: expected a day in quotes, got the number 2019.'],
  ],
  [
    '"title": "A thaw"',
    '"title": "A thaw", "published": "2019-03-01", "modified": "2019-02-28"',
    ['5:61 modified: is before "published". Write 2019-03-01 or a later day, or remove it.'],
  ],
  [
    '"title": "A thaw"',
    '"title": "A thaw", "card": "talk"',
    ['5:30 card: There is no event "talk". Did you mean "talks"?'],
  ],
  [
    '"title": "A thaw"',
    '"title": "A thaw", "card": "seoul"',
    ['5:30 card: There is no event "seoul".'],
  ],
  ['"title": "A thaw"', '"title": " \\u200b "', ['5:12 title: is empty. Write a text.']],
  [
    '"title": "A thaw"',
    '"title": "A \\u202e thaw"',
    ['5:12 title: has U+202E as character 3, which is not allowed. Remove it.'],
  ],
  ...[
    ['\\n', 'A\\nthaw'],
    ['\\r\\n', 'A\\r\\nthaw'],
    ['\\u2028', 'A\\u2028thaw'],
  ].map(
    ([, title = '']) =>
      [
        '"title": "A thaw"',
        `"title": "${title}"`,
        ['5:12 title: has a line break as character 2. Write it in one line.'],
      ] as const,
  ),
  [
    '"ko": "서울"',
    '"ko": "서울\\n시"',
    [
      '21:56 places.features[1].properties.name.ko: has a line break as character 3. Write it in one line.',
    ],
  ],
  [
    '"Leader"',
    '"Lea\\rder"',
    ['12:70 people[0].role: has a line break as character 4. Write it in one line.'],
  ],
  [
    '"A report"',
    '"A\\n\\nreport"',
    ['26:65 sources[0].title: has a line break as character 2. Write it in one line.'],
  ],
  [
    '"title": "A thaw"',
    '"title": "\\ud800"',
    ['5:12 title: has half a character (a lone surrogate). Remove it.'],
  ],
  [
    '"title": "A thaw"',
    `"title": "${'x'.repeat(201)}"`,
    ['5:12 title: has 201 characters. At most 200 are allowed.'],
  ],
  [
    '"title": "A thaw"',
    '"title": 42',
    ['5:12 title: expected a text, or texts by language, got the number 42.'],
  ],
  [
    '"title": "A thaw"',
    '"title": "A \\u2066 thaw"',
    [
      '5:12 title: has a direction mark (U+2066–U+2069) without its pair. Remove it, or add the other.',
    ],
  ],
  [
    '"name": { "en": "Seoul", "ko": "서울" }',
    '"name": { "en": "Seoul", "ko": 3 }',
    ['21:56 places.features[1].properties.name.ko: expected a text in quotes, got the number 3.'],
  ],
  [
    '"zone": "Asia/Seoul",\n',
    '"zone": "Asia/Atlantis",\n',
    ['7:11 zone: "Asia/Atlantis" is not a time zone. Write one such as "Asia/Seoul" or "+08:30".'],
  ],
  [
    '"frame": [86, -24, 300, 64]',
    '"frame": [170, -24, -60, 64]',
    [
      '8:23 frame[2]: -60 is not within 360 degrees east of 170. Across the date line, east passes 180: add 360.',
    ],
  ],
  [
    '"frame": [86, -24, 300, 64]',
    '"frame": [86, 64, 300, -24]',
    ['8:26 frame[3]: -24 is not north of 64.'],
  ],
  [
    '"frame": [86, -24, 300, 64]',
    '"frame": [86, -24, 300, 90]',
    ['8:27 frame[3]: 90 is outside −85…85. The map ends there.'],
  ],
  [
    '[121, 37, 131.5, 42.6]',
    '[-10, 37, 5, 42.6]',
    [
      '9:58 insets[0].bounds: reaches out of the frame, which has longitudes 86…300. Write a part of the frame.',
    ],
  ],
  [
    '[121, 37, 131.5, 42.6]',
    '[121, 37, 131.5, 72.6]',
    [
      '9:58 insets[0].bounds: reaches out of the frame, which has latitudes -24…64. Write a part of the frame.',
    ],
  ],
  [
    '"frame": [86, -24, 300, 64]',
    '"frame": null',
    ['8:12 frame: expected [west, south, east, north], got null.'],
  ],
  [
    '"hue": "north"',
    '"hue": "nroth"',
    ['10:62 parties[0].hue: "nroth" is not known here. Did you mean "north"?'],
  ],
  [
    '"hue": "north"',
    '"hue": "red;background:url(https://evil)"',
    [
      '10:62 parties[0].hue: "red;background:url(https://evil)" is not known here. Write one of: north, south, west, east, other, red, blue, brown, grey, green, purple, orange, teal, pink.',
    ],
  ],
  [
    '"initials": "KJU"',
    '"initials": "KIMJU"',
    ['12:55 people[0].initials: "KIMJU" cannot be initials. Write one to three letters.'],
  ],
  [
    '"party": "north", "home": "pyongyang"',
    '"party": "norht", "home": "pyongyan"',
    [
      '12:89 people[0].party: There is no party "norht". Did you mean "north"?',
      '12:106 people[0].home: There is no place "pyongyan". Did you mean "pyongyang"?',
    ],
  ],
  [
    '[125.75, 39.03]',
    '[39.03, 125.75]',
    [
      '18:101 places.features[0].geometry.coordinates[1]: 125.75 is outside −90…90. Longitude comes first.',
    ],
  ],
  [
    '[125.75, 39.03]',
    '[463.85, 1.29]',
    ['18:94 places.features[0].geometry.coordinates[0]: 463.85 is outside −180…180.'],
  ],
  [
    '[125.75, 39.03]',
    '[125.75, 1e400]',
    ['18:102 places.features[0].geometry.coordinates[1]: Infinity is outside −90…90.'],
  ],
  [
    '[125.75, 39.03]',
    '[125.75]',
    [
      '18:93 places.features[0].geometry.coordinates: expected [longitude, latitude], got a list of 1.',
    ],
  ],
  [
    '[125.75, 39.03]',
    '[125.75, "39.03"]',
    [
      '18:102 places.features[0].geometry.coordinates[1]: expected a number, got the text "39.03". Write 39.03 without quotes.',
    ],
  ],
  [
    '"frame": [86, -24, 300, 64]',
    '"frame": [86, "-24", 300, 64]',
    ['8:17 frame[1]: expected a number, got the text "-24".'],
  ],
  [
    '"frame": [86, -24, 300, 64]',
    '"frame": [86, -24, 300]',
    ['8:12 frame: expected [west, south, east, north], got a list of 3.'],
  ],
  [
    '"type": "Point", "coordinates": [125.75, 39.03]',
    '"type": "Polygon", "coordinates": [[1, 1], [2, 1], [2, 2], [1, 1]]',
    [
      '18:95 places.features[0].geometry.coordinates: of a Polygon begin with [[[longitude, latitude, these with [[longitude, latitude. Put one more list around all of it: [ … ].',
    ],
  ],
  [
    '"type": "Point", "coordinates": [125.75, 39.03]',
    '"type": "Polygon", "coordinates": [[[[1, 1], [2, 1], [2, 2], [1, 1]]]]',
    [
      '18:95 places.features[0].geometry.coordinates: of a Polygon begin with [[[longitude, latitude, these with [[[[longitude, latitude. Remove the outer list, or write the type MultiPolygon.',
    ],
  ],
  [
    '"type": "Point", "coordinates": [125.75, 39.03]',
    '"type": "LineString", "coordinates": [1, 1]',
    [
      '18:98 places.features[0].geometry.coordinates: of a LineString begin with [[longitude, latitude, these with [longitude, latitude. Put one more list around all of it: [ … ].',
    ],
  ],
  [
    '"type": "Point", "coordinates": [125.75, 39.03]',
    '"type": "MultiPoint", "coordinates": []',
    [
      '18:69 places.features[0].geometry.type: "MultiPoint" is not supported. Write each part as a place of its own, of one of these types: Point, LineString, Polygon, MultiPolygon.',
    ],
  ],
  [
    '"type": "Point", "coordinates": [125.75, 39.03]',
    '"type": "Polygon", "coordinates": [[[1, 1], [2, 1], [2, 2]]]',
    [
      '18:96 places.features[0].geometry.coordinates[0]: has 3 positions. It needs at least 4.',
      '18:96 places.features[0].geometry.coordinates[0]: is not closed. Write its first position again as its last.',
    ],
  ],
  [
    '"when": "2018-03-05"',
    '"date": "2018-03-05"',
    ['28:81 events[0].date: is not known here. Did you mean "when"?'],
  ],
  [
    '"who": ["kim"]',
    '"who": ["kim"], "site": "seoul", "data": 1, "whoo": []',
    [
      '29:42 events[0].site: is not known here. Remove it.',
      '29:59 events[0].data: is not known here. Remove it.',
      '29:70 events[0].whoo: is not known here. Did you mean "who"?',
    ],
  ],
  [
    '"precision": 50',
    '"precision": -1',
    ['23:98 places.features[2].properties.precision: -1 is outside 0…20000000.'],
  ],
  [
    '"within": "seoul"',
    '"within": "blue-house"',
    ['23:112 places.features[2].properties.within: A place cannot be within itself. Remove it.'],
  ],
  [
    '"precision": 2000 } }',
    '"precision": 2000, "within": "pyongyang" } }',
    [
      '23:112 places.features[2].properties.within: "seoul" has no mark of its own: it is within "pyongyang". Write "pyongyang".',
    ],
  ],
  [
    'https://example.org/a',
    'javascript:alert(1)',
    [
      '26:106 sources[0].url: "javascript:alert(1)" is not a web address. Write one that begins with https://.',
    ],
  ],
  [
    'https://example.org/a',
    '//evil.example/x',
    [
      '26:106 sources[0].url: "//evil.example/x" is not a web address. Write one that begins with https://.',
    ],
  ],
  [
    'https://example.org/a',
    'https://a:b@example.org/',
    [
      '26:106 sources[0].url: has a user name or a password, which readers would see. Remove what is before @.',
    ],
  ],
  [
    '"when": "2018-03-05"',
    '"when": "June 2018"',
    ['28:89 events[0].when: "June 2018" is not a date. Write 2018-06.'],
  ],
  [
    '"when": "2018-03-05"',
    '"when": 20180305',
    [
      '28:89 events[0].when: expected a date in quotes, got the number 20180305. Write "2018-03-05".',
    ],
  ],
  [
    '"when": "2018-03-05"',
    '"when": "2018-02-29"',
    ['28:89 events[0].when: 2018-02-29 does not exist. February 2018 has 28 days.'],
  ],
  [
    '"when": "2018-03-05"',
    '"when": "2018-05-04T23:45"',
    [
      '28:89 events[0].when: 2018-05-04T23:45 does not exist in Asia/Pyongyang: the clocks went from 2018-05-04T23:30 to 2018-05-05T00:00. Write 2018-05-05T00:00 or later.',
    ],
  ],
  [
    '"when": "2018-03-05"',
    '"when": "2015-08-14T23:45"',
    [
      '28:89 events[0].when: 2015-08-14T23:45 occurred twice in Asia/Pyongyang, because the clocks went back. Write 2015-08-14T23:45+09:00 for the first time or 2015-08-14T23:45+08:30 for the second.',
    ],
  ],
  ['"when": "2018-03-05"', '"when": "2015-08-14T23:45+08:30"', []],
  [
    '"when": "2018-03-05"',
    '"when": "2015-08-14/2015-08-14T23:45"',
    [
      '28:89 events[0].when: 2015-08-14T23:45 occurred twice in Asia/Pyongyang, because the clocks went back. Write 2015-08-14T23:45+09:00 for the first time or 2015-08-14T23:45+08:30 for the second.',
    ],
  ],
  [
    '"when": "2018-03-05"',
    '"when": "2018-03-05T08:00+09:00"',
    [
      '28:89 events[0].when: 2018-03-05T08:00+09:00 is not a time in Asia/Pyongyang, whose offset was +08:30 then. Write the local time there: 2018-03-05T07:30.',
    ],
  ],
  [
    '"when": "2018-03-05"',
    '"when": "2018-03-06/2018-03-05"',
    [
      '28:89 events[0].when: 2018-03-06/2018-03-05 ends before it begins. Write 2018-03-05/2018-03-06.',
    ],
  ],
  [
    '"when": "2018-03-05"',
    '"when": "2018-06-01"',
    [
      '32:30 events[1].follows[0].event: "talks" begins later (2018-06-01) than this event (2018-04-27T17:58). An event can only follow from earlier events.',
    ],
  ],
  [
    '"at": "blue-house"',
    '"at": "blu-house"',
    ['31:13 events[1].at: There is no place "blu-house". Did you mean "blue-house"?'],
  ],
  ['"from": "kim", ', '', ['38:5 events[2].from: is missing. A letter needs "from" and "to".']],
  [
    '"who": ["kim"]',
    '"who": ["kim"], "to": "moon"',
    ['29:48 events[0].to: is only for letters, not for kind "meeting". Remove it.'],
  ],
  [
    '"who": ["kim"]',
    '"who": ["kim", "kim"]',
    ['29:33 events[0].who: names "kim" twice. Remove the second.'],
  ],
  [
    '"who": ["kim"]',
    '"who": "kim"',
    ['29:33 events[0].who: expected a list, got the text "kim". Write ["kim"].'],
  ],
  [
    '"who": ["kim"]',
    '"who": []',
    ['29:33 events[0].who: is empty. An event of kind "meeting" needs at least one person.'],
  ],
  [
    '"when": "2018-12~"',
    '"when": "2018-12~", "who": []',
    ['41:34 events[3].who: is empty. Write who is expected, or remove it.'],
  ],
  [
    '"by": ["north"]',
    '"by": []',
    [
      '35:53 events[1].commitments[0].by: is empty. A commitment needs at least one party that makes it.',
    ],
  ],
  [
    '[{ "event": "talks", "verb": "led-to" }]',
    '[{ "event": "talks", "verb": "led-to" }, { "event": "talks" }]',
    ['32:70 events[1].follows[1].event: "talks" is in this list twice. Remove one of the two.'],
  ],
  [
    '"who": ["kim", "moon"]',
    '"who": ["kim", "moon"], "via": [[1, 1], [2, 2]]',
    [
      '31:58 events[1].via: cannot begin at both "pyongyang" and "seoul". Write the route of those who travel together as an event of kind "journey".',
    ],
  ],
  [
    '"kind": "agreement"',
    '"kind": "statement"',
    [
      '34:22 events[1].commitments: are only for agreements, not for kind "statement". Remove them.',
    ],
  ],
  [
    '"kind": "agreement"',
    '"kind": "agreemnt"',
    ['30:29 events[1].kind: "agreemnt" is not known here. Did you mean "agreement"?'],
  ],
  [
    '"verb": "led-to"',
    '"verb": "led to"',
    ['32:47 events[1].follows[0].verb: "led to" is not known here. Did you mean "led-to"?'],
  ],
  [
    '"event": "talks"',
    '"event": "talk"',
    ['32:30 events[1].follows[0].event: There is no event "talk". Did you mean "talks"?'],
  ],
  [
    '"event": "talks"',
    '"event": "pact"',
    ['32:30 events[1].follows[0].event: An event cannot follow from itself. Remove the link.'],
  ],
  [
    '"when": "2018-11-20", "state"',
    '"when": "2018-04-26", "state"',
    [
      '36:33 events[1].commitments[0].history[0].when: 2018-04-26 is earlier than the agreement (2018-04-27T17:58). Write a history in order of time.',
    ],
  ],
  [
    '"event": "letter"',
    '"event": "lettre"',
    [
      '36:74 events[1].commitments[0].history[0].event: There is no event "lettre". Did you mean "letter"?',
    ],
  ],
  [
    '"state": "begun"',
    '"state": "started"',
    [
      '36:56 events[1].commitments[0].history[0].state: "started" is not known here. Write one of: promised, begun, done, stalled, broken.',
    ],
  ],
  [
    '"says": "They signed."',
    '"say": "They signed."',
    ['33:40 events[1].claims[0].say: is not known here. Did you mean "says"?'],
  ],
  [
    '"version": 1',
    '"version": 1, "version": 1',
    ['2:17 version: is written twice (first in line 2). Remove one of the two.'],
  ],
  [
    '[86, -24, 300, 64]',
    '[86, -24, 300, 64,]',
    [
      '8:30 This is not JSON. A value is missing here. Remove a comma before ] or } if there is one.',
    ],
  ],
  [
    '"language"',
    "'language'",
    ['4:3 This is not JSON. Write names and texts in double quotes: "…".'],
  ],
  [
    '"language": "en",',
    '"language": "en" // comment\n,',
    ['4:20 This is not JSON. JSON has no comments. Remove this one.'],
  ],
  [
    '"They talk."',
    '"They\n talk."',
    ['28:72 This is not JSON. Write a line break in a text as \\n.'],
  ],
  [
    '"They talk."',
    '"They talk.\r\n"',
    ['28:78 This is not JSON. Write a line break in a text as \\n.'],
  ],
  ['"A thaw",', '"A thaw,', ['5:12 This is not JSON. The text is not closed. Add a double quote.']],
  ['"A thaw",', '"A thaw', ['5:12 This is not JSON. The text is not closed. Add a double quote.']],
  [
    '"They talk."',
    '"They "talk"."',
    ['28:73 This is not JSON. Write a double quote in a text as \\", or use “ and ”.'],
  ],
  [
    '"They talk."',
    '""They" talk."',
    ['28:68 This is not JSON. Write a double quote in a text as \\", or use “ and ”.'],
  ],
  [
    '"They talk."',
    '"They talk at "5"."',
    ['28:81 This is not JSON. Write a double quote in a text as \\", or use “ and ”.'],
  ],
  ['["kim", "moon"]', '["kim" "moon"]', ['31:41 This is not JSON. A comma is missing here.']],
  ['"title": "A thaw",', '"title": "A thaw"', ['6:3 This is not JSON. A comma is missing here.']],
];

describe('a fault', () => {
  it('is not found in a sound story', async () => {
    expect(await faultsOf(FIXTURE)).toEqual([]);
  });

  it.each(GOLDEN)(
    'in %j, now %j, is told with its line and remedy',
    async (piece, by, expected) => {
      expect(await faultsOf(mutate(piece, by))).toEqual(
        expected.map((line) => `fixture.json:${line}`),
      );
    },
  );

  it.each([
    ['', 'fixture.json:1:1 The file is empty.'],
    ['null', 'fixture.json A story is an object, { … }; this is null.'],
    ['[]', 'fixture.json A story is an object, { … }; this is a list.'],
    ['"x"', 'fixture.json A story is an object, { … }; this is the text "x".'],
    ['42', 'fixture.json A story is an object, { … }; this is the number 42.'],
    ['true', 'fixture.json A story is an object, { … }; this is true.'],
  ])('is the whole file when it is %j', async (text, line) => {
    expect(await faultsOf(text)).toEqual([line]);
  });

  it('does not hide the others: all come at once, in the order of the file', async () => {
    const text = mutate('"when": "2018-03-05"', '"when": "June 2018"')
      .replace('"hue": "north"', '"hue": "reddish"')
      .replace('"binds": "seoul"', '"binds": "soul"')
      .replace('"when": "2018-12~"', '"when": "2018-13"');
    expect((await faultsOf(text)).map((line) => line.split(' ')[1])).toEqual([
      'parties[0].hue:',
      'events[0].when:',
      'events[1].commitments[0].binds:',
      'events[3].when:',
    ]);
  });

  /** The sound fixture with one of its lists replaced and written last, after all that refers into it. */
  const withLast = (key: string, value: unknown) => {
    const story = new Map(Object.entries(JSON.parse(FIXTURE) as object));
    story.delete(key);
    return JSON.stringify(Object.fromEntries(story.set(key, value)));
  };

  it.each<readonly [key: string, value: unknown, fault: string]>([
    [
      'places',
      [{ id: 'pyongyang' }],
      'places: expected an object, got a list. Write { "type": "FeatureCollection", "features": [ … ] }.',
    ],
    ['people', { kim: {}, moon: {} }, 'people: expected a list, got an object. Write [ … ].'],
    [
      'places',
      { type: 'FeatureCollection', features: [] },
      'places.features: is empty, but the story refers to places. Add each of them here.',
    ],
    ['people', [], 'people: is empty, but the story refers to people. Add each of them here.'],
    ['parties', [], 'parties: is empty, but the story refers to parties. Add each of them here.'],
    ['sources', [], 'sources: is empty, but the story refers to sources. Add each of them here.'],
    ...['places', 'people', 'parties', 'sources'].map((list): [string, undefined, string] => [
      list,
      undefined,
      `${list}: is missing, but the story refers to ${list}. Add each of them here.`,
    ]),
  ])(
    'of the list of %s is told once, not at all that refers into it',
    async (key, value, fault) => {
      const lines = await faultsOf(withLast(key, value));
      expect(lines.map((line) => line.replace(/^\S+ /, ''))).toEqual([fault]);
    },
  );

  it.each([
    ['event', 'time', 'when'],
    ['event', 'place', 'at'],
    ['event', 'location', 'at'],
    ['event', 'people', 'who'],
    ['event', 'persons', 'who'],
    ['event', 'participants', 'who'],
    ['event', 'headline', 'title'],
    ['event', 'name', 'title'],
    ['event', 'description', 'text'],
    ['event', 'summary', 'text'],
    ['story', 'name', 'title'],
    ['story', 'description', 'summary'],
    ['source', 'link', 'url'],
  ])('of a key of the %s leads from %j to %j', (owner, wrong, right) => {
    const story = JSON.parse(FIXTURE) as Record<'sources' | 'events', object[]>;
    const values = { story, event: story.events[1], source: story.sources[0] };
    const value = values[owner as keyof typeof values] as Record<string, unknown>;
    value[wrong] = value[right];
    value[right] = undefined;
    const parsed = parseStory(JSON.stringify(story));
    expect(parsed.ok ? [] : parsed.faults.map(({ message }) => message)).toContain(
      `is not known here. Did you mean "${right}"?`,
    );
  });

  it('is the hundredth at most, and the rest are counted', async () => {
    const events = Array.from({ length: 60 }, () => '{ "kind": "x", "id": "!" }').join();
    const lines = await faultsOf(mutate('"events": [', `"events": [${events},`));
    expect(lines).toHaveLength(101);
    expect(lines.at(-1)).toMatch(/^fixture\.json … and \d+ more faults\.$/);
  });

  it('is not lost among the hundred when it is what many references fail for', async () => {
    const { places, events, ...rest } = JSON.parse(
      FIXTURE.replace('"id": "seoul"', '"id": "Seoul"'),
    ) as {
      readonly places: unknown;
      readonly events: readonly object[];
    };
    const about = Array.from({ length: 120 }, (_, index) => ({
      ...events[0],
      id: `talks-${index}`,
      about: ['seoul'],
    }));
    const lines = await faultsOf(
      JSON.stringify({ ...rest, events: [...events, ...about], places }),
    );
    expect(lines).toHaveLength(101);
    expect(lines.at(-2)).toContain('places.features[1].id: "Seoul" is not an id.');
  });
});
