import type { FigureMark } from '../../scene/scene.ts';
import type { Place, StoryEvent } from '../../story/story.ts';
import type { GeometryCache } from '../projection/geometry-cache.ts';
import { arcAt, type Arc } from '../projection/arc.ts';
import type { DrawnPath } from '../projection/draw-path.ts';
import type { Point } from '../projection/mercator.ts';

/** A planned meeting without a place. It is drawn half-way between the homes of its participants. */
export interface UnplacedEvent {
  readonly event: StoryEvent;
  readonly arc: Arc;
  readonly drawn: DrawnPath;
  /** In pixels. */
  readonly middle: Point;
}

export function createUnplacedEvents(
  figures: readonly FigureMark[],
  geometry: GeometryCache,
  drawBetween: (from: Place, to: Place, path: { at: (progress: number) => Point }) => DrawnPath,
): readonly UnplacedEvent[] {
  return figures.flatMap(({ event, at, homes }) => {
    const [from, to] = homes;
    if (at || !from || !to) return [];
    const arc = geometry.arcOf(from, to);
    const drawn = drawBetween(from, to, { at: (progress) => arcAt(arc, progress) });
    return [{ event, arc, drawn, middle: drawn.at(0.5) }];
  });
}
