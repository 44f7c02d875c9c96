import { DOMParser } from '@xmldom/xmldom';
import { gpx, kml } from '@tmcw/togeojson';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readOtherFormat } from '../../../../src/story/formats/read-other-format.ts';
import { exportGeojson } from '../../../../src/story/formats/write/geojson.ts';
import { parseStoryValue } from '../../../../src/story/parse/parse.ts';
import { bytesOf, faultsOf, importText, placesIn } from '../complete.ts';
import { GEOJSON, GPX, KML } from '../fixtures/files.ts';

type Feature = {
  geometry: { type: string; coordinates: unknown } | null;
  properties: Record<string, unknown> | null;
};

/** What another reader finds in a file: names, and positions without heights. */
function secondReader(read: typeof kml | typeof gpx, text: string) {
  const document = new DOMParser().parseFromString(text, 'text/xml');
  const { features } = read(document as unknown as Parameters<typeof kml>[0]) as unknown as {
    features: Feature[];
  };
  const flat = (value: unknown): unknown =>
    Array.isArray(value)
      ? typeof value[0] === 'number'
        ? value.slice(0, 2)
        : value.map(flat)
      : value;
  const joined = ({ type, coordinates }: { type: string; coordinates: unknown }) =>
    type === 'MultiLineString' ? (coordinates as unknown[]).flat() : coordinates;
  // Links to other files have no geometry.
  return features
    .filter(({ geometry }) => geometry !== null)
    .map(({ geometry, properties }) => [properties?.['name'], geometry && flat(joined(geometry))]);
}

/** The same of our story: the line of a journey, else the shape of the place. */
async function ourReader(text: string) {
  const { story, events } = await importText(text);
  const places = new Map(
    placesIn(story).map((place) => [place['id'], place['geometry'] as { coordinates: unknown }]),
  );
  return events.map(({ title, via, at }) => [title, via ?? places.get(at)?.coordinates]);
}

const byName = (list: readonly unknown[][]) =>
  [...list].sort((a, b) => String(a[0]).localeCompare(String(b[0])));

/** The one event of a feature with properties. */
async function eventOf(
  properties: object,
  geometry: object = { type: 'Point', coordinates: [0, 51.5] },
) {
  const text = JSON.stringify({
    type: 'Feature',
    geometry,
    properties: { name: 'A', ...properties },
  });
  const { events } = await importText(text);
  return events[0] ?? {};
}

describe('KML', () => {
  it('has the names and positions that togeojson reads', async () => {
    expect(byName(await ourReader(KML))).toEqual(byName(secondReader(kml, KML)));
  });

  it('has its times as dates, on the clocks of the place; a missing end is open', async () => {
    const { events } = await importText(KML);
    expect(Object.fromEntries(events.map(({ title, when }) => [title, when]))).toEqual({
      // Pyongyang's clocks were half an hour behind Seoul's until May 2018, and Panmunjom lies between them.
      Panmunjom: '2018-04-27T09:00',
      'Liaison office': '2018-09/..',
      'Closed zone': '../2018-11-10',
      'The train': '2018-11-30T09:00/2018-11-30T15:00',
    });
  });

  it('has folders as tags, pictures of the description as media, a track as a journey', async () => {
    const { story, events, losses } = await importText(KML);
    expect(story).toMatchObject({ title: 'Crossings', summary: 'Who crossed the line' });
    expect(events).toContainEqual(
      expect.objectContaining({
        text: 'They **cross**.',
        tags: ['summits', 'meeting'],
        media: [{ image: 'https://example.org/p.jpg', alt: 'Two men' }],
      }),
    );
    expect(events).toContainEqual(expect.objectContaining({ kind: 'journey', who: ['the-train'] }));
    expect(losses).toContain(
      'Summits, Placemark 1: ExtendedData.casualties is not carried over ("0").',
    );
    expect(losses.join('\n')).toContain('does not say who travelled');
  });

  it('lets a folder date the Placemarks in it', async () => {
    const { events } = await importText(
      '<kml><Folder><TimeStamp><when>2018-06</when></TimeStamp><Placemark><name>A</name></Placemark></Folder></kml>',
    );
    expect(events).toMatchObject([{ title: 'A', when: '2018-06' }]);
  });

  it('may use gx: and xsi: without their namespaces, as Google Earth lets it', async () => {
    const { events } = await importText(
      '<kml xsi:schemaLocation="x"><Placemark><name>A</name><gx:TimeStamp><when>2018</when></gx:TimeStamp></Placemark></kml>',
    );
    expect(events).toMatchObject([{ when: '2018' }]);
  });

  it('may have a prefix for its own namespace', async () => {
    const { events } = await importText(
      '<k:kml xmlns:k="http://www.opengis.net/kml/2.2"><k:Placemark><k:name>A</k:name><k:TimeStamp><k:when>2018</k:when></k:TimeStamp></k:Placemark></k:kml>',
    );
    expect(events).toMatchObject([{ title: 'A', when: '2018' }]);
  });

  it('has a fault with a remedy for a Placemark without a date', async () => {
    const imported = await readOtherFormat(
      bytesOf('<kml><Placemark><name>A</name></Placemark></kml>'),
    );
    expect(faultsOf(imported)).toEqual([
      'Placemark 1: no date. Add <TimeStamp><when>2018-06-12</when></TimeStamp> to the Placemark.',
    ]);
  });
});

