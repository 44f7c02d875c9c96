import { createGeometryCache, type GeometryCache } from '../../map/projection/geometry-cache.ts';
import { isInside } from '../../map/projection/camera.ts';
import { unwrapTo } from '../../map/projection/mercator.ts';
import type { JourneyPath } from '../../map/projection/path.ts';
import { FIGURES } from '../../scene/figures.ts';
import type { Journey } from '../../scene/journey.ts';
import { travelsOf } from '../../scene/travels.ts';
import { createChronology, type Chronology } from '../../story/chronology.ts';
import type { Place, Story, StoryEvent } from '../../story/story.ts';

/** What stands at the place of the card's event: the figures that a card has, and a plain mark for all others. */
export type Sign = 'seal' | 'table' | 'plain';

/** The moment of a story that its card shows, on the plane. */
export interface CardMoment {
  readonly told: Chronology;
  readonly event: StoryEvent;
  readonly sign: Sign;
  readonly geometry: GeometryCache;
  readonly arcs: readonly { readonly journey: Journey; readonly way: JourneyPath }[];
  /** Where it happens, where those who travel come from, and the story's main places. */
  readonly places: readonly Place[];
}

/**
 * The event for which people came the farthest within the story's frame, all their ways together: without
 * knowing the story, the likeliest to be its great meeting. A story without journeys shows its first event.
 */
export function createMoment(story: Story): CardMoment {
  const told = createChronology(story);
  const geometry = createGeometryCache(story.frame);

  const isShown = (place: Place): boolean =>
    isInside(story.frame, unwrapTo(story.frame, place.point));
  const journeys = travelsOf(told)
    .map(({ journey }) => journey)
    .filter(({ kind, event }) => kind === 'travel' && event.status === 'happened')
    .filter(({ from, to }) => isShown(from) && isShown(to));
  const lengthOf = ({ from, to }: Journey): number => {
    const [[x1, y1], [x2, y2]] = [geometry.pointOf(from), geometry.pointOf(to)];
    return Math.hypot(x2 - x1, y2 - y1);
  };
  const reachOf = (event: StoryEvent): number =>
    journeys.filter((one) => one.event === event).reduce((sum, one) => sum + lengthOf(one), 0);
  const events = told.moments.map((moment) => moment.event);
  const event = events.reduce((best, next) => (reachOf(next) > reachOf(best) ? next : best));
  const own = journeys.filter((journey) => journey.event === event);
  const all = [
    ...(event.at ? [event.at.mark] : []),
    ...own.flatMap(({ from, to }) => [to, from]),
    ...story.places.filter(({ main }) => main),
  ];
  return {
    ...{ told, event, geometry },
    sign: signOf(event, told),
    arcs: own.map((journey) => ({ journey, way: geometry.pathOf(journey) })),
    places: [...new Set(all)].filter(isShown),
  };
}

/** As the page draws it: where a meeting ends in an agreement at its own place, the seal lies on its table. */
function signOf(event: StoryEvent, { moments, momentOf }: Chronology): Sign {
  const span = momentOf(event.id);
  const agreement = moments.find(
    ({ event: other, start }) =>
      other.kind === 'agreement' &&
      other.at?.mark === event.at?.mark &&
      start >= (span?.start ?? 0) &&
      start < (span?.end ?? 0),
  );
  const figure = FIGURES[event.kind];
  if (figure === 'seal' || (figure === 'table' && agreement?.event.status === 'happened')) {
    return 'seal';
  }
  return figure === 'table' ? 'table' : 'plain';
}
