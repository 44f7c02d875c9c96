import { eventEntry } from './event-draft.ts';
import type { EventDraft } from './event-draft.ts';
import { personEntry } from './people.ts';
import type { PersonDraft } from './people.ts';
import { escapeText } from '../values/prose.ts';
import { placeFeature, wordsOf } from './places.ts';
import type { PlaceDraft } from './places.ts';

type Entry = Readonly<Record<string, unknown>>;

interface Parts {
  readonly places: readonly PlaceDraft[];
  readonly people: readonly PersonDraft[];
  readonly events: readonly EventDraft[];
}

/** The first place where a person was. Without a home nobody travels; at home neither. */
function homesOf(events: readonly EventDraft[]): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  for (const { at, who, from, to } of events) {
    for (const person of [...who, from, to]) {
      if (person !== null && at !== null && !homes.has(person)) homes.set(person, at.id);
    }
  }
  return homes;
}

export interface Completed {
  readonly people: readonly Entry[];
  readonly features: readonly Entry[];
  readonly events: readonly Entry[];
}

/** The lists of a story, with the homes and texts that a spreadsheet may leave out. The format has defaults for all else. */
export function complete({ places, people, events }: Parts): Completed {
  const homes = homesOf(events);
  const byName = new Map(
    places.flatMap((place) => [place.id, ...wordsOf(place.name)].map((name) => [name, place])),
  );
  return {
    people: people.map((person) => {
      const home = person.home ?? homes.get(person.id);
      return { ...personEntry(person), ...(home === undefined ? {} : { home }) };
    }),
    features: places.map((place) => {
      const within = place.within === null ? null : (byName.get(place.within) ?? null);
      return placeFeature(place, within);
    }),
    events: events.map((event) => {
      const [title = ''] = wordsOf(event.title);
      return { ...eventEntry(event), text: event.text === '' ? escapeText(title) : event.text };
    }),
  };
}
