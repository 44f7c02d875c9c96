import nearLand from '../../../geo/basemap/near-land.json';
import type { LngLat } from '../../story/story.ts';

const { perDegree, rows } = nearLand;

/** Land within so many km is near. */
export const NEAR_KM = nearLand.km;

/**
 * Whether a point is on land, or no further than `NEAR_KM` from a coast. It is read off a grid, so it may be true up to
 * 40 km beyond that (`geo/derive/near-land.ts`).
 */
export function isNearLand([lng, lat]: LngLat): boolean {
  const east = lng - 360 * Math.floor((lng + 180) / 360);
  const column = Math.floor((east + 180) * perDegree);
  const row = Math.min(rows.length - 1, Math.floor((lat + 90) * perDegree));
  // Each row begins far from land and changes at each of its columns.
  const changes = rows[row]?.filter((change) => change <= column) ?? [];
  return changes.length % 2 === 1;
}
