import type { Bounds, LngLat } from '../../../story.ts';

/** For a story without places: the world without the poles. */
const WORLD: Bounds = [-170, -56, 190, 75];
/** The map cannot show the poles. */
const MAX_LATITUDE = 85;
/** Around the places, as a share of their extent; and the least extent, in degrees. */
const MARGIN = 0.15;
const LEAST = 4;

/** The narrowest span of longitudes with all of them: it begins behind the widest gap. */
function spanOf(longitudes: readonly number[]): readonly [west: number, east: number] {
  const sorted = [...new Set(longitudes)].sort((a, b) => a - b);
  const first = sorted[0] ?? 0;
  let best = { gap: -1, west: first, east: first };
  sorted.forEach((lng, index) => {
    const next = sorted[index + 1] ?? first + 360;
    if (next - lng > best.gap) best = { gap: next - lng, west: next, east: lng };
  });
  const { west, east } = best;
  if (west > east && west < 180) return [west, east + 360];
  return [west >= first + 360 ? west - 360 : west, east];
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The part of the earth with all places and some ground around them. The parser makes it where a file has none. */
export function frameOf(points: readonly LngLat[]): Bounds {
  if (points.length === 0) return WORLD;
  const [west, east] = spanOf(points.map(([lng]) => lng));
  const latitudes = points.map(([, lat]) => lat);
  const south = latitudes.reduce((least, lat) => Math.min(least, lat), 90);
  const north = latitudes.reduce((most, lat) => Math.max(most, lat), -90);
  const across = Math.max(LEAST, east - west) * MARGIN + Math.max(0, LEAST - (east - west)) / 2;
  const up =
    Math.max(LEAST / 2, north - south) * MARGIN + Math.max(0, LEAST / 2 - (north - south)) / 2;
  const width = Math.min(360, east - west + 2 * across);
  const middle = (west + east) / 2;
  const bottom = Math.min(MAX_LATITUDE - LEAST, Math.max(-MAX_LATITUDE, south - up));
  const top = Math.max(bottom + LEAST / 2, Math.min(MAX_LATITUDE, north + up));
  return [round(middle - width / 2), round(bottom), round(middle + width / 2), round(top)];
}
