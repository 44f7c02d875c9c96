import { geoMercator } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lngLatAt,
  mercatorAt,
  MERCATOR_LIMIT,
  unwrapTo,
} from '../../../src/map/projection/mercator.ts';
import type { Bounds, LngLat } from '../../../src/story/story.ts';

const settings = { seed: 1953, numRuns: 500 };
const PACIFIC: Bounds = [84, -26, 302, 64];
const GREENWICH: Bounds = [-170, -50, 170, 70];

/** Half the equator in metres on the sphere of EPSG:3857. */
const HALF = Math.PI * 6_378_137;

const lngLat = fc.tuple(
  fc.double({ min: -180, max: 540, noNaN: true }),
  fc.double({ min: -85, max: 85, noNaN: true }),
);

describe('the Mercator plane', () => {
  it.each<readonly [string, LngLat, easting: number, northing: number]>([
    // The worked example of EPSG Guidance Note 7-2, Popular Visualisation Pseudo-Mercator.
    ['EPSG example', [-100 - 20 / 60, 24 + 22 / 60 + 54.433 / 3600], -11_169_055.58, 2_800_000],
    ['the origin', [0, 0], 0, 0],
    ['the south-east corner', [180, -MERCATOR_LIMIT], HALF, -HALF],
  ])('agrees with EPSG:3857 on %s, to a third of a metre', (_, at, east, north) => {
    const [x, y] = mercatorAt(at);
    expect(Math.abs((x * 2 - 1) * HALF - east)).toBeLessThan(0.3);
    expect(Math.abs((1 - y * 2) * HALF - north)).toBeLessThan(0.3);
  });

  it('agrees with d3-geo everywhere', () => {
    const oracle = geoMercator()
      .scale(1 / (2 * Math.PI))
      .translate([0.5, 0.5])
      .precision(0);
    const degrees = fc.double({ min: -179.999, max: 179.999, noNaN: true });
    const latitude = fc.double({ min: -85, max: 85, noNaN: true });
    fc.assert(
      fc.property(degrees, latitude, (lng, lat) => {
        const [x, y] = mercatorAt([lng, lat]);
        const [ox = NaN, oy = NaN] = oracle([lng, lat]) ?? [];
        expect(x).toBeCloseTo(ox, 10);
        expect(y).toBeCloseTo(oy, 10);
      }),
      settings,
    );
  });

  it('is undone by its inverse, past the date line too', () => {
    fc.assert(
      fc.property(lngLat, (at) => {
        const back = lngLatAt(mercatorAt(at));
        expect(back[0]).toBeCloseTo(at[0], 8);
        expect(back[1]).toBeCloseTo(at[1], 8);
      }),
      settings,
    );
  });

  it('holds the poles at its edge', () => {
    expect(mercatorAt([0, 90])[1]).toBeCloseTo(0, 6);
    expect(mercatorAt([0, -90])[1]).toBeCloseTo(1, 6);
  });
});

describe('a place’s longitude within a frame', () => {
  it.each<readonly [string, number, number]>([
    ['Singapore', 103.8, 103.8],
    ['New York', -74, 286],
    ['Rome', 12.5, 12.5],
    ['Washington', -77, 283],
    ['the date line', 180, 180],
    ['the date line from the west', -180, 180],
  ])('past 180° runs on eastward: %s from %d to %d', (_, lng, unwrapped) => {
    const [east, lat] = unwrapTo(PACIFIC, [lng, 40]);
    expect(east).toBeCloseTo(unwrapped, 10);
    expect(lat).toBe(40);
  });

  it('stays as it is where the frame does not cross the date line', () => {
    for (const lng of [-179, -74, 0, 12.5, 103.8, 179]) {
      expect(unwrapTo(GREENWICH, [lng, 0])[0]).toBeCloseTo(lng, 10);
    }
  });

  it('is the same place: a whole number of turns away, and itself when asked again', () => {
    fc.assert(
      fc.property(lngLat, fc.constantFrom(PACIFIC, GREENWICH), (at, frame) => {
        const once = unwrapTo(frame, at);
        const turns = (once[0] - at[0]) / 360;
        expect(turns).toBeCloseTo(Math.round(turns), 9);
        expect(unwrapTo(frame, once)[0]).toBeCloseTo(once[0], 9);
      }),
      settings,
    );
  });
});
