import { geoIdentity, type GeoStream } from 'd3-geo';
import type { Polygon, Position } from 'geojson';
import { isWithin, signedArea, type Frame } from './plane.ts';

type Rings = Position[][];

/** A cut is computed twice, once for each neighbour. Rounded to a micro-degree, both results are equal. */
export function rounded(point: Position): Position {
  return point.map((value) => Math.round(value * 1e6) / 1e6);
}

function createCollector(): GeoStream & { rings: Rings } {
  const rings: Rings = [];
  let ring: Position[] = [];
  return {
    rings,
    point: (x, y) => ring.push(rounded([x, y])),
    lineStart: () => (ring = []),
    lineEnd: () => rings.push(ring),
    polygonStart: () => undefined,
    polygonEnd: () => undefined,
  };
}

export function closed(ring: Position[]): Position[] {
  return ring[0] ? [...ring, ring[0]] : ring;
}

/**
 * Outer rings are clockwise. Every other ring is a hole of the outer ring around it, or the whole frame (`area`): d3 winds
 * that the other way.
 */
function polygonsOf(rings: Rings, area: number): Rings[] {
  const isOutside = (ring: Position[]) =>
    signedArea(ring) < 0 || signedArea(ring) > area * (1 - 1e-9);
  const polygons = rings
    .filter(isOutside)
    .map((ring) => [closed(signedArea(ring) < 0 ? ring : [...ring].reverse())]);
  for (const hole of rings.filter((ring) => !isOutside(ring))) {
    const [probe = []] = hole;
    polygons.find(([outside = []]) => isWithin(probe, outside))?.push(closed(hole));
  }
  return polygons;
}

/** The part of an unrolled polygon within a frame: no polygon, one, or several. */
export function cropped(coordinates: Rings, [west, south, east, north]: Frame): Rings[] {
  const collector = createCollector();
  const stream = geoIdentity()
    .clipExtent([
      [west, south],
      [east, north],
    ])
    .stream(collector);
  const polygon: Polygon = { type: 'Polygon', coordinates };
  stream.polygonStart?.();
  for (const ring of polygon.coordinates) {
    stream.lineStart();
    ring.slice(0, -1).forEach(([x = 0, y = 0]) => stream.point(x, y));
    stream.lineEnd();
  }
  stream.polygonEnd?.();
  return polygonsOf(collector.rings, (east - west) * (north - south));
}
