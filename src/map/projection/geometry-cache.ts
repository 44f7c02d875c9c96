import type { Bounds, LngLat, Place } from '../../story/story.ts';
import type { Journey } from '../../scene/journey.ts';
import { createArc, type Arc } from './arc.ts';
import type { Camera } from './camera.ts';
import { mercatorAt, unwrapTo, type Point } from './mercator.ts';
import { createArcPath, createLinePath, type JourneyPath } from './path.ts';

/** Geometry of places and journeys on the plane, computed once for each. */
export interface GeometryCache {
  readonly pointOf: (place: Place) => Point;
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
  const onPlane = (at: LngLat): Point => mercatorAt(unwrapTo(frame, at));

  const pointOf = (place: Place): Point => {
    const point = points.get(place) ?? onPlane(place.point);
    points.set(place, point);
    return point;
  };
  const arcOf = (from: Place, to: Place): Arc => {
    const key = `${from.id}/${to.id}`;
    const arc = arcs.get(key) ?? createArc(pointOf(from), pointOf(to));
    arcs.set(key, arc);
    return arc;
  };
  return {
    pointOf,
    arcOf,
    linesOf: (place) => {
      const lines = shapes.get(place) ?? outlineOf(place).map((line) => line.map(onPlane));
      shapes.set(place, lines);
      return lines;
    },
    pathOf: (journey) => {
      const { id, from, to, via } = journey;
      const path =
        paths.get(id) ??
        (via.length === 0
          ? createArcPath(arcOf(from, to))
          : createLinePath([pointOf(from), ...via.map(onPlane), pointOf(to)]));
      paths.set(id, path);
      return path;
    },
  };
}

function outlineOf({ geometry }: Place): readonly (readonly LngLat[])[] {
  if (geometry.type === 'Point') return [];
  return geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
}

/** Farther than this from the frame's middle, in worlds, a point is drawn on the next copy of the world. */
const OTHER_SIDE = 0.62;

/** Whole worlds to add to x, so that a point is drawn on the copy of the world that the camera shows. */
export function copyFor(camera: Camera, [x]: Point): number {
  const distance = camera.centre[0] - x;
  return Math.abs(distance) > OTHER_SIDE ? Math.round(distance) : 0;
}
