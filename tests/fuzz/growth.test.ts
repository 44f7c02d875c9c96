import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readOtherFormat } from '../../src/story/formats/read-other-format.ts';
import { readStoryData } from '../../src/story/load.ts';
import { FIXTURE } from '../story/fixture.ts';
import { workbook } from '../story/formats/sheet/kit.ts';

/** A file that grows with a number, in the way of which an attacker would hope that it takes ever more time. */
type Shape = readonly [name: string, size: number, make: (size: number) => unknown];
type Read = (bytes: Uint8Array) => Promise<unknown>;

const bytesOf = (file: unknown): Uint8Array => {
  if (file instanceof Uint8Array) return file;
  return strToU8(typeof file === 'string' ? file : JSON.stringify(file));
};

/** The processor's time for a file, in milliseconds. */
async function timeOf(read: Read, bytes: Uint8Array): Promise<number> {
  const before = process.cpuUsage();
  await read(bytes);
  return process.cpuUsage(before).user / 1000;
}

/** Times below this are too short to compare. */
const SHORT = 4;
const TIMES = 4;
/** Four times the size may take 2.6² times as long, and a little more on a busy machine. The square would take 16 times. */
const MOST = 9;
/** A reader that is too slow is so in each of them. The others need one or two, on a busy machine a few more. */
const ROUNDS = 8;
/** The small file is read as often in a round: a single reading that is slow by chance would hide a slow reader. */
const SMALL_READINGS = 3;

/**
 * The least times of a small file and of a large one, in turn, until their ratio is below the limit. Other programs, garbage
 * collection and the compiler only add time, so the least comes nearer to the true time with each round. The square of the time
 * never comes below the limit.
 */
async function leastTimes(read: Read, small: Uint8Array, large: Uint8Array) {
  let [before, after] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS && !(after / before < MOST); round += 1) {
    for (let turn = 0; turn < SMALL_READINGS; turn += 1) {
      before = Math.min(before, Math.max(SHORT, await timeOf(read, small)));
    }
    after = Math.min(after, await timeOf(read, large));
  }
  return { before, after };
}

const upTo = <T>(size: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: size }, (_, index) => make(index));

const joined = (size: number, make: (index: number) => string, between = ''): string =>
  upTo(size, make).join(between);

const ring = (size: number): readonly (readonly number[])[] => {
  const turn = (index: number) => (2 * Math.PI * (index % size)) / size;
  return upTo(size + 1, (index) => [10 * Math.cos(turn(index)), 10 * Math.sin(turn(index))]);
};

const fixture = JSON.parse(FIXTURE) as Readonly<Record<string, unknown>>;
const eventWith = (index: number, more: object = {}) => ({
  id: `event-${index}`,
  title: 'Talks',
  text: 'They talk.',
  when: '2018-03-05',
  at: 'seoul',
  ...more,
});
const storyWith = (event: (index: number) => object) => (size: number) => ({
  ...fixture,
  events: upTo(size, event),
});
const titled = (piece: string) => (size: number) => ({ ...fixture, title: piece.repeat(size) });

const STORY: readonly Shape[] = [
  ['events', 1000, storyWith((index) => eventWith(index))],
  [
    'a chain of events',
    1000,
    storyWith((index) =>
      eventWith(index, index === 0 ? {} : { follows: [{ event: `event-${index - 1}` }] }),
    ),
  ],
  [
    'events that follow from the same one',
    1000,
    storyWith((index) => eventWith(index, index === 0 ? {} : { follows: [{ event: 'event-0' }] })),
  ],
  ['the same name again and again', 20_000, (size) => `{${joined(size, () => '"a":1', ',')}}`],
  [
    'unknown names',
    5000,
    (size) => ({ ...fixture, ...Object.fromEntries(upTo(size, (index) => [`evnt${index}`, 1])) }),
  ],
  ['letters with marks', 20_000, titled('e\u0301')],
  ['brackets in a title', 20_000, titled('](')],
  ['a text that is not closed', 100_000, (size) => `{"a":"${'\\"'.repeat(size)}`],
  ['commas', 100_000, (size) => `[${','.repeat(size)}`],
  [
    'an area',
    5000,
    (size) => ({
      ...fixture,
      places: {
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            id: 'seoul',
            geometry: { type: 'Polygon', coordinates: [ring(size)] },
            properties: { name: 'Seoul' },
          },
        ],
      },
    }),
  ],
];

const CSV: readonly Shape[] = [
  [
    'rows',
    1000,
    (size) =>
      `date,title,people\n${joined(size, (index) => `2018-06-12,Talk ${index},Person ${index}\n`)}`,
  ],
  [
    'rows at positions without a name',
    1000,
    (size) =>
      `date,title,lat,lng\n${joined(size, (index) => `2018-06-12,Talk,${index % 90},${index / 100}\n`)}`,
  ],
  ['quotation marks', 100_000, (size) => `date,title\n2018,"${'""'.repeat(size)}"\n`],
  ['a cell that is not closed', 100_000, (size) => `date,title\n2018,"${'a,\n'.repeat(size)}`],
  ['columns', 5000, (size) => `date,title${',x'.repeat(size)}\n2018,a\n`],
  ['empty rows', 100_000, (size) => `date,title\n2018,a${'\n'.repeat(size)}`],
  [
    'people of one row',
    2000,
    (size) => `date,title,people\n2018,a,${joined(size, (index) => `P${index}`, ';')}\n`,
  ],
  ['tags of HTML', 50_000, (size) => `date,title,text\n2018,a,${'<a href=x '.repeat(size)}\n`],
];

