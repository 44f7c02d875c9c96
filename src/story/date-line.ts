import type { LngLat } from './story.ts';

/**
 * The same longitude, plus or minus whole turns, where it is nearest to another: the shorter way round the earth. A
 * point exactly opposite stays as it is written, so that both directions go the same way.
 */
export function nearestTo(lng: number, other: number): number {
  const turns = (lng - other) / 360;
  // 1e-9 turns are 0.04 mm; sums of degrees are less exact than halves.
  return lng - 360 * Math.sign(turns) * Math.max(0, Math.ceil(Math.abs(turns) - 0.5 - 1e-9));
}

/** The same points without jumps at the date line: each is the copy that is nearest to the one before it. */
export function unroll(line: readonly LngLat[], start = line[0]?.[0] ?? 0): readonly LngLat[] {
  let last = start;
  return line.map(([lng, lat]) => [(last = nearestTo(lng, last)), lat]);
}

/** The pole that an unrolled ring goes round, as a latitude; null for a ring that comes back to its beginning. */
export function poleOf(ring: readonly LngLat[]): 90 | -90 | null {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || Math.abs(last[0] - first[0]) < 180) return null;
  const sum = ring.reduce((total, [, lat]) => total + lat, 0);
  return sum < 0 ? -90 : 90;
}
