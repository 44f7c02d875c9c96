import { isGathering } from '../story/story.ts';
import type { LngLat, Person, Place, StoryEvent } from '../story/story.ts';

/**
 * A line from one place's mark to another's: travellers to an event, a letter, or the bond between an agreement and
 * a place that it binds. Travellers from the same home share a journey.
 */
export interface Journey {
  readonly id: string;
  readonly kind: 'travel' | 'letter' | 'bond';
  readonly event: StoryEvent;
  readonly from: Place;
  readonly to: Place;
  readonly people: readonly Person[];
  /** Points of the real route, if the author gave one. Otherwise an arc is drawn. */
  readonly via: readonly LngLat[];
}

/**
 * All journeys of an event, except from a place to itself. `comes` says who is not there yet. A plan without a place
 * has no journeys.
 */
export function journeysOf(
  event: StoryEvent,
  comes: (person: Person) => boolean,
): readonly Journey[] {
  const all = [...lettersOf(event), ...travelsOf(event, comes), ...bondsOf(event)];
  return all.filter((journey) => journey.from !== journey.to);
}

/**
 * The homes between which a plan without a place is drawn, each once. None for other events: nobody knows where they
 * were, or they are drawn at their place.
 */
export const openHomesOf = ({ at, status, who }: StoryEvent): readonly Place[] =>
  at || status !== 'planned' ? [] : [...new Set(who.flatMap(({ home }) => home?.mark ?? []))];

function lettersOf(event: StoryEvent): readonly Journey[] {
  if (!event.letter) return [];
  const { from, to } = event.letter;
  if (!from.home || !to.home) return [];
  return [journey('letter', event, from.home.mark, to.home.mark, [from])];
}

function travelsOf(event: StoryEvent, comes: (person: Person) => boolean): readonly Journey[] {
  const { at } = event;
  if (!at || !isGathering(event.kind)) return [];
  const parties = new Map<Place, Person[]>();
  for (const person of event.who.filter(comes)) {
    const home = person.home?.mark;
    if (!home) continue;
    const group = parties.get(home);
    if (group) group.push(person);
    else parties.set(home, [person]);
  }
  return [...parties].map(([home, people]) => ({
    ...journey('travel', event, home, at.mark, people),
    // A real route has one beginning. It is used only if all travellers have the same home.
    via: parties.size === 1 ? event.via : [],
  }));
}

function bondsOf(event: StoryEvent): readonly Journey[] {
  const { at } = event;
  if (!at) return [];
  const bound = new Set(event.commitments.flatMap(({ binds }) => binds?.mark ?? []));
  return [...bound].map((place) => journey('bond', event, at.mark, place, []));
}

function journey(
  kind: Journey['kind'],
  event: StoryEvent,
  from: Place,
  to: Place,
  people: readonly Person[],
): Journey {
  const id = `${event.id}/${kind}/${from.id}/${to.id}`;
  return { id, kind, event, from, to, people, via: [] };
}
