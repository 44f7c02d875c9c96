import { arcAt, arcUpTo, formatArc, type Arc } from './arc.ts';
import type { Project } from './camera.ts';
import type { Point } from './mercator.ts';

/** The path of a journey on the plane: an arc, or the real route if the author gave one. */
export interface JourneyPath {
  /** Position at `progress`, 0 to 1. */
  readonly at: (progress: number) => Point;
  /** SVG path data from the beginning to `progress`. */
  readonly format: (progress: number, project: Project) => string;
}

export const createArcPath = (arc: Arc): JourneyPath => ({
  at: (progress) => arcAt(arc, progress),
  format: (progress, project) => formatArc(arcUpTo(arc, progress), project),
});

/** A line through at least two points, at constant speed. */
export function createLinePath(points: readonly Point[]): JourneyPath {
  const lengths = points.map((point, index) => distance(points[index - 1] ?? point, point));
  const total = lengths.reduce((sum, length) => sum + length, 0);

  const upTo = (progress: number): readonly Point[] => {
    const passed: Point[] = [];
    let left = progress * total;
    for (const [index, point] of points.entries()) {
      const length = lengths[index] ?? 0;
      if (left < length)
        return [...passed, between(points[index - 1] ?? point, point, left / length)];
      passed.push(point);
      left -= length;
    }
    return passed;
  };
  return {
    at: (progress) => upTo(progress).at(-1) ?? [0, 0],
    format: (progress, project) => {
      const pixels = upTo(progress).map(project);
      return `M${pixels.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
    },
  };
}

const distance = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1]);

const between = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];
