import type { FigureMark } from '../../scene/scene.ts';
import type { Place, StoryEvent } from '../../story/story.ts';
import type { Atlas } from '../projection/geometry-cache.ts';
import { bowAt, type Bow } from '../projection/arc.ts';
import type { Project } from '../projection/camera.ts';
import type { Point } from '../projection/mercator.ts';

/** A meeting whose place is still open: it floats half-way between the homes of those who are to meet. */
export interface Plan {
  readonly event: StoryEvent;
  readonly bow: Bow;
  readonly project: Project;
  /** In pixels. */
  readonly middle: Point;
}

export function createPlans(
  figures: readonly FigureMark[],
  atlas: Atlas,
  projectTo: (place: Place) => Project,
): readonly Plan[] {
  return figures.flatMap(({ event, at, homes }) => {
    const [from, to] = homes;
    if (at || !from || !to) return [];
    const bow = atlas.bowOf(from, to);
    const project = projectTo(to);
    return [{ event, bow, project, middle: project(bowAt(bow, 0.5)) }];
  });
}