const stamp = '<TimeStamp><when>2018</when></TimeStamp>';
const kml = (inner: string) => `<kml><Document>${inner}</Document></kml>`;
const placemark = (inner: string) => `<Placemark><name>A</name>${stamp}${inner}</Placemark>`;

const KML: readonly Shape[] = [
  [
    'placemarks',
    500,
    (size) => kml(joined(size, () => placemark('<Point><coordinates>1,2</coordinates></Point>'))),
  ],
  [
    'positions',
    10_000,
    (size) =>
      kml(
        placemark(
          `<LineString><coordinates>${joined(size, (index) => `${index % 90},${index % 80}`, ' ')}</coordinates></LineString>`,
        ),
      ),
  ],
  [
    'commas and blanks',
    50_000,
    (size) => kml(placemark(`<Point><coordinates>${'1, '.repeat(size)}</coordinates></Point>`)),
  ],
  [
    'blanks',
    100_000,
    (size) => kml(placemark(`<Point><coordinates>1,${' '.repeat(size)}</coordinates></Point>`)),
  ],
  [
    'signs of HTML',
    20_000,
    (size) => kml(placemark(`<description>${'&lt;'.repeat(size)}</description>`)),
  ],
  [
    'data',
    2000,
    (size) =>
      kml(
        placemark(
          `<ExtendedData>${joined(size, (index) => `<Data name="d${index}"><value>1</value></Data>`)}</ExtendedData>`,
        ),
      ),
  ],
];

const gpx = (inner: string) => `<gpx version="1.1">${inner}</gpx>`;
const time = '<time>2018-06-12T01:00:00Z</time>';

const GPX: readonly Shape[] = [
  [
    'waypoints',
    500,
    (size) => gpx(joined(size, () => `<wpt lat="1" lon="2">${time}<name>A</name></wpt>`)),
  ],
  [
    'points of a track',
    2000,
    (size) =>
      gpx(
        `<trk><trkseg>${joined(size, (index) => `<trkpt lat="${index % 80}" lon="2">${time}</trkpt>`)}</trkseg></trk>`,
      ),
  ],
  [
    'links',
    1000,
    (size) =>
      gpx(
        `<wpt lat="1" lon="2">${time}${joined(size, (index) => `<link href="https://example.org/${index}"/>`)}</wpt>`,
      ),
  ],
  [
    'line breaks',
    50_000,
    (size) => gpx(`<wpt lat="1" lon="2">${time}<desc>${'a\n'.repeat(size)}</desc></wpt>`),
  ],
  [
    'extensions',
    2000,
    (size) =>
      gpx(`<wpt lat="1" lon="2">${time}<extensions>${'<a>1</a>'.repeat(size)}</extensions></wpt>`),
  ],
];

const slideText = (piece: string) => (size: number) => ({
  storymap: { slides: [{ date: '2018', text: { headline: 'A', text: piece.repeat(size) } }] },
});

const STORYMAP: readonly Shape[] = [
  [
    'slides',
    500,
    (size) => ({
      storymap: {
        slides: upTo(size, (index) => ({
          date: '2018',
          location: { lat: 1, lon: index % 90 },
          text: { headline: `A${index}`, text: 'B' },
        })),
      },
    }),
  ],
  [
    'slides of one name',
    500,
    (size) => ({
      storymap: {
        slides: upTo(size, () => ({ date: '2018', text: { headline: 'A', text: 'B' } })),
      },
    }),
  ],
  ['bold letters', 20_000, slideText('<b>x')],
  ['asterisks', 50_000, slideText('*')],
  ['blanks and line breaks', 50_000, slideText(' \n')],
];

const timeline = (size: number, event: (index: number) => object) => ({
  events: upTo(size, (index) => ({
    start_date: { year: 2018 },
    text: { headline: 'A' },
    ...event(index),
  })),
});

const TIMELINE: readonly Shape[] = [
  ['events', 500, (size) => timeline(size, () => ({}))],
  ['groups', 500, (size) => timeline(size, (index) => ({ group: `G${index}` }))],
  ['a long date', 50_000, (size) => timeline(1, () => ({ display_date: 'about '.repeat(size) }))],
  [
    'a long address',
    50_000,
    (size) => timeline(1, () => ({ media: { url: `https://example.org/${'a/'.repeat(size)}` } })),
  ],
  [
    'entities',
    50_000,
    (size) => timeline(1, () => ({ text: { headline: 'A', text: '&#1'.repeat(size) } })),
  ],
];

const feature = (more: object) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [1, 2] },
  properties: { name: 'A', date: '2018' },
  ...more,
});
const collection = (features: readonly object[], more: object = {}) => ({
  type: 'FeatureCollection',
  ...more,
  features,
});

