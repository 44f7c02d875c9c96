import { describe, expect, it } from 'vitest';
import { anchorOf } from '../../../../src/story/parse/build/anchor.ts';
import type { LngLat } from '../../../../src/story/story.ts';

/** A rectangle as GeoJSON writes it, closed. */
const ringOf = (west: number, south: number, east: number, north: number): LngLat[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

describe('the point of an area', () => {
  it('lies in the middle of its widest chord half way up', () => {
    expect(anchorOf({ type: 'Polygon', coordinates: [ringOf(10, 40, 20, 44)] })).toEqual([15, 42]);
  });

  it('lies beside a hole, not in it', () => {
    const coordinates = [ringOf(0, 0, 10, 10), ringOf(1, 1, 6, 9)];
    expect(anchorOf({ type: 'Polygon', coordinates })).toEqual([8, 5]);
  });

  it.each([
    ['east', ringOf(177, -20, -179, -16), [179, -18]],
    ['west', ringOf(179, -20, -175, -16), [-178, -18]],
  ])('that crosses the date line lies in it, here on the %s of the line', (_side, ring, point) => {
    expect(anchorOf({ type: 'Polygon', coordinates: [ring] })).toEqual(point);
  });

  it('that crosses the date line lies beside a hole there, too', () => {
    const coordinates = [ringOf(170, 0, -170, 10), ringOf(-179, 1, -171, 9)];
    expect(anchorOf({ type: 'Polygon', coordinates })).toEqual([175.5, 5]);
  });
});

describe('the point of a line', () => {
  it('lies half way along it', () => {
    const coordinates: LngLat[] = [
      [0, 0],
      [2, 0],
      [10, 0],
    ];
    expect(anchorOf({ type: 'LineString', coordinates })).toEqual([5, 0]);
  });

  it('that crosses the date line lies half way along what is drawn', () => {
    const coordinates: LngLat[] = [
      [178, -18],
      [-172, -14],
    ];
    expect(anchorOf({ type: 'LineString', coordinates })).toEqual([-177, -16]);
  });
});

describe('the point of an area round a pole', () => {
  it.each([
    ['north', 75, 80],
    ['south', -65, -75],
  ])('lies between its ring and the edge of the map in the %s', (_, lat, point) => {
    const ring = [0, 120, -120, 0].map((lng): LngLat => [lng, lat]);
    expect(anchorOf({ type: 'Polygon', coordinates: [ring] })[1]).toBe(point);
  });
});
