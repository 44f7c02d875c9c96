import { poleOf, unroll } from '../../date-line.ts';
import type { Geometry, LngLat } from '../../story.ts';

/** The rings of a polygon: its outline, then its holes. */
type Area = readonly (readonly LngLat[])[];

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

/** The rings of a polygon on the plane, all beside its outline. */
const ringsOf = (area: Area): Area => area.map((ring) => ringOf(ring, area[0]?.[0]?.[0]));

/** How large the outline of an area is on the ground, compared with others: square degrees of latitude. */
function sizeOf([outline = []]: Area): number {
  const sum = outline.reduce((total, [x, y], index) => {
    const [lastX, lastY] = outline[index - 1] ?? [x, y];
    return total + (lastX * y - x * lastY);
  }, 0);
  const middle = outline.reduce((total, [, lat]) => total + lat, 0) / Math.max(1, outline.length);
  return Math.abs(sum) * Math.cos((middle * Math.PI) / 180);
}

/** The largest of several areas; the first of equals. */
const largestOf = (areas: readonly Area[]): Area =>
  areas.map((area) => ({ area, size: sizeOf(area) })).sort((a, b) => b.size - a.size)[0]?.area ??
  [];

function anchorIn(geometry: Exclude<Geometry, { readonly type: 'Point' }>): LngLat {
  switch (geometry.type) {
    case 'LineString':
      return middleOf(unroll(geometry.coordinates));
    case 'Polygon':
      return insideOf(ringsOf(geometry.coordinates));
    case 'MultiPolygon':
      return insideOf(largestOf(geometry.coordinates.map(ringsOf)));
  }
}

/** Where the mark of a geometry is if its author gives no point. */
export function anchorOf(geometry: Geometry): LngLat {
  if (geometry.type === 'Point') return geometry.coordinates;
  const [lng, lat] = anchorIn(geometry);
  return [wrap(lng), lat];
}
