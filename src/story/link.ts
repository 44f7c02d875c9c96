import { toInterval } from '../time/interval-data.ts';
import { NO_PARTY, type Place, type Story } from './story.ts';
import type { PlaceData, StoryData } from './story-data.ts';

/** Looks an object up by its id. The data has been checked, so the id exists. */
type Find<T> = (id: string) => T;

function findIn<T extends { readonly id: string }>(list: readonly T[]): Find<T> {
  const byId = new Map(list.map((item) => [item.id, item]));
  return (id) => byId.get(id) as T;
}

const orNull = <T>(id: string | null, find: Find<T>): T | null => (id === null ? null : find(id));

/** A place without its mark. */
function linkPlace({ id, name, zone, kind, precision, main, point, geometry, media }: PlaceData) {
  const place = { id, name, zone, kind, precision, main, point, geometry, media };
  return place as Place & { mark: Place };
}

function linkPlaces(list: readonly PlaceData[]): readonly Place[] {
  // A place may lie within a later one of the list, so the marks are set once all places exist.
  const places = list.map(linkPlace);
  const find = findIn(places);
  list.forEach(({ id, within }) => {
    find(id).mark = find(within ?? id);
  });
  return places;
}

/**
 * The prototype of stories. With a prototype of its own and no room for new properties, a story gets no proxy from a
 * framework of the host page: objects are compared by identity. Vue leaves alone what is not extensible, the others
 * leave alone what is no plain object.
 */
const STORY = {};

/** Turns ids into the objects they name, and dates into intervals. Checks nothing: the parser has. */
export function linkStory(data: StoryData): Story {
  const party = findIn(data.parties);
  const source = findIn(data.sources);
  const tag = findIn(data.tags);
  const places = linkPlaces(data.places);
  const place = findIn(places);
  const people = data.people.map((each) => ({
    ...each,
    party: orNull(each.party, party) ?? NO_PARTY,
    home: orNull(each.home, place),
  }));
  const person = findIn(people);
  const events = data.events.map((event) => ({
    ...event,
    kindName: data.kinds[event.kind] ?? null,
    when: toInterval(event.when),
    at: orNull(event.at, place),
    who: event.who.map(person),
    about: event.about.map(place),
    letter: event.letter && { from: person(event.letter.from), to: person(event.letter.to) },
    sources: event.sources.map(source),
    tags: event.tags.map(tag),
    claims: event.claims.map((claim) => ({ ...claim, source: source(claim.source) })),
    commitments: event.commitments.map((commitment) => ({
      ...commitment,
      by: commitment.by.map(party),
      binds: orNull(commitment.binds, place),
      history: commitment.history.map((change) => ({ ...change, when: toInterval(change.when) })),
    })),
  }));
  const story = Object.create(STORY) as object;
  return Object.preventExtensions(Object.assign(story, { ...data, people, places, events }));
}
