import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitCamera, shapeOf } from '../../../../src/map/projection/camera.ts';
import { scaleAt, unwrapTo } from '../../../../src/map/projection/mercator.ts';
import { makeFrame } from '../../../../src/story/parse/build/make-frame.ts';
import { parseStoryValue } from '../../../../src/story/parse/parse.ts';
import type { Bounds, Geometry, LngLat } from '../../../../src/story/story.ts';

const pointAt = (point: LngLat, precision = 1000) => ({
  ...{ point, precision },
  geometry: { type: 'Point', coordinates: point } as const,
});
const frameOf = (...points: readonly LngLat[]): Bounds =>
  makeFrame(
    points.map((point) => pointAt(point)),
    [],
  );

const ringOf = (west: number, south: number, east: number, north: number): LngLat[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const shaped = (geometry: Geometry, point: LngLat) => ({ geometry, point, precision: 0 });

/** Whether a frame shows a point, on any turn of the earth. */
const shows = ([west, south, east, north]: Bounds, [lng, lat]: LngLat): boolean =>
  [-720, -360, 0, 360, 720].some((turn) => lng + turn >= west && lng + turn <= east) &&
  lat >= south &&
  lat <= north;

/** What the checker says of a story with such a frame. */
const codesFor = (frame: Bounds): readonly string[] =>
  parseStoryValue({
    ...{ version: 1, id: 'a', language: 'en', title: 'A', frame },
    events: [{ id: 'e', when: '2020', title: 'E', text: 'E.' }],
  }).warnings.map(({ code }) => code);

const LIMIT = 85;
const points = fc.array(
  fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -84, max: 84 })),
  {
    minLength: 1,
    maxLength: 8,
  },
);

