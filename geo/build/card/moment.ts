import { createAtlas } from '../../../src/map/atlas.ts';
import { createProject, fitCamera, isInside } from '../../../src/map/camera.ts';
import type { Camera, Project, Size } from '../../../src/map/camera.ts';
import { mercatorAt, unwrapTo, type Point } from '../../../src/map/mercator.ts';
import type { Way } from '../../../src/map/way.ts';
import type { Journey } from '../../../src/scene/journey.ts';
import { travelsOf } from '../../../src/scene/travel.ts';
import { createChronology, type Chronology } from '../../../src/story/chronology.ts';
import type { Place, Story, StoryEvent } from '../../../src/story/story.ts';

/** Pixels that are left to each side of the story's frame, for the names of places at its edge. */
const SIDE = 72;

/** The moment of a story that its card shows. */
export interface CardMoment {
  readonly told: Chronology;
  readonly event: StoryEvent;
  readonly project: Project;
  readonly locate: (place: Place) => Point;
  /** A line or an area as the ground has it; nothing for a point. */
  readonly linesOf: (place: Place) => readonly (readonly Point[])[];
  readonly bows: readonly { readonly journey: Journey; readonly way: Way }[];
  /** The story's main places, and where those who travel come from. */
  readonly places: readonly Place[];
}

/**
 * The event for which people came the farthest within the story's frame, all their ways together: without
 * knowing the story, the likeliest to be its great meeting. A story without journeys shows its first event.
 */
export function createMoment(story: Story, size: Size): CardMoment {
  const told = createChronology(story);
  const atlas = createAtlas(story.frame);
  const fit = fitCamera(story.frame, { width: size.width - 2 * SIDE, height: Infinity });
  const [, top] = mercatorAt([0, story.frame[3]]);
  const camera: Camera = { ...fit, centre: [fit.centre[0], top + size.height / 2 / fit.scale] };
  const project = createProject(camera, size);

  const isShown = (place: Place): boolean =>
    isInside(story.frame, unwrapTo(story.frame, place.point));
  const journeys = travelsOf(told)
    .map(({ journey }) => journey)
    .filter(({ kind, event }) => kind === 'travel' && event.status === 'happened')
    .filter(({ from, to }) => isShown(from) && isShown(to));
  const lengthOf = ({ from, to }: Journey): number => {
    const [[x1, y1], [x2, y2]] = [atlas.pointOf(from), atlas.pointOf(to)];
    return Math.hypot(x2 - x1, y2 - y1);
  };
  const reachOf = (event: StoryEvent): number =>
    journeys.filter((one) => one.event === event).reduce((sum, one) => sum + lengthOf(one), 0);
  const events = told.moments.map((moment) => moment.event);
  const event = events.reduce((best, next) => (reachOf(next) > reachOf(best) ? next : best));
  const own = journeys.filter((journey) => journey.event === event);
  return {
    told,
    event,
    project,
    locate: (place) => project(atlas.pointOf(place)),
    linesOf: (place) => atlas.linesOf(place).map((line) => line.map(project)),
    bows: own.map((journey) => ({ journey, way: atlas.wayOf(journey) })),
    places: [
      ...new Set([
        ...own.flatMap(({ from, to }) => [to, from]),
        ...story.places.filter(({ main }) => main),
      ]),
    ],
  };
}
