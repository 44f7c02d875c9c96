import { createGeometryCache, type GeometryCache } from '../../map/projection/geometry-cache.ts';
import { isInside } from '../../map/projection/camera.ts';
import { unwrapTo } from '../../map/projection/mercator.ts';
import type { JourneyPath } from '../../map/projection/path.ts';
import { FIGURES } from '../../scene/figures.ts';
import type { Journey } from '../../scene/journey.ts';
import { travelsOf } from '../../scene/travels.ts';
import { createChronology, type Chronology } from '../../story/chronology.ts';
import type { Place, Story, StoryEvent } from '../../story/story.ts';

/** The sign at the place of the card's event: a figure, or a plain mark for kinds without one on the card. */
export type Sign = 'seal' | 'table' | 'plain';

/** The moment of a story that its card shows, on the plane. */
export interface CardMoment {
  readonly chronology: Chronology;
  readonly event: StoryEvent;
  readonly sign: Sign;
  readonly geometry: GeometryCache;
  readonly arcs: readonly { readonly journey: Journey; readonly path: JourneyPath }[];
  /** The event's place, the homes of the travellers, and the story's main places. */
  readonly places: readonly Place[];
}

/**
 * Chooses the event with the greatest sum of journeys within the story's frame: it is probably the main meeting of the
 * story. A story without journeys shows its first event.
 */
export function createMoment(story: Story): CardMoment {
  const chronology = createChronology(story);
  const geometry = createGeometryCache(story.frame);

  const isShown = (place: Place): boolean =>
    isInside(story.frame, unwrapTo(story.frame, place.point));
  const journeys = travelsOf(chronology)
    .map(({ journey }) => journey)
    .filter(({ kind, event }) => kind === 'travel' && event.status === 'happened')
    .filter(({ from, to }) => isShown(from) && isShown(to));
  const lengthOf = ({ from, to }: Journey): number => {
    const arc = geometry.arcOf(from, to);
    return Math.hypot(arc.to[0] - arc.from[0], arc.to[1] - arc.from[1]);
  };
  const reachOf = (event: StoryEvent): number =>
    journeys.filter((one) => one.event === event).reduce((sum, one) => sum + lengthOf(one), 0);
  const events = chronology.moments.map((moment) => moment.event);
  const event = events.reduce((best, next) => (reachOf(next) > reachOf(best) ? next : best));
  const own = journeys.filter((journey) => journey.event === event);
  const all = [
    ...(event.at ? [event.at.mark] : []),
    ...own.flatMap(({ from, to }) => [to, from]),
    ...story.places.filter(({ main }) => main),
  ];
  return {
    ...{ chronology, event, geometry },
    sign: signOf(event, chronology),
    arcs: own.map((journey) => ({ journey, path: geometry.pathOf(journey) })),
    places: [...new Set(all)].filter(isShown),
  };
}

/** The sign as on the page: a meeting that ends in an agreement at its place has a seal instead of a table. */
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