describe('An archive with KML', () => {
  it('has a picture whose name has a blank', async () => {
    const kmz = zipSync({
      'doc.kml': strToU8(
        '<kml><Placemark><name>A</name><description><![CDATA[<img src="files/a b.jpg"/>]]></description><TimeStamp><when>2018</when></TimeStamp></Placemark></kml>',
      ),
      'files/a b.jpg': new Uint8Array([1]),
    });
    const imported = await readOtherFormat(kmz);
    if (!imported.ok) throw new Error(JSON.stringify(imported.faults));
    expect(imported.media).toEqual(new Map([['files/a b.jpg', new Uint8Array([1])]]));
    expect(imported.losses.map(({ message }) => message).join()).not.toContain('archive');
  });
});

describe('GPX', () => {
  it('has the names and positions that togeojson reads', async () => {
    // It leaves out a segment of one point, which we keep, so the file has none.
    expect(byName(await ourReader(GPX))).toEqual(byName(secondReader(gpx, GPX)));
  });

  it('has waypoints as events with a source, tracks and routes as journeys', async () => {
    const { events } = await importText(GPX);
    expect(events).toMatchObject([
      {
        title: 'House',
        text: 'A blue house\n\nBlue',
        when: '2018-04-27T09:00',
        tags: ['building'],
        sources: ['example-org'],
      },
      { title: 'Plan', kind: 'journey', when: '2018-04-26T08:30' },
      { title: 'Morning walk', kind: 'journey', when: '2018-04-27T08:30/2018-04-27T08:50' },
    ]);
  });
});

