import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { faultsOfGround } from '../../geo/derive/ground.ts';
import { isCrossing, meetingsOf } from '../../geo/derive/thin/crossings.ts';
import type { Topology } from 'topojson-specification';
import {
  distanceTo,
  featuresOf,
  isIn,
  linesOf,
  polygonsOf,
  readGround,
  topologyOf,
} from './earth.ts';

const MAPS = ['continents.json', 'korea.json', 'cities.json'];
const STILLS = ['still-world.json', 'still-peninsula.json'];
const PAGES = [...STILLS, ...MAPS, 'dmz.json'];
const FILES = [...PAGES, 'near-land.json', 'names.json'];

const weightOf = (name: string) => gzipSync(readGround(name), { level: 9 }).length;

// `npm run check-ground` draws everything anew, which takes eleven seconds; here is what it goes by.
test('a file of the ground that differs, is missing or is too many is named', () => {
  const folder = fileURLToPath(new URL('../../geo/basemap/', import.meta.url));
  const committed = new Map(FILES.map((name) => [name, readGround(name)]));
  expect(faultsOfGround(committed, folder)).toEqual([]);
  const other = new Map(committed).set('korea.json', 'another').set('more.json', '');
  other.delete('dmz.json');
  expect(faultsOfGround(other, folder)).toEqual([
    'dmz.json is not drawn by anything.',
    'korea.json differs.',
    'more.json is missing.',
  ]);
});

test('the ground is light, and what the first view needs of it lightest', () => {
  expect(STILLS.map(weightOf).reduce((sum, each) => sum + each)).toBeLessThanOrEqual(12_200);
  expect(weightOf('continents.json')).toBeLessThanOrEqual(36_000);
  expect(PAGES.map(weightOf).reduce((sum, each) => sum + each)).toBeLessThanOrEqual(85_000);
});

test('continents.json is unrolled from 30° W and no edge jumps across it', () => {
  for (const ring of polygonsOf('continents.json', 'land').flat()) {
    ring.forEach(([lon = 0], index) => {
      const [next = lon] = ring[index + 1] ?? [];
      expect(lon).toBeGreaterThanOrEqual(-30);
      expect(lon).toBeLessThanOrEqual(330);
      expect(Math.abs(next - lon)).toBeLessThan(40);
    });
  }
});

test('continents.json: no edge of land runs along the date line', () => {
  const edges = linesOf('continents.json', 'coast').flatMap((line) =>
    line.slice(1).map((end, index) => [line[index] ?? end, end] as const),
  );
  const seams = edges.filter(([a, b]) => a[0] === b[0] && Math.abs((a[0] ?? 0) - 180) < 0.1);
  expect(seams.filter(([a, b]) => Math.abs((a[1] ?? 0) - (b[1] ?? 0)) > 1)).toEqual([]);
});

test.each(MAPS)('%s: every ring of land is a ring, wound as TopoJSON’s maps are', (name) => {
  for (const [outside = [], ...holes] of polygonsOf(name, 'land')) {
    for (const ring of [outside, ...holes]) {
      expect(ring.length).toBeGreaterThanOrEqual(4);
      expect(ring[0]).toEqual(ring.at(-1));
    }
    const turn = outside.slice(1).reduce((sum, [x = 0, y = 0], index) => {
      const [fromX = 0, fromY = 0] = outside[index] ?? [];
      return sum + (x - fromX) * (y + fromY);
    }, 0);
    expect(turn).toBeGreaterThan(0);
  }
});

test.each(MAPS)('%s: coasts and borders cross nowhere', (name) => {
  const [step = 1] = topologyOf(name).transform?.scale ?? [];
  const lines = [...linesOf(name, 'coast'), ...linesOf(name, 'borders')].map((line) =>
    line.map((point) => point.map((value) => Math.round(value / step))),
  );
  expect(meetingsOf(lines).filter(isCrossing)).toEqual([]);
});

