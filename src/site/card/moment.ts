import { createGeometryCache, type GeometryCache } from '../../map/projection/geometry-cache.ts';
import { isInside } from '../../map/projection/camera.ts';
import { unwrapTo } from '../../map/projection/mercator.ts';
import type { JourneyPath } from '../../map/projection/path.ts';
import { FIGURES } from '../../scene/figures.ts';
import type { Journey } from '../../scene/journey.ts';
import { travelsOf } from '../../scene/travels.ts';
import { createChronology, type Chronology } from '../../story/chronology.ts';
import { isGathering, type Place, type Story, type StoryEvent } from '../../story/story.ts';
import { chooseMainEvent } from './main-event.ts';

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

/** The moment of the story's main event, with everyone who came to it from within the story's frame. */
export function createMoment(story: Story): CardMoment {
  const chronology = createChronology(story);
  const geometry = createGeometryCache(story.frame);

  const isShown = (place: Place): boolean =>
    isInside(story.frame, unwrapTo(story.frame, place.point));
  const event = chooseMainEvent(
    story,
    chronology.moments.map((moment) => moment.event),
    ({ at }) => at !== null && isShown(at.mark),
  );
  const own = journeysTo(event, chronology).filter(({ from, to }) => isShown(from) && isShown(to));
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

/**
 * The journeys that brought people to an event that they attend. Somebody may have come for an earlier event at the same
 * place: who signs an agreement came to the meeting before it.
 */
function journeysTo(event: StoryEvent, chronology: Chronology): readonly Journey[] {
  if (!isGathering(event.kind) || event.status !== 'happened') return [];
  const start = chronology.momentOf(event.id)?.start ?? 0;
  const came = travelsOf(chronology)
    .filter(({ arrival }) => arrival <= start)
    .map(({ journey }) => journey)
    .filter((one) => one.kind === 'travel' && one.event.status === 'happened')
    .filter(({ to }) => to === event.at?.mark);
  const last = event.who.flatMap(
    (person) => came.findLast(({ people }) => people.includes(person)) ?? [],
  );
  return [...new Set(last)].map((journey) => ({
    ...journey,
    people: journey.people.filter((person) => event.who.includes(person)),
  }));
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