describe('the frame of a story whose author gives none', () => {
  it.each<readonly [name: string, points: readonly LngLat[], west: number, east: number]>([
    [
      'Washington and Moscow',
      [
        [-77, 38.9],
        [37.6, 55.8],
      ],
      -77,
      37.6,
    ],
    [
      'Fiji and Samoa',
      [
        [178.4, -18.1],
        [-171.8, -13.8],
      ],
      178.4,
      188.2,
    ],
    [
      'Tokyo and San Francisco',
      [
        [139.7, 35.7],
        [-122.4, 37.8],
      ],
      139.7,
      237.6,
    ],
    [
      'London and Lagos',
      [
        [-0.1, 51.5],
        [3.4, 6.5],
      ],
      -0.1,
      3.4,
    ],
  ])('shows %s the shorter way round the earth, with a margin', (_, places, west, east) => {
    const [left, south, right, north] = frameOf(...places);
    expect(left).toBeLessThan(west);
    expect(right).toBeGreaterThan(east);
    // The margin is about an eighth of the longer side; a narrow frame is widened to the shape of a map.
    expect(right - left).toBeLessThan(Math.max(1.4 * (east - west), 60));
    for (const place of places) expect(shows([left, south, right, north], place)).toBe(true);
  });

  it('is on the turn on which the map shows it whole: from New Caledonia over America to the Azores', () => {
    const places = [
      [165.6, -21.3],
      [-120, 37],
      [-25.7, 37.7],
    ] as const;
    const frame = frameOf(...places);
    for (const place of places) {
      const [lng] = unwrapTo(frame, place);
      expect(lng > frame[0] && lng < frame[2]).toBe(true);
    }
  });

  it('is as near as the map goes for a single place, which is in its middle', () => {
    const [west, south, east, north] = frameOf([2.35, 48.85]);
    expect((west + east) / 2).toBeCloseTo(2.35, 1);
    expect((south + north) / 2).toBeCloseTo(48.85, 1);
    expect(
      fitCamera([west, south, east, north], { width: 870, height: 530 }).scale,
    ).toBeGreaterThan(scaleAt(8) * 0.95);
    expect(codesFor([west, south, east, north])).toEqual(['unsourced']);
  });

  it('is larger around a place that is known roughly', () => {
    const [west, south, east, north] = makeFrame([pointAt([10, 50], 500_000)], []);
    expect([south, north].map(Math.round)).toEqual([44, 55]);
    expect(east - west).toBeGreaterThan(10);
  });

  it('is the whole way round if no ocean is free of places', () => {
    const [west, , east] = frameOf(
      [-150, 0],
      [-120, 0],
      [-90, 0],
      [-60, 10],
      [-30, 0],
      [0, 0],
      [30, 0],
      [60, 0],
      [100, 0],
      [130, 5],
      [165, 0],
    );
    expect(east - west).toBeCloseTo(360, 9);
    // The widest gap is between 60° and 100°.
    expect(frameOf([-150, 0], [0, 0], [150, 0])[2]).toBeGreaterThan(150);
  });

  it('shows the whole world without the poles for a story without places', () => {
    const [west, south, east, north] = makeFrame([], []);
    expect(east - west).toBe(360);
    expect(south).toBeLessThan(-50);
    expect(north).toBeGreaterThan(70);
    expect(codesFor([west, south, east, north])).toEqual(['unsourced']);
  });

  it('holds lines, areas and islands as a whole, and insets', () => {
    const islands: Geometry = {
      type: 'MultiPolygon',
      coordinates: [[ringOf(176, -19, 178, -16)], [ringOf(-180, -17, -179, -15)]],
    };
    const frame = makeFrame([shaped(islands, [177, -18])], [{ bounds: [172, -20, 173, -19] }]);
    for (const point of [
      [176, -19],
      [-179, -15],
      [172, -20],
    ] as const) {
      expect(shows(frame, point)).toBe(true);
    }
    expect(frame[2] - frame[0]).toBeLessThan(20);
    const line: Geometry = {
      type: 'LineString',
      coordinates: [
        [179, 0],
        [-179, 10],
      ],
    };
    expect(makeFrame([shaped(line, [180, 5])], [])[2]).toBeGreaterThan(181);
  });

  it('has no place of a long line outside, where other places lie beside it', () => {
    const coordinates: LngLat[] = [
      [-160, 0],
      [-40, 0],
      [60, 0],
      [170, 0],
    ];
    const line = shaped({ type: 'LineString', coordinates }, [0, 0]);
    const frame = makeFrame([line, pointAt([0, 10]), pointAt([100, 10])], []);
    for (const point of coordinates) expect(shows(frame, point)).toBe(true);
  });

  it('goes all round for an area round a pole, up to that pole', () => {
    const ring: LngLat[] = [0, 120, -120, 0].map((lng) => [lng, -70]);
    const frame = makeFrame([shaped({ type: 'Polygon', coordinates: [ring] }, [0, -80])], []);
    expect(frame[2] - frame[0]).toBe(360);
    expect(frame[1]).toBe(-LIMIT);
  });

  it('shows every place, ends on the map, fits a screen and is never too small', () => {
    fc.assert(
      fc.property(points, (places) => {
        const frame = frameOf(...places);
        const [west, south, east, north] = frame;
        expect(west >= -360 && west <= 180 && east > west && east <= west + 360).toBe(true);
        expect(south >= -LIMIT && north <= LIMIT && south < north).toBe(true);
        for (const place of places) {
          expect(shows(frame, place)).toBe(true);
          // The map draws it inside the frame, not on another turn.
          const [lng] = unwrapTo(frame, place);
          expect(east - west >= 360 || (lng >= west && lng <= east)).toBe(true);
        }
        expect(shapeOf(frame)).toBeGreaterThan(0.75);
        expect(shapeOf(frame)).toBeLessThan(2.6);
        expect(codesFor(frame)).toEqual(['unsourced']);
      }),
      { numRuns: 300 },
    );
  });

  it('takes a hundred thousand places in linear time', () => {
    const many = Array.from({ length: 100_000 }, (_, index) =>
      pointAt([(index % 90) - 45, (index % 60) - 30]),
    );
    expect(makeFrame(many, [])[0]).toBeLessThan(-45);
  });
});
