import { gzipSync } from 'node:zlib';
import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { isCrossing, meetingsOf } from '../../../geo/derive/thin/crossings.ts';
import { THAW } from '../../fixtures/shipped.ts';
import { distanceTo, isIn, readGround } from '../earth.ts';
import { linesIn, stepsOf, stillOf } from './still.ts';

const WORLD = 'still-world.json';
const PENINSULA = 'still-peninsula.json';
const STILLS = [WORLD, PENINSULA];

const weightOf = (name: string) => gzipSync(readGround(name), { level: 9 }).length;

/** A point twice as near to an edge as an eye can tell is on it. */
const isOn = (point: Position, lines: Position[][]) => distanceTo(point, lines) < 100;

test('the still ground weighs next to nothing: it stands in the page itself', () => {
  expect(weightOf(WORLD)).toBeLessThanOrEqual(7_100);
  expect(weightOf(PENINSULA)).toBeLessThanOrEqual(2_900);
});

test.each(STILLS)('%s is path data of relative whole steps: land closed, borders not', (name) => {
  const { scale, land, borders } = stillOf(name);
  expect(Number.isInteger(scale)).toBe(true);
  expect(land).toMatch(/^(m-?\d+([ -]\d+)+z)+$/);
  expect(borders).toMatch(/^(m-?\d+([ -]\d+)+)+$/);
  expect(stepsOf(land).filter((ring) => ring.length < 4)).toEqual([]);
});

test.each(STILLS)('%s: coasts and borders cross nowhere', (name) => {
  const { land, borders } = stillOf(name);
  expect(meetingsOf([...stepsOf(land), ...stepsOf(borders)]).filter(isCrossing)).toEqual([]);
});

test.each(STILLS)('%s: no vertex stands in one line with its neighbours', (name) => {
  const { land, borders } = stillOf(name);
  const straight = [...stepsOf(land), ...stepsOf(borders)].flatMap((line) =>
    line.slice(2).filter(([x = 0, y = 0], index) => {
      const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = line.slice(index);
      return (bx - ax) * (y - ay) === (by - ay) * (x - ax);
    }),
  );
  expect(straight).toEqual([]);
});

test('in the story’s frame every border ends on a coast or on another border', () => {
  const [west, south, east, north] = THAW.frame;
  const coast = linesIn(WORLD, 'land');
  const borders = linesIn(WORLD, 'borders');
  const loose = borders.flatMap((line) =>
    [line[0] ?? [], line.at(-1) ?? []]
      .filter(([lon = 0, lat = 0]) => lon > west && lon < east && lat > south && lat < north)
      .filter(
        (end) =>
          !isOn(end, coast) &&
          !isOn(
            end,
            borders.filter((each) => each !== line),
          ),
      ),
  );
  expect(loose).toEqual([]);
});

test('no land is cut in the world: Greenland is whole beyond 330° E, and Chukotka at 180°', () => {
  const land = linesIn(WORLD, 'land');
  for (const point of [
    [329.9, 72],
    [330.1, 72],
    [335, 76],
    [179.9, 67],
    [180.1, 67],
  ])
    expect(isIn(point, [land]), String(point)).toBe(true);
  const cuts = land.flatMap((ring) =>
    ring.slice(1).filter(([lon = 0, lat = 0], index) => {
      const [from = 0, fromLat = 0] = ring[index] ?? [];
      return lon === from && [-30, 180, 330].some((cut) => Math.abs(lon - cut) < 0.1)
        ? Math.abs(lat - fromLat) > 1
        : false;
    }),
  );
  expect(cuts).toEqual([]);
});

test('where the peninsula is cut cannot be seen: outside its frame, which holds the inset’s', () => {
  const [west, south, east, north] = stillOf(PENINSULA).frame ?? THAW.frame;
  const [inset] = THAW.insets;
  const bounds = inset?.bounds ?? THAW.frame;
  expect(bounds[0] > west && bounds[1] > south && bounds[2] < east && bounds[3] < north).toBe(true);
  const edges = linesIn(PENINSULA, 'land').flatMap((ring) =>
    ring.slice(1).map((end, index) => [ring[index] ?? end, end] as const),
  );
  const inView = ([lon = 0, lat = 0]: Position) =>
    lon > west && lon < east && lat > south && lat < north;
  const long = edges.filter(([[ax = 0, ay = 0], [bx = 0, by = 0]]) => {
    return Math.hypot(bx - ax, by - ay) > 0.4;
  });
  const seen = long.filter(([[ax = 0, ay = 0], [bx = 0, by = 0]]) =>
    [0, 0.25, 0.5, 0.75, 1].some((at) => inView([ax + (bx - ax) * at, ay + (by - ay) * at])),
  );
  expect(long.length).toBeGreaterThan(0);
  expect(seen).toEqual([]);
});