const GEOJSON: readonly Shape[] = [
  ['features', 500, (size) => collection(upTo(size, () => feature({})))],
  [
    'an area',
    10_000,
    (size) => collection([feature({ geometry: { type: 'Polygon', coordinates: [ring(size)] } })]),
  ],
  [
    'points',
    200,
    (size) => collection([feature({ geometry: { type: 'MultiPoint', coordinates: ring(size) } })]),
  ],
  [
    'properties',
    5000,
    (size) =>
      collection([
        feature({
          properties: {
            name: 'A',
            date: '2018',
            ...Object.fromEntries(upTo(size, (index) => [`p${index}`, 1])),
          },
        }),
      ]),
  ],
  [
    'a long text',
    50_000,
    (size) =>
      collection([
        feature({ properties: { name: 'A', date: '2018', description: '<!--'.repeat(size) } }),
      ]),
  ],
];

const linked = { '@context': 'https://example.org/linkedplaces.jsonld' };
const spans = (size: number) => ({
  timespans: upTo(size, (index) => ({ start: { in: String(1000 + (index % 900)) } })),
});

const LINKED_PLACES: readonly Shape[] = [
  [
    'features',
    300,
    (size) =>
      collection(
        upTo(size, () => feature({ when: spans(1), names: [{ toponym: 'A' }] })),
        linked,
      ),
  ],
  [
    'timespans',
    300,
    (size) => collection([feature({ when: spans(size), names: [{ toponym: 'A' }] })], linked),
  ],
  [
    'names',
    2000,
    (size) =>
      collection(
        [feature({ when: spans(1), names: upTo(size, (index) => ({ toponym: `N${index}` })) })],
        linked,
      ),
  ],
  [
    'links',
    1000,
    (size) =>
      collection(
        [
          feature({
            when: spans(1),
            links: upTo(size, (index) => ({
              type: 'primaryTopicOf',
              identifier: `https://example.org/${index}`,
            })),
          }),
        ],
        linked,
      ),
  ],
  [
    'descriptions',
    2000,
    (size) =>
      collection(
        [feature({ when: spans(1), descriptions: upTo(size, () => ({ value: 'A' })) })],
        linked,
      ),
  ],
];

const book = await workbook({
  events: [
    ['date', 'title'],
    ['2018', 'A'],
  ],
});
const sheet = (more: string, merges = '') => {
  const files = unzipSync(book);
  const path = Object.keys(files).find((name) => name.endsWith('sheet1.xml')) ?? '';
  const xml = Buffer.from(files[path] ?? []).toString();
  const changed = xml.replace('</sheetData>', `${more}</sheetData>${merges}`);
  return zipSync({ ...files, [path]: strToU8(changed) }, { level: 1 });
};
const cell = (reference: string, text: string) =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;

const XLSX: readonly Shape[] = [
  [
    'rows',
    300,
    (size) =>
      sheet(
        joined(
          size,
          (index) =>
            `<row r="${index + 3}">${cell(`A${index + 3}`, '2018')}${cell(`B${index + 3}`, 'B')}</row>`,
        ),
      ),
  ],
  [
    'merged cells',
    1000,
    (size) =>
      sheet('', `<mergeCells>${joined(size, () => '<mergeCell ref="A2:A3"/>')}</mergeCells>`),
  ],
  [
    'a long cell',
    50_000,
    (size) =>
      sheet(`<row r="3">${cell('A3', '2018')}${cell('B3', '&lt;b&gt;'.repeat(size))}</row>`),
  ],
  ['empty rows', 5000, (size) => sheet(joined(size, (index) => `<row r="${index + 3}"/>`))],
  [
    'files',
    500,
    (size) =>
      zipSync(
        {
          ...unzipSync(book),
          ...Object.fromEntries(upTo(size, (index) => [`a${index}.xml`, new Uint8Array(1)])),
        },
        { level: 0 },
      ),
  ],
];

const readers: readonly (readonly [name: string, read: Read, shapes: readonly Shape[]])[] = [
  ['a story', readStoryData, STORY],
  ['CSV', readOtherFormat, CSV],
  ['XLSX', readOtherFormat, XLSX],
  ['KML', readOtherFormat, KML],
  ['GPX', readOtherFormat, GPX],
  ['StoryMapJS', readOtherFormat, STORYMAP],
  ['TimelineJS', readOtherFormat, TIMELINE],
  ['GeoJSON', readOtherFormat, GEOJSON],
  ['Linked Places', readOtherFormat, LINKED_PLACES],
];

describe.each(readers)('The time to read %s grows no faster than', (_name, read, shapes) => {
  it.each(shapes)('its %s', async (_shape, size, make) => {
    const [small, large] = [bytesOf(make(size)), bytesOf(make(TIMES * size))];
    // Without this the compiler's time would count for the small file.
    await read(small);
    const { before, after } = await leastTimes(read, small, large);
    expect(after / before, `${before} ms, then ${after} ms`).toBeLessThan(MOST);
  });
});
