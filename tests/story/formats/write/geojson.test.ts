import { check } from '@placemarkio/check-geojson';
import fc from 'fast-check';
import { geoContains, geoArea } from 'd3-geo';
import type { FeatureCollection, Geometry, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { exportGeojson } from '../../../../src/story/formats/write/geojson.ts';
import { cutShape, degrees } from '../../../../src/story/formats/write/geometry.ts';
import type { LngLat, Story } from '../../../../src/story/story.ts';
import { only, THAW } from '../../../fixtures/shipped.ts';
import { DATE_LINE, DATES, generated, HOSTILE, TWO_MEETINGS, withEvent } from './stories.ts';

/** The file as another program's reader accepts it. */
const read = (story: Story, language = 'en') =>
  check(exportGeojson(story, language).text) as FeatureCollection<Geometry | null>;

const featureOf = (story: Story) => only(read(story).features);

const positionsOf = (geometry: Geometry): Position[] =>
  geometry.type === 'GeometryCollection'
    ? geometry.geometries.flatMap(positionsOf)
    : (geometry.coordinates.flat(Infinity) as number[]).flatMap((value, index, all) =>
        index % 2 === 0 ? [[value, all[index + 1] ?? 0]] : [],
      );

const square = (west: number, south: number, east: number, north: number): readonly LngLat[] => [
  [west, south],
  [west, north],
  [east, north],
  [east, south],
  [west, south],
];

/** The rings that d3-geo takes: clockwise, the other way round than RFC 7946. */
const forD3 = (geometry: Geometry): Geometry => {
  if (geometry.type === 'Polygon') {
    return { ...geometry, coordinates: geometry.coordinates.map((ring) => ring.toReversed()) };
  }
  if (geometry.type !== 'MultiPolygon') return geometry;
  return {
    ...geometry,
    coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.toReversed())),
  };
};

describe('a story as GeoJSON', () => {
  it.each([
    ['shipped', THAW],
    ['across the date line', DATE_LINE],
    ['of dates', DATES],
    ['of two meetings', TWO_MEETINGS],
  ])('is accepted by check-geojson with a feature for each event: the story %s', (_, story) => {
    expect(read(story).features.map(({ id }) => id)).toEqual(story.events.map(({ id }) => id));
  });

  it('is accepted for any story', () => {
    fc.assert(
      fc.property(generated, (story) => {
        expect(read(story).features.length).toBe(3);
      }),
      { seed: 1953, numRuns: 50 },
    );
  });

  it('says of an event what, when, where, who and by which sources', () => {
    const talks = read(TWO_MEETINGS).features.find(({ id }) => id === 'talks');
    expect(talks?.geometry).toEqual({ type: 'Point', coordinates: [103.82, 1.25] });
    expect(talks?.properties).toEqual({
      id: 'talks',
      title: 'The talks',
      text: 'The talks.',
      start: '2018-03-10',
      end: '2018-03-10',
      date: '2018-03-10',
      place: 'Hotel',
      kind: 'meeting',
      status: 'happened',
      people: ['guest', 'host', 'envoy'],
      sources: [{ publisher: 'Paper', title: 'A report', date: '2018-04-01' }],
    });
  });

  it('has no geometry for an event without a place', () => {
    expect(featureOf(withEvent({ at: null }))).toMatchObject({
      geometry: null,
      properties: { place: null },
    });
  });

  it('gives the first and the last day of a date, with the offset of the place for a clock time', () => {
    const dates = read(DATES).features.map(({ properties }) =>
      [properties?.['id'], properties?.['start'], properties?.['end']].join(' '),
    );
    expect(dates).toEqual([
      'day 2018-06-12 2018-06-12',
      'days 2018-06-12 2018-06-14',
      'minute 2018-06-12T09:04:00-04:00 2018-06-12T09:04:00-04:00',
      'second 2018-06-12T09:04:30+09:00 2018-06-12T09:04:30+09:00',
      'minutes 2018-06-12T23:30:00+09:00 2018-06-13T00:30:00+09:00',
      'evening 2018-06-12T20:00:00+09:00 2018-06-13',
      'month 2018-06-01 2018-06-30',
      'year 2018-01-01 2018-12-31',
      'decade 2010-01-01 2019-12-31',
      'about 2018-06-12 2018-06-12',
      'perhaps 2018-06-01 2018-06-30',
      'both 2018-01-01 2019-02-03',
      'since 2018-06-12 ',
      'since-morning 2018-06-12T09:04:00+09:00 ',
      'until  2018-06-12',
      'old 0476-09-04 0476-09-04',
      'last 9999-12-31 9999-12-31',
    ]);
  });

  it.each(HOSTILE)('gives a hostile text back, and no tag of a page: $text', ({ text, sound }) => {
    const story = withEvent({ title: text, text });
    expect(featureOf(story).properties).toMatchObject({ title: sound, text: sound });
    expect(exportGeojson(story, 'en').text).not.toContain('<');
  });
});

