import { arcAt, arcUpTo, formatArc, type Arc } from './arc.ts';
import type { Project } from './camera.ts';
import type { Point } from './mercator.ts';

/** How a journey goes over the plane: as a bow, or along the real line that its author gave. */
export interface Way {
  /** Where the traveller is at `progress`, 0 to 1. */
  readonly at: (progress: number) => Point;
  /** SVG path data of the way so far. */
  readonly format: (progress: number, project: Project) => string;
}

export const createArcPath = (arc: Arc): Way => ({
  at: (progress) => arcAt(arc, progress),
  format: (progress, project) => formatArc(arcUpTo(arc, progress), project),
});

/** A line through points (at least two), gone along at an even pace. */
export function createLinePath(points: readonly Point[]): Way {
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
