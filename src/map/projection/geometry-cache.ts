import type { Bounds, LngLat, Place } from '../../story/story.ts';
import type { Journey } from '../../scene/journey.ts';
import { nearestTo, poleOf, unroll } from '../../story/date-line.ts';
import { createArc, type Arc } from './arc.ts';
import type { Camera } from './camera.ts';
import { mercatorAt, unwrapTo, type Point } from './mercator.ts';
import { createArcPath, createLinePath, type JourneyPath } from './path.ts';

/** Geometry of places and journeys on the plane, computed once for each. Nothing jumps at the date line. */
export interface GeometryCache {
  readonly pointOf: (place: Place) => Point;
  /** The point of the plane for a position that is no place. */
  readonly planeOf: (position: LngLat) => Point;
  /** It goes the shorter way, so its end may be on another copy of the world than `pointOf`. */
  readonly arcOf: (from: Place, to: Place) => Arc;
  /** A place's own shape: the vertices of its line or outline. */
  readonly linesOf: (place: Place) => readonly (readonly Point[])[];
  readonly pathOf: (journey: Journey) => JourneyPath;
}

export function createGeometryCache(frame: Bounds): GeometryCache {
  const points = new Map<Place, Point>();
  const shapes = new Map<Place, readonly (readonly Point[])[]>();
  const arcs = new Map<string, Arc>();
  const paths = new Map<string, JourneyPath>();

  const pointOf = (place: Place): Point => {
    const point = points.get(place) ?? mercatorAt(unwrapTo(frame, place.point));
    points.set(place, point);
    return point;
  };
  /** From place to place, each point on the copy of the world that is nearest to the one before it. */
  const routeOf = (from: Place, via: readonly LngLat[], to: Place): readonly Point[] =>
    unroll([unwrapTo(frame, from.point), ...via, unwrapTo(frame, to.point)]).map(mercatorAt);
  const arcOf = (from: Place, to: Place): Arc => {
    const key = `${from.id}/${to.id}`;
    const [start = [0, 0], end = start] = arcs.has(key) ? [] : routeOf(from, [], to);
    const arc = arcs.get(key) ?? createArc(start, end);
    arcs.set(key, arc);
    return arc;
  };
  return {
    pointOf,
    planeOf: (position) => mercatorAt(unwrapTo(frame, position)),
    arcOf,
    linesOf: (place) => {
      const lines = shapes.get(place) ?? shapeOf(place, unwrapTo(frame, place.point));
      shapes.set(place, lines);
      return lines;
    },
    pathOf: (journey) => {
      const { id, from, to, via } = journey;
      const path =
        paths.get(id) ??
        (via.length === 0
          ? createArcPath(arcOf(from, to))
          : createLinePath(routeOf(from, via, to)));
      paths.set(id, path);
      return path;
    },
  };
}

/** The lines of a place, each unrolled and as near to the place's point as whole turns allow. */
function shapeOf({ geometry }: Place, [about]: LngLat): readonly (readonly Point[])[] {
  if (geometry.type === 'Point') return [];
  if (geometry.type === 'LineString') {
    return [beside(about, unroll(geometry.coordinates)).map(mercatorAt)];
  }
  const { type, coordinates } = geometry;
  const rings = type === 'Polygon' ? coordinates : coordinates.flat();
  return rings.map((ring) => overPole(beside(about, unroll(ring))));
}

function beside(about: number, line: readonly LngLat[]): readonly LngLat[] {
  const lngs = line.map(([lng]) => lng);
  const middle = (Math.min(...lngs) + Math.max(...lngs)) / 2;
  const shift = nearestTo(middle, about) - middle;
  return line.map(([lng, lat]) => [lng + shift, lat]);
}

/**
 * On the plane a ring round a pole is a line from edge to edge. It is repeated on both sides, so that its ends are
 * never in view, and closed beyond the pole.
 */
function overPole(ring: readonly LngLat[]): readonly Point[] {
  const [pole, first, last] = [poleOf(ring), ring[0], ring.at(-1)];
  if (pole === null || !first || !last) return ring.map(mercatorAt);
  const turn = last[0] - first[0];
  const row = [-turn, 0, turn].flatMap((shift) =>
    ring.map(([lng, lat]): LngLat => [lng + shift, lat]),
  );
  return [...row, [last[0] + turn, pole] as const, [first[0] - turn, pole] as const].map(
    mercatorAt,
  );
}

/** Farther than this from the frame's middle, in worlds, a point is drawn on the next copy of the world. */
const OTHER_SIDE = 0.62;

/**
 * Whole worlds to add to x, so that a point is drawn on the copy of the world that the camera shows. `width` is the
 * view's, in pixels: a point that one copy has in view and the nearest has not is drawn where it is seen.
 */
export function copyFor({ centre, scale }: Camera, [x]: Point, width = 0): number {
  const distance = centre[0] - x;
  const [off, half] = [Math.abs(distance), width / 2 / scale];
  return off > OTHER_SIDE || (off > half && 1 - off <= half) ? Math.round(distance) : 0;
}

/**
 * The copies of a shape that are in view, as whole worlds to add to x: a zone across the date line is seen at both edges
 * of a world map. A shape without a copy in view, or wider than a world, is drawn where its place is, `own`.
 */
export function copiesInView(
  { centre, scale }: Camera,
  width: number,
  lines: readonly (readonly Point[])[],
  own: number,
): readonly number[] {
  const xs = lines.flatMap((line) => line.map(([x]) => x));
  const [west, east] = xs.reduce(
    ([low, high], x) => [Math.min(low, x), Math.max(high, x)],
    [Infinity, -Infinity],
  );
  if (east - west >= 1) return [own];
  const half = width / 2 / scale;
  const seen = [own - 1, own, own + 1].filter(
    (copy) => east + copy > centre[0] - half && west + copy < centre[0] + half,
  );
  return seen.length > 0 ? seen : [own];
}