describe('a shape for other programs', () => {
  it('keeps a polygon with a hole as it is, but for the direction of its rings', () => {
    const shape = {
      type: 'Polygon',
      coordinates: [square(0, 0, 10, 10), square(2, 2, 4, 4)],
    } as const;
    const cut = cutShape(shape) as Polygon;
    expect(cut.type).toBe('Polygon');
    expect(cut.coordinates.map((ring) => ring.length)).toEqual([5, 5]);
    // d3-geo measures the small side only if the ring goes the way that it wants.
    expect(geoArea(forD3(cut))).toBeLessThan(0.1);
  });

  it.each([
    ['written beyond 180', square(170, -10, 190, 10)],
    ['written with a jump', square(170, -10, -170, 10)],
    ['written from the west', square(-190, -10, -170, 10)],
  ])('cuts a polygon at the date line: %s', (_, ring) => {
    const cut = cutShape({ type: 'Polygon', coordinates: [ring, square(178, -2, 182, 2)] });
    expect(cut.type).toBe('MultiPolygon');
    for (const [lng = NaN] of positionsOf(cut)) expect(Math.abs(lng)).toBeLessThanOrEqual(180);
    const shape = forD3(cut);
    const inside: LngLat[] = [
      [175, 5],
      [-175, 5],
      [171, -9],
      [-171, 9],
    ];
    for (const position of inside) expect(geoContains(shape, [...position])).toBe(true);
    const outside: LngLat[] = [
      [179, 1],
      [-179, -1],
      [165, 0],
      [-165, 0],
      [0, 0],
    ];
    for (const position of outside) expect(geoContains(shape, [...position])).toBe(false);
  });

  it('leads a ring round a pole over that pole', () => {
    const ring: LngLat[] = [-180, -90, 0, 90, 180].map((lng) => [lng, 70]);
    const cut = cutShape({ type: 'Polygon', coordinates: [ring] });
    for (const [lng = NaN] of positionsOf(cut)) expect(Math.abs(lng)).toBeLessThanOrEqual(180);
    expect(positionsOf(cut)).toContainEqual([180, 90]);
    expect(positionsOf(cut)).toContainEqual([-180, 90]);
  });

  it('cuts a line where it crosses the date line, at the latitude of the crossing', () => {
    const line: LngLat[] = [
      [170, 0],
      [-170, 20],
      [-160, 20],
    ];
    expect(cutShape({ type: 'LineString', coordinates: line })).toEqual({
      type: 'MultiLineString',
      coordinates: [
        [
          [170, 0],
          [180, 10],
        ],
        [
          [-180, 10],
          [-170, 20],
          [-160, 20],
        ],
      ],
    });
  });

  it('leaves a line whole that only touches the date line', () => {
    const line: LngLat[] = [
      [170, 0],
      [180, 10],
    ];
    expect(cutShape({ type: 'LineString', coordinates: line })).toEqual({
      type: 'LineString',
      coordinates: line,
    });
  });

  it('keeps every position between 180° W and 180° E, whatever the line', () => {
    const position = fc.tuple(
      fc.double({ min: -540, max: 540, noNaN: true }),
      fc.double({ min: -85, max: 85, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(position, { minLength: 2, maxLength: 8 }), (line) => {
        const cut = cutShape({ type: 'LineString', coordinates: line });
        for (const [lng = NaN] of positionsOf(cut)) {
          expect(Math.abs(lng)).toBeLessThanOrEqual(180 + 1e-9);
        }
      }),
      { seed: 1953, numRuns: 500 },
    );
  });

  it('writes degrees in plain digits', () => {
    expect([1e-8, -1e-8, 126.97, -10, 100, 0.1234567].map(degrees)).toEqual([
      '0',
      '0',
      '126.97',
      '-10',
      '100',
      '0.1234567',
    ]);
  });
});