describe('GeoJSON', () => {
  it('has a feature as an event; more points are places that it is about', async () => {
    const { events } = await importText(JSON.stringify(GEOJSON));
    expect(events).toMatchObject([
      {
        title: 'Summit',
        text: 'They meet',
        tags: ['meeting'],
        media: [{ image: 'images/summit.jpg' }],
        sources: ['example-org'],
      },
      { title: 'Two posts', at: 'two-posts', about: ['two-posts-2'] },
    ]);
  });

  it.each([
    ['Leaflet.timeline', { start: '2018-06-12', end: '2018-06-14' }, '2018-06-12/2018-06-14'],
    [
      'Leaflet.timeline, milliseconds',
      { start: 1528761600000, end: 1528848000000 },
      '2018-06-12T01:00/2018-06-13T01:00',
    ],
    ['Leaflet.TimeDimension', { time: '2018-06-12T09:00:00Z' }, '2018-06-12T10:00'],
    ['a time stamp', { timestamp: 1528761600000 }, '2018-06-12T01:00'],
    ['OpenHistoricalMap', { start_date: '1850', end_date: '1890-05' }, '1850/1890-05'],
    ['OpenHistoricalMap, EDTF', { start_date: '1850', 'start_date:edtf': '1850~' }, '1850~'],
    [
      'MapStory, seconds',
      { start_time: 1528761600, end_time: 1528848000 },
      '2018-06-12T01:00/2018-06-13T01:00',
    ],
    [
      'GeoJSON-T',
      { when: { timespans: [{ start: { in: '2018-06' }, end: { in: '2018-07' } }] } },
      '2018-06/2018-07',
    ],
    ['GeoJSON-T, one end', { when: { timespans: [{ start: { earliest: '2018' } }] } }, '2018~'],
    ['an open end', { start: '', end: '2018' }, '../2018'],
    ['a year', { year: 1989 }, '1989'],
    ['words', { date: '12 June 2018' }, '2018-06-12'],
    ['a number of a day, as QGIS writes it', { date: 20180612 }, '2018-06-12'],
    ['a number of a minute', { timestamp: 201806121430 }, '2018-06-12T14:30'],
    ['slashes', { date: '2018/06/12' }, '2018-06-12'],
    ['a date with a clock beside it', { date: '2018-06-12', time: '09:30' }, '2018-06-12T09:30'],
    ['a date with half a day', { Date: '12 June 2018', Time: '9:30 pm' }, '2018-06-12T21:30'],
    [
      'a date with its moment beside it',
      { date: '2018-06-12', time: '2018-06-12T09:30:00Z' },
      '2018-06-12T10:30',
    ],
    // On London's clocks it is summer.
    ['a midnight with an offset', { date: '2018-06-12T00:00:00.000Z' }, '2018-06-12T01:00'],
    ['an epoch with a fraction', { time: 1528761600.5 }, '2018-06-12T01:00'],
  ])('has the date of %s', async (_dialect, properties, when) => {
    expect((await eventOf(properties))['when']).toBe(when);
  });

  it.each([
    { year: -44 },
    { year: 0 },
    { year: 1969.5 },
    { year: 1528761600 },
    { start_date: -500, end_date: -400 },
    { start_date: 1528761600000 },
    { date: 43263 },
    { date: 20181399 },
    { time: 930 },
    { date: '15 March 1200 BC' },
  ])('has no date of a number or a text that is none: %o', async (properties) => {
    const text = JSON.stringify({ type: 'Feature', geometry: null, properties });
    const imported = await readOtherFormat(bytesOf(text));
    expect(faultsOf(imported)).toEqual([
      expect.stringMatching(/(?:is no date|are no dates), or ha(?:s|ve) two readings/),
    ]);
  });

  it('tells a clock that is none, and words about a date', async () => {
    const { losses } = await importText(
      JSON.stringify({
        type: 'Feature',
        geometry: null,
        properties: { date: 'before 12 June 2018', time: 930 },
      }),
    );
    expect(losses).toContain('feature 1: properties.time is not carried over (930).');
    expect(losses.join()).toContain('“before 12 June 2018”. It is marked as approximate.');
  });

  it.each([
    [
      'coordTimes',
      {
        type: 'LineString',
        coordinates: [
          [-74, 40.7],
          [0, 51.5],
        ],
      },
      { coordTimes: ['2018-06-12T00:00:00Z', '2018-06-12T02:00:00Z'] },
    ],
    [
      'linestringTimestamps',
      {
        type: 'LineString',
        coordinates: [
          [-74, 40.7],
          [0, 51.5],
        ],
      },
      { linestringTimestamps: [1528761600000, 1528768800000] },
    ],
    [
      'LeafletPlayback',
      {
        type: 'MultiPoint',
        coordinates: [
          [-74, 40.7],
          [0, 51.5],
        ],
      },
      { time: [1528761600000, 1528768800000] },
    ],
    [
      'kepler.gl',
      {
        type: 'LineString',
        coordinates: [
          [-74, 40.7, 9, 1528761600],
          [0, 51.5, 9, 1528768800],
        ],
      },
      {},
    ],
    [
      'togeojson',
      {
        type: 'LineString',
        coordinates: [
          [-74, 40.7],
          [0, 51.5],
        ],
      },
      { coordinateProperties: { times: ['2018-06-12T00:00:00Z', '2018-06-12T02:00:00Z'] } },
    ],
  ])(
    'has a line with the times of its positions (%s) as a journey',
    async (_dialect, geometry, properties) => {
      expect(await eventOf(properties, geometry)).toMatchObject({
        kind: 'journey',
        // From New York to London, on the clocks of London.
        when: '2018-06-12T01:00/2018-06-12T03:00',
        via: [
          [-74, 40.7],
          [0, 51.5],
        ],
      });
    },
  );

  it('is refused where its positions are no degrees', async () => {
    const inMetres = {
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } },
      features: [],
    };
    expect(faultsOf(await readOtherFormat(bytesOf(JSON.stringify(inMetres))))).toEqual([
      expect.stringContaining('"crs" that is "urn:ogc:def:crs:EPSG::3857"'),
    ]);
    const degrees = { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } };
    const { losses } = await importText(
      JSON.stringify({
        ...inMetres,
        crs: degrees,
        features: [{ type: 'Feature', geometry: null, properties: { date: '2018' } }],
      }),
    );
    expect(losses.join()).not.toContain('crs');
  });

  it('keeps the dates and places of our own export', async () => {
    const at = { type: 'Point', coordinates: [127, 37.5] };
    const dates = [
      ...['2018', '2018-06', '2018-06-12', '2018-06-12T09:00', '2018~', '2018-06-12?', '201X'],
      ...['2018-06/2018-09', '2018-06-12/..', '../2018-06-12', '2018-06-12T09:00:30'],
      ...['1953-07-27T22:00/1953-07-28', '2018/2018-06-12~', '0044'],
    ];
    const parsed = parseStoryValue({
      version: 1,
      id: 's',
      language: 'en',
      title: 'T',
      places: {
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            id: 'p',
            geometry: at,
            properties: { name: 'Seoul', zone: 'Asia/Seoul' },
          },
        ],
      },
      events: dates.map((when, index) => ({
        ...{ id: `e${index}`, title: `E${index}`, text: 'A text', when, at: 'p' },
      })),
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    const { events, places, losses } = await importText(exportGeojson(parsed.story, 'en').text);
    expect(events.map(({ when }) => when)).toEqual(dates);
    expect(places).toMatchObject([{ properties: { name: 'Seoul' } }]);
    expect(losses.filter((loss) => /properties\.(?:date|place)/.test(loss))).toEqual([]);
  });

  it('has the date between start and end where `date` says something else, and tells it', async () => {
    const { events, losses } = await importText(
      JSON.stringify({
        type: 'Feature',
        geometry: null,
        properties: { start: '2018-06-12', end: '2018-06-14', date: '2017' },
      }),
    );
    expect(events[0]?.['when']).toBe('2018-06-12/2018-06-14');
    expect(losses).toContain('feature 1: properties.date is not carried over ("2017").');
  });

  it('has parts with a time of their own as events of their own', async () => {
    const part = (year: string, x: number) => ({
      type: 'Point',
      coordinates: [x, 51],
      when: { timespans: [{ start: { in: year } }] },
    });
    const { events } = await importText(
      JSON.stringify({
        type: 'Feature',
        properties: { name: 'A' },
        geometry: { type: 'GeometryCollection', geometries: [part('1850', 1), part('1860', 2)] },
      }),
    );
    expect(events.map(({ when }) => when)).toEqual(['1850', '1860']);
  });
});
