import { describe, expect, it } from 'vitest';
import { nearestTo, poleOf, unroll } from '../../src/story/date-line.ts';
import type { LngLat } from '../../src/story/story.ts';

describe('the shorter way round the earth', () => {
  it.each([
    [-178, 178, 182],
    [178, -178, -182],
    [181, -179, -179],
    [10, 20, 10],
    [-170, 540, 550],
    // Exactly opposite: as it is written, in both directions.
    [90, -90, 90],
    [-90, 90, -90],
    [180, -180, -180],
  ])('to %d from %d is to %d', (lng, from, way) => {
    expect(nearestTo(lng, from)).toBe(way);
  });

  it('goes from vertex to vertex, so a line has no jump', () => {
    const line: LngLat[] = [170, -170, -60, 50, 170, -170].map((lng) => [lng, 10]);
    expect(unroll(line).map(([lng]) => lng)).toEqual([170, 190, 300, 410, 530, 550]);
  });
});

describe('a ring', () => {
  const at = (lat: number, ...lngs: number[]) => unroll(lngs.map((lng): LngLat => [lng, lat]));

  it('goes round a pole if it ends a whole turn from its beginning', () => {
    expect(poleOf(at(80, 0, 90, 180, -90, 0))).toBe(90);
    expect(poleOf(at(-70, 0, -90, 180, 90, 0))).toBe(-90);
  });

  it('goes round no pole if it comes back, also across the date line', () => {
    expect(poleOf(at(80, 178, -178, -178, 178, 178))).toBeNull();
  });
});
