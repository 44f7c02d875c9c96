import { poleOf, unroll } from '../../date-line.ts';
import type { Geometry, LngLat } from '../../story.ts';

const ORIGIN: LngLat = [0, 0];

/** The latitude at which a frame ends at most: an area round a pole has its mark on this side of it. */
const MAP_EDGE = 85;

const between = ([x0, y0]: LngLat, [x1, y1]: LngLat, part: number): LngLat => [
  x0 + (x1 - x0) * part,
  y0 + (y1 - y0) * part,
];

/** The point half way along a line, measured in degrees. */
function middleOf(line: readonly LngLat[]): LngLat {
  const first = line[0] ?? ORIGIN;
  const legs = line.slice(1).map((point, index) => {
    const from = line[index] ?? first;
    return { from, to: point, length: Math.hypot(point[0] - from[0], point[1] - from[1]) };
  });
  let rest = legs.reduce((sum, { length }) => sum + length, 0) / 2;
  for (const { from, to, length } of legs) {
    if (length > 0 && length >= rest) return between(from, to, rest / length);
    rest -= length;
  }
  return first;
}

/** The longitudes at which the edges of rings cross a latitude, in ascending order. */
function crossings(rings: readonly (readonly LngLat[])[], lat: number): number[] {
  const found: number[] = [];
  for (const ring of rings) {
    ring.forEach((to, index) => {
      const from = ring[index - 1];
      if (from === undefined || from[1] > lat === to[1] > lat) return;
      found.push(between(from, to, (lat - from[1]) / (to[1] - from[1]))[0]);
    });
  }
  return found.sort((a, b) => a - b);
}

/** A point inside an area: the middle of its widest part at half its height. (A centroid may lie outside.) */
function insideOf(rings: readonly (readonly LngLat[])[]): LngLat {
  const outer = rings[0] ?? [];
  const lats = outer.map(([, lat]) => lat);
  const lat = (Math.min(...lats) + Math.max(...lats)) / 2;
  const xs = crossings(rings, lat);
  let best: readonly [number, number] | null = null;
  for (let index = 0; index + 1 < xs.length; index += 2) {
    const chord = [xs[index] ?? 0, xs[index + 1] ?? 0] as const;
    if (best === null || chord[1] - chord[0] > best[1] - best[0]) best = chord;
  }
  return best === null ? (outer[0] ?? ORIGIN) : [(best[0] + best[1]) / 2, lat];
}

/** The same longitude between −180 and 180. */
const wrap = (lng: number): number => lng - 360 * Math.round(lng / 360);
/** A ring on the plane. One that goes round a pole is closed along the edge of the map. */
function ringOf(ring: readonly LngLat[], start: number | undefined): readonly LngLat[] {
  const open = unroll(ring, start);
  const [pole, first, last] = [poleOf(open), open[0], open.at(-1)];
  if (pole === null || !first || !last) return open;
  const edge = Math.sign(pole) * MAP_EDGE;
  return [...open, [last[0], edge], [first[0], edge], first];
}

const anchorIn = (geometry: Exclude<Geometry, { readonly type: 'Point' }>): LngLat =>
  geometry.type === 'LineString'
    ? middleOf(unroll(geometry.coordinates))
    : insideOf(geometry.coordinates.map((ring) => ringOf(ring, geometry.coordinates[0]?.[0]?.[0])));

/** Where the mark of a geometry is if its author gives no point. */
export function anchorOf(geometry: Geometry): LngLat {
  if (geometry.type === 'Point') return geometry.coordinates;
  const [lng, lat] = anchorIn(geometry);
  return [wrap(lng), lat];
}
