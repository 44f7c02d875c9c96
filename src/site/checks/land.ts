import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { KM_PER_DEGREE } from '../../map/projection/mercator.ts';
import type { LngLat } from '../../story/story.ts';

type Ring = readonly LngLat[];

/** The coasts of Natural Earth 1:10m, as closed rings. It has every island with a town on it. */
function readCoasts(): readonly Ring[] {
  const path = createRequire(import.meta.url).resolve('world-atlas/land-10m.json');
  const atlas = JSON.parse(readFileSync(path, 'utf8')) as Topology<{ land: GeometryCollection }>;
  return feature(atlas, atlas.objects.land).features.flatMap(({ geometry }) => {
    if (geometry.type === 'Polygon') return geometry.coordinates as unknown as readonly Ring[];
    return geometry.type === 'MultiPolygon'
      ? (geometry.coordinates.flat() as unknown as Ring[])
      : [];
  });
}

/** Read when a place is checked first: it takes 0.2 s, and most builds and tests check none. */
let coasts: readonly Ring[] | undefined;

/** Whether a coast has a point within this many degrees. */
function isNear(coast: Ring, [lng, lat]: LngLat, reach: number): boolean {
  const shrink = Math.cos((lat * Math.PI) / 180);
  return coast.some(([x, y]) => {
    if (Math.abs(lat - y) > reach) return false;
    const across = lng - x - 360 * Math.round((lng - x) / 360);
    return Math.hypot(across * shrink, lat - y) <= reach;
  });
}

/** How often a line from a point to the west crosses a coast. On land it is an odd number of times, with all coasts. */
function crossingsOf(coast: Ring, [lng, lat]: LngLat): number {
  let [lastX, lastY] = coast.at(-1) ?? [0, 0];
  let crossings = 0;
  for (const [x, y] of coast) {
    const isCrossed = y > lat !== lastY > lat;
    if (isCrossed && x + ((lat - y) / (lastY - y)) * (lastX - x) < lng) crossings += 1;
    [lastX, lastY] = [x, y];
  }
  return crossings;
}

/** Whether a point is on land, or no further than this from a coast. */
export function isNearLand(point: LngLat, km: number): boolean {
  coasts ??= readCoasts();
  if (coasts.some((coast) => isNear(coast, point, km / KM_PER_DEGREE))) return true;
  return coasts.reduce((sum, coast) => sum + crossingsOf(coast, point), 0) % 2 === 1;
}
