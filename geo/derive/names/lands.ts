import type { Position } from 'geojson';
import type { Country } from '../countries.ts';
import { signedArea } from '../plane.ts';

type Rings = Position[][];

/** Where the name of a land fits: the middle of the widest free strip, and its width, in degrees. */
export interface LandSpot {
  readonly span: number;
  readonly at: readonly [lng: number, lat: number];
}

/** At which shares of a land's height its name is tried, and half of the height that the name takes. */
const SHARES = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75];
const HALF_LINE = 0.04;

/** Further spots must be so far from the others, as a share of the height. */
const APART = 0.15;
const MOST_SPOTS = 3;

type Strip = readonly [west: number, east: number];

/** The parts of a parallel that lie inside a polygon, from west to east. */
function stripsAt(polygon: Rings, lat: number): readonly Strip[] {
  const crossings = polygon.flatMap((ring) =>
    ring.slice(1).flatMap(([x1 = 0, y1 = 0], index) => {
      const [x0 = 0, y0 = 0] = ring[index] ?? [];
      return y0 > lat === y1 > lat ? [] : [x0 + ((x1 - x0) * (lat - y0)) / (y1 - y0)];
    }),
  );
  crossings.sort((a, b) => a - b);
  return crossings.flatMap((west, index): Strip[] =>
    index % 2 === 0 ? [[west, crossings[index + 1] ?? west]] : [],
  );
}

/** What is inside a polygon on all of these parallels. */
function commonStrips(polygon: Rings, lats: readonly number[]): readonly Strip[] {
  return lats
    .map((lat) => stripsAt(polygon, lat))
    .reduce((all, strips) =>
      all.flatMap(([west, east]) =>
        strips
          .map(([a, b]): Strip => [Math.max(west, a), Math.min(east, b)])
          .filter(([a, b]) => b > a),
      ),
    );
}

const areaOf = ([outside = []]: Rings): number => Math.abs(signedArea(outside));

/** The spots of a land's name in its largest part, the widest first. The land is unrolled, and may be cropped. */
export function spotsOf({ geometry }: Country): readonly LandSpot[] {
  const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates];
  const [largest] = [...polygons].sort((a, b) => areaOf(b) - areaOf(a));
  if (!largest) return [];
  const lats = (largest[0] ?? []).map(([, lat = 0]) => lat);
  const south = lats.reduce((a, b) => Math.min(a, b), 90);
  const height = lats.reduce((a, b) => Math.max(a, b), -90) - south;
  const found = SHARES.flatMap((share) => {
    const [below, lat, above] = [-HALF_LINE, 0, HALF_LINE].map(
      (off) => south + (share + off) * height,
    ) as [number, number, number];
    const strips = commonStrips(largest, [below, lat, above]);
    return strips.map(([west, east]) => ({
      span: east - west,
      at: [(west + east) / 2, lat] as const,
    }));
  });
  const spots: LandSpot[] = [];
  for (const each of found.sort((a, b) => b.span - a.span)) {
    if (spots.length === MOST_SPOTS) break;
    const isNear = spots.some(({ at }) => Math.abs(at[1] - each.at[1]) < APART * height);
    if (!isNear) spots.push(each);
  }
  return spots;
}
