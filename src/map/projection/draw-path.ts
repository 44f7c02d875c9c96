import type { Project } from './camera.ts';
import type { Point } from './mercator.ts';
import type { JourneyPath } from './path.ts';

/** A path in pixels. */
export interface DrawnPath {
  /** One for each copy of the path: SVG path data is written through all of them. */
  readonly projects: readonly Project[];
  /** The position at `progress`, 0 to 1, on the copy that is nearest to the middle of the view. */
  readonly at: (progress: number) => Point;
}

/**
 * A path whose ends are drawn at two points of the plane. If these are on different copies of the world, the path is
 * drawn twice: it leaves the view at one edge and comes in at the other. `width` is the view's, in pixels.
 */
export function drawPath(
  path: Pick<JourneyPath, 'at'>,
  [from, to]: readonly [Point, Point],
  project: Project,
  width: number,
): DrawnPath {
  const shifts = [from[0] - path.at(0)[0], to[0] - path.at(1)[0]].map(Math.round);
  const first = Math.min(...shifts);
  const count = Math.max(...shifts) - first + 1;
  const projects = Array.from({ length: count }, (_, index) => shifted(project, first + index));
  const off = ([x]: Point): number => Math.abs(x - width / 2);
  return {
    projects,
    at: (progress) => {
      const point = path.at(progress);
      return projects
        .map((one) => one(point))
        .reduce((best, next) => (off(next) < off(best) ? next : best));
    },
  };
}

/** A projection that moves all points by whole worlds first. */
export const shifted = (project: Project, worlds: number): Project =>
  worlds === 0 ? project : ([x, y]) => project([x + worlds, y]);
