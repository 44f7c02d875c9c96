import { gzipSync } from 'node:zlib';
import { geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { Feature, MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { withoutUnused } from '../../../geo/derive/countries.ts';
import { deriveRegion } from '../../../geo/derive/region/region.ts';
import { snapTo, type Still } from '../../../geo/derive/still/still.ts';
import { namesOf } from '../../../src/map/basemap/ground-names.ts';
import { lngLatAt } from '../../../src/map/projection/mercator.ts';
import type { Bounds } from '../../../src/story/story.ts';
import { isIn } from '../earth.ts';
import { stepsOf } from '../still/still.ts';
import { SOURCES } from './sources.ts';

type Point = readonly [lng: number, lat: number];

/** Frames, with points on land and at sea in the frame's own longitudes, from gazetteers. */
const FRAMES: readonly (readonly [string, Bounds, readonly Point[], readonly Point[]])[] = [
  [
    'Europe',
    [-10, 36, 32, 60],
    [
      [-0.5, 51.6],
      [2.35, 48.85],
      [13.4, 52.5],
      [12.6, 42],
      [-8, 53],
    ],
    [
      [3, 56],
      [6, 42],
      [-5, 47],
      [19, 57.2],
    ],
  ],
  [
    'Africa',
    [-20, -36, 52, 38],
    [
      [3.4, 6.8],
      [36.8, -1.3],
      [47, -19],
    ],
    [
      [0, 0],
      [42, -20],
    ],
  ],
  [
    'South America',
    [-84, -56, -33, 13],
    [
      [-58.6, -34.7],
      [-47.9, -15.8],
    ],
    [
      [-40, -35],
      [-80, -20],
    ],
  ],
  [
    'the Arctic',
    [-60, 58, 60, 84],
    [
      [-40, 72],
      [18, 79],
      [25, 67],
    ],
    [
      [0, 75],
      [40, 74],
    ],
  ],
  [
    'Fiji',
    [172, -24, 190, -12],
    [
      [177.9, -17.8],
      [179.2, -16.6],
      [187.6, -13.6],
    ],
    [[184, -18]],
  ],
  [
    'a city inland',
    [2.2, 48.8, 2.5, 48.95],
    [
      [2.3, 48.85],
      [2.45, 48.9],
    ],
    [],
  ],
  [
    'the whole world',
    [-180, -58, 180, 80],
    [
      [10, 50],
      [-100, 40],
      [135, -25],
      [178, 67],
    ],
    [[-150, 0]],
  ],
];

/** Outlines in longitude and latitude. */
const ringsOf = ({ land, scale }: Still): number[][][] =>
  stepsOf(land).map((line) => line.map(([x = 0, y = 0]) => [...lngLatAt([x / scale, y / scale])]));

/** On land on a map that draws a copy of the ground for each turn of the earth. */
const isOnLand = (still: Still, [lng, lat]: Point): boolean =>
  [-360, 0, 360].some((turn) => isIn([lng + turn, lat], [ringsOf(still)]));

/** The ISO 3166 code of a number. */
const regionOf = (number: string): string | undefined => new Intl.Locale(`und-${number}`).region;

const weightOf = (value: unknown): number => gzipSync(JSON.stringify(value), { level: 9 }).length;

describe.each(FRAMES)('the ground of %s', (_, frame, onLand, atSea) => {
  const { world, live } = deriveRegion(SOURCES, { frame, insets: [] });

  it('is land where land is, and sea where sea is, in the still and in the live map', () => {
    for (const point of onLand) expect(isOnLand(world, point), String(point)).toBe(true);
    for (const point of atSea) expect(isOnLand(world, point), String(point)).toBe(false);
    if (!live) return;
    const layer = (name: string) => {
      const { geometry } = feature(
        live as Topology,
        live.objects[name] as never,
      ) as unknown as Feature;
      return (geometry as MultiPolygon).coordinates;
    };
    const [land, sea] = [layer('land'), layer('sea')];
    for (const point of [...onLand, ...atSea]) {
      const dry = onLand.includes(point);
      expect([isIn([...point], land), isIn([...point], sea)], String(point)).toEqual([dry, !dry]);
    }
  });

  it('is light: at most 10 kB (gzip) for the first picture, 32 kB for the live map', () => {
    expect(weightOf(world)).toBeLessThanOrEqual(10_000);
    if (live) expect(weightOf(live)).toBeLessThanOrEqual(32_000);
  });

  it('says how far it reaches: at least over the frame', () => {
    const lngs = ringsOf(world)
      .flat()
      .map(([lng = 0]) => lng);
    expect(world.west).toBeLessThanOrEqual(Math.min(...lngs));
    expect(world.east).toBeGreaterThanOrEqual(Math.max(...lngs));
  });
});

describe('the still ground', () => {
  const frame: Bounds = [84, -26, 302, 64];

  it('of most of the earth has no vertex that the live map has not', () => {
    const { world, live } = deriveRegion(SOURCES, { frame, insets: [] });
    expect(live).toBeNull();
    const { geometry } = feature(
      SOURCES.continents,
      SOURCES.continents.objects['land'] as never,
    ) as unknown as Feature;
    const key = (point: readonly number[]): string => {
      const [x = 0, y = 0] = snapTo(world.scale)([...point]);
      return `${x % world.scale} ${y}`;
    };
    const shown = new Set((geometry as MultiPolygon).coordinates.flat(2).map(key));
    const drawn = stepsOf(world.land).flat();
    expect(drawn.length).toBeGreaterThan(1000);
    const turned = drawn.map(([x = 0, y = 0]) => `${(x + world.scale) % world.scale} ${y}`);
    expect(turned.filter((each) => !shown.has(each))).toEqual([]);
  });

  it.each<[string, Bounds]>([
    ['around the date line', [170, -20, 230, 20]],
    ['of the whole earth', [20, -58, 380, 80]],
  ])('%s has Europe in one piece: no border is a coast', (_, bounds) => {
    const { world } = deriveRegion(SOURCES, { frame: bounds, insets: [] });
    const pieces = ringsOf(world).filter((ring) =>
      [-360, 0, 360].some((turn) => isIn([13.4 + turn, 52.3], [[ring]])),
    );
    const others: readonly Point[] = [
      [30.5, 50.4],
      [2.3, 48.8],
      [90, 60],
    ];
    for (const [lng, lat] of others) {
      const isBeside = (ring: number[][]) =>
        [-360, 0, 360].some((turn) => isIn([lng + turn, lat], [[ring]]));
      expect(pieces.filter(isBeside).length, String([lng, lat])).toBe(1);
    }
  });
});

describe('the names of lands', () => {
  it.each<[string, Bounds, readonly string[]]>([
    ['around Paris', [1.75, 48.6, 2.95, 49.1], ['FR']],
    ['of the Barents Sea', [8, 67, 60, 79], ['FI', 'NO', 'RU', 'SE']],
    ['across the date line', [165, 60, 205, 72], ['RU', 'US']],
  ])('%s stand on the land that the frame shows', (_, frame, expected) => {
    const names = namesOf(deriveRegion(SOURCES, { frame, insets: [] }).names);
    const [west, south, east, north] = frame;
    const lands = feature(SOURCES.atlas, SOURCES.atlas.objects.countries).features;
    for (const code of expected) {
      const { spots = [] } = names.find(({ id }) => id === code) ?? {};
      expect(spots.length, code).toBeGreaterThan(0);
      for (const [lng, lat] of spots) {
        const turned = lng < west ? lng + 360 : lng;
        expect(turned > west && turned < east && lat > south && lat < north, code).toBe(true);
        const land = lands.find((each) => geoContains(each, [lng, lat]));
        expect(land && regionOf(String(land.id)), code).toBe(code);
      }
    }
  });
});

// The command has the smaller atlas. Cutting at 180° and at the poles must not ask for what is gone.
describe('the atlas without what nothing shows', () => {
  const { atlas } = SOURCES;
  const small = { ...SOURCES, atlas: withoutUnused(atlas) };

  it.each<[string, Bounds]>([
    ['off Antarctica', [-80, -64, -40, -40]],
    ['across the date line', [165, 60, 205, 72]],
  ])('gives the same ground %s', (_, frame) => {
    const region = { frame, insets: [] };
    expect(deriveRegion(SOURCES, region).live).not.toBeNull();
    expect(deriveRegion(small, region)).toEqual(deriveRegion(SOURCES, region));
  });

  it('is smaller by more than 14 kB (gzip)', () => {
    expect(weightOf(atlas) - weightOf(small.atlas)).toBeGreaterThan(14_000);
  });
});

describe('the ground of a story with insets', () => {
  const region = {
    frame: [-10, 36, 32, 60] as const,
    insets: [
      { id: 'low', bounds: [0.5, 48, 6.5, 51.5] as const },
      { id: 'alps', bounds: [5, 44, 14, 48] as const },
    ],
  };
  const { world, insets } = deriveRegion(SOURCES, region);

  it('is finer in an inset, and light in all', () => {
    expect([...insets.keys()]).toEqual(['low', 'alps']);
    for (const still of insets.values()) expect(still.scale).toBeGreaterThan(2 * world.scale);
    expect(weightOf([world, ...insets.values()])).toBeLessThanOrEqual(10_500);
  });

  it('has borders: Switzerland’s in the Alps', () => {
    const { borders = '', scale = 1 } = insets.get('alps') ?? {};
    const near = stepsOf(borders)
      .flat()
      .map(([x = 0, y = 0]) => lngLatAt([x / scale, y / scale]))
      .filter(([lng, lat]) => Math.hypot(lng - 6.1, lat - 46.2) < 0.3);
    expect(near.length).toBeGreaterThan(0);
  });

  it('is the same whenever it is derived', () => {
    const again = deriveRegion(SOURCES, region);
    expect(JSON.stringify([again.world, ...again.insets])).toBe(JSON.stringify([world, ...insets]));
  });
});