/** Natural Earth’s and gazetteers’ coordinates; longitudes east of 180 in the west’s stead. */
const LAND: Record<string, readonly (readonly [string, number, number])[]> = {
  [WORLD]: [
    ['Singapore', 103.82, 1.36],
    ['Seoul', 126.978, 37.566],
    ['Pyongyang', 125.7527, 39.0214],
    ['Beijing', 116.3863, 39.9308],
    ['Hanoi', 105.85, 21.03],
    ['Washington', 282.9633, 38.9047],
    ['Jeju', 126.55, 33.38],
    ['Hainan', 109.8, 19.2],
    ['Taiwan', 121, 23.7],
    ['Hokkaido', 142.8, 43.4],
    ['Shikoku', 133.5, 33.75],
    ['Kyushu', 130.9, 32.6],
    ['Hawaii', 204.5, 19.6],
    ['Panama, the isthmus', 280.3, 9.1],
    ['Moscow', 37.62, 55.75],
    ['London', -0.5, 51.5],
    ['Canberra', 149.1, -35.3],
    ['Lima, inland', 284, -11],
  ],
  [PENINSULA]: [
    ['Seoul', 126.978, 37.566],
    ['Pyongyang', 125.7527, 39.0214],
    ['Panmunjom', 126.67667, 37.95583],
    ['Kaesong', 126.55, 37.97],
    ['Kumgang', 128.1, 38.66],
    ['Paektu', 128.08, 42],
    ['Dandong', 124.36, 40.13],
    ['Ganghwa', 126.45, 37.72],
    ['Baengnyeong', 124.68, 37.96],
    ['Ulleungdo', 130.87, 37.5],
  ],
};

const SEA: typeof LAND = {
  [WORLD]: [
    ['mid Pacific', 200, 20],
    ['Yellow Sea', 123.5, 37],
    ['East Sea', 131, 39],
    ['Bohai', 119.5, 38.7],
    ['Bering Strait', 191, 66],
    ['Korea Strait', 129, 34.6],
    ['Tsugaru Strait', 140.6, 41.4],
    ['Tatar Strait', 140.9, 49.5],
    ['Taiwan Strait', 119.5, 24.2],
    ['Malacca Strait', 101, 2.8],
    ['Singapore Strait', 103.9, 1.18],
    ['Gulf of Panama', 280.5, 8.3],
    ['Caribbean off Colón', 280.2, 9.8],
    ['Hudson Bay', 275, 59],
    ['Caspian', 51, 41],
  ],
  [PENINSULA]: [
    ['Yellow Sea', 123.5, 37],
    ['East Sea', 130, 39],
    ['Bohai', 120.5, 39.3],
    ['Wonsan Bay', 127.6, 39.3],
    ['Gyeonggi Bay', 126.1, 37.3],
  ],
};

describe.each(STILLS)('%s', (name) => {
  const land = linesIn(name, 'land');

  test.each(LAND[name] ?? [])('%s is on land', (_place, lon, lat) => {
    expect(isIn([lon, lat], [land])).toBe(true);
  });

  test.each(SEA[name] ?? [])('%s is sea', (_place, lon, lat) => {
    expect(isIn([lon, lat], [land])).toBe(false);
  });
});

test.each([
  ['New York', 286.03, 40.75],
  ['Okinawa', 127.95, 26.45],
  ['Tsushima', 129.3, 34.4],
  ['Oahu', 202.05, 21.45],
  ['Maui', 203.67, 20.8],
])('still-world.json: %s lies within 10 km of land', (_place, lon, lat) => {
  const land = linesIn(WORLD, 'land');
  expect(isIn([lon, lat], [land]) ? 0 : distanceTo([lon, lat], land)).toBeLessThan(10_000);
});
