import { isGathering } from '../story/story.ts';
import type { LngLat, Person, Place, StoryEvent } from '../story/story.ts';

/**
 * Something that goes from one place's mark to another's: travellers to an event, a letter, or the bond
 * between an agreement and a place that it binds. Travellers who share a home share a journey.
 */
export interface Journey {
  readonly id: string;
  readonly kind: 'travel' | 'letter' | 'bond';
  readonly event: StoryEvent;
  readonly from: Place;
  readonly to: Place;
  readonly people: readonly Person[];
  /** The real line, if the author gave one; else a bow is drawn. */
  readonly via: readonly LngLat[];
}

/**
 * Every journey of an event, none from a place to itself; only those come who are not there yet. A plan
 * without a place has none.
 */
export function journeysOf(
  event: StoryEvent,
  comes: (person: Person) => boolean,
): readonly Journey[] {
  const all = [...lettersOf(event), ...travelsOf(event, comes), ...bondsOf(event)];
  return all.filter((journey) => journey.from !== journey.to);
}

function lettersOf(event: StoryEvent): readonly Journey[] {
  if (!event.letter) return [];
  const { from, to } = event.letter;
  return [journey('letter', event, from.home.mark, to.home.mark, [from])];
}

function travelsOf(event: StoryEvent, comes: (person: Person) => boolean): readonly Journey[] {
  const { at } = event;
  if (!at || !isGathering(event.kind)) return [];
  const parties = new Map<Place, Person[]>();
  for (const person of event.who.filter(comes)) {
    const home = person.home.mark;
    const group = parties.get(home);
    if (group) group.push(person);
    else parties.set(home, [person]);
  }
  return [...parties].map(([home, people]) => ({
    ...journey('travel', event, home, at.mark, people),
    // A real line is the way of those who travel together; it cannot begin at two homes.
    via: parties.size === 1 ? event.via : [],
  }));
}

function bondsOf(event: StoryEvent): readonly Journey[] {
  const { at } = event;
  if (!at) return [];
  const bound = new Set(event.commitments.map((commitment) => commitment.binds.mark));
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