/** Natural Earth’s and gazetteers’ coordinates; longitudes east of 180 in the west’s stead. */
const ON_LAND: [string, number, number][] = [
  ['Seoul', 126.978, 37.566],
  ['Pyongyang', 125.7527, 39.0214],
  ['Beijing', 116.3863, 39.9308],
  ['Hanoi', 105.85, 21.03],
  ['Washington', 282.9633, 38.9047],
  ['Moscow', 37.62, 55.75],
  ['Chukotka at 182° E', 182, 66.5],
  ['Chukotka at the date line', 180, 67],
  ['Greenland at the cut, from the east', -29.9, 72],
  ['Greenland at the cut, from the west', 329.9, 72],
  ['London', -0.5, 51.5],
  ['Jeju', 126.55, 33.38],
  ['Hainan', 109.8, 19.2],
  ['Taiwan', 121, 23.7],
  ['Hawaii', 204.5, 19.6],
  ['Oahu', 202.05, 21.45],
  ['Sicily', 14.2, 37.5],
  ['Zealand', 11.9, 55.5],
  ['Iceland', -19, 65],
  ['Canberra', 149.1, -35.3],
  ['Lima, inland', 284, -11],
];

const AT_SEA: [string, number, number][] = [
  ['mid Pacific', 200, 20],
  ['Yellow Sea', 123.5, 37],
  ['East Sea', 131, 39],
  ['Bohai', 119.5, 38.7],
  ['Bering Strait', 191, 66],
  ['Korea Strait', 129, 34.6],
  ['Caspian', 51, 41],
  ['Baltic', 19.5, 57.5],
  ['Red Sea', 38, 20.5],
  ['English Channel', -1, 50.1],
  ['Taiwan Strait', 119.5, 24.2],
  ['north Atlantic at the cut', 329.9, 45],
];

describe('continents.json', () => {
  const land = polygonsOf('continents.json', 'land');

  test.each(ON_LAND)('%s is on land', (_place, lon, lat) => {
    expect(isIn([lon, lat], land)).toBe(true);
  });

  test.each(AT_SEA)('%s is sea', (_place, lon, lat) => {
    expect(isIn([lon, lat], land)).toBe(false);
  });

  test.each([
    ['Singapore', 103.82, 1.35],
    ['New York', 286.03, 40.75],
    ['Jeju', 126.55, 33.38],
    ['Okinawa', 127.95, 26.45],
    ['Oahu', 202.05, 21.45],
    ['Maui', 203.67, 20.8],
    ['Kauai', 200.47, 22.05],
  ])('%s lies within 10 km of land', (_place, lon, lat) => {
    expect(isIn([lon, lat], land) ? 0 : distanceTo([lon, lat], land.flat())).toBeLessThan(10_000);
  });
});

test('finer land has the cities themselves, each in its frame', () => {
  const land = polygonsOf('cities.json', 'land');
  for (const place of [
    [103.82, 1.36],
    [116.3863, 39.9308],
    [105.85, 21.03],
    [286.02, 40.75],
    [282.9633, 38.9047],
  ]) {
    expect(isIn(place, land)).toBe(true);
    expect(isIn(place, polygonsOf('cities.json', 'frames'))).toBe(true);
    expect(isIn(place, polygonsOf('cities.json', 'sea'))).toBe(false);
  }
});

/** The numbers of arcs that an object, or one within it, is made of. */
function arcsOf(object: Topology['objects'][string]): number[] {
  if (object.type === 'GeometryCollection') return object.geometries.flatMap(arcsOf);
  const numbers = 'arcs' in object ? (object.arcs as unknown[]).flat(3) : [];
  return (numbers as number[]).map((arc) => (arc < 0 ? ~arc : arc));
}

test.each(MAPS)('%s: every arc is used', (name) => {
  const { arcs, objects } = topologyOf(name);
  const used = new Set(Object.values(objects).flatMap(arcsOf));
  expect([...used].sort((a, b) => a - b)).toEqual(arcs.map((_arc, index) => index));
});

test.each([
  ['korea.json', ['korea']],
  ['cities.json', ['singapore', 'hanoi', 'beijing', 'new-york-washington']],
])('%s: land and sea together fill the frames', (name, ids) => {
  const frames = featuresOf(name, 'frames');
  expect(frames.map(({ id }) => id)).toEqual(ids);
  const [land, sea] = [polygonsOf(name, 'land'), polygonsOf(name, 'sea')];
  for (const [ring = []] of polygonsOf(name, 'frames')) {
    const [[west = 0, south = 0] = [], , [east = 0, north = 0] = []] = ring;
    for (let step = 0; step < 400; step++) {
      const x = west + ((east - west) * ((step % 20) + 0.503)) / 20;
      const y = south + ((north - south) * (Math.floor(step / 20) + 0.507)) / 20;
      expect(isIn([x, y], land), `${x}, ${y}`).not.toBe(isIn([x, y], sea));
    }
  }
});
