import { DOMParser } from '@xmldom/xmldom';
import { gpx, kml } from '@tmcw/togeojson';
import { describe, expect, it } from 'vitest';
import { readOtherFormat } from '../../../../src/story/formats/read-other-format.ts';
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
  ])('has the date of %s', async (_dialect, properties, when) => {
    expect((await eventOf(properties))['when']).toBe(when);
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
