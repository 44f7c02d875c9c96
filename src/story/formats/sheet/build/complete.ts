import type { LngLat } from '../../../story.ts';
import { charactersOf } from '../../../parse/faults/characters.ts';
import { frameOf } from './frame.ts';
import { eventEntry } from './event-draft.ts';
import type { EventDraft } from './event-draft.ts';
import { personEntry } from './people.ts';
import type { PersonDraft } from './people.ts';
import { escapeText } from '../values/prose.ts';
import { placeFeature, wordsOf } from './places.ts';
import type { PlaceDraft } from './places.ts';

/**
 * Everything that the story format asks for and a spreadsheet may leave out. When the format makes a key optional,
 * the line for it can go; when it makes all of them optional, this file can.
 */

const NO_SOURCE = 'no-source';
const NO_PARTY = 'no-party';

/** One to three letters of a name: the first of its words, or of its first word in a script without capitals. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{M}]+/u).filter((word) => /^\p{L}/u.test(word));
  const firsts = words.map((word) => [...charactersOf(word.slice(0, 64))][0] ?? '');
  const chosen = firsts.length > 3 ? [firsts[0], firsts.at(-1)] : firsts;
  const initials = chosen.join('').toUpperCase();
  return /^(?:\p{L}\p{M}*){1,3}$/u.test(initials) ? initials : 'X';
}

type Entry = Readonly<Record<string, unknown>>;

interface Parts {
  readonly places: readonly PlaceDraft[];
  readonly people: readonly PersonDraft[];
  readonly events: readonly EventDraft[];
  readonly zone: string;
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
  readonly frame: readonly number[];
  readonly people: readonly Entry[];
  readonly parties: readonly Entry[];
  readonly features: readonly Entry[];
  readonly sources: readonly Entry[];
  readonly events: readonly Entry[];
}

/** The lists of a story with every key that is required. `parties` and `sources` are entries to add. */
export function complete({ places, people, events, zone }: Parts): Completed {
  const homes = homesOf(events);
  const anyPlace = places[0]?.id;
  const isWithoutParty = people.some(({ party }) => party === null);
  const isWithoutSource = events.some(({ sources }) => sources.length === 0);
  const byName = new Map(
    places.flatMap((place) => [place.id, ...wordsOf(place.name)].map((name) => [name, place])),
  );
  return {
    frame: frameOf(places.flatMap(({ point }): LngLat[] => (point === null ? [] : [point]))),
    people: people.map((person) => ({
      role: '—',
      party: NO_PARTY,
      initials: initialsOf(wordsOf(person.name)[0] ?? ''),
      home: homes.get(person.id) ?? anyPlace,
      ...personEntry(person),
    })),
    parties: isWithoutParty ? [{ id: NO_PARTY, name: '—', hue: 'other' }] : [],
    features: places.map((place) => {
      const within = place.within === null ? null : (byName.get(place.within) ?? null);
      const filled = {
        ...place,
        kind: place.kind ?? 'site',
        precision: place.precision ?? 1000,
        zone: place.zone ?? zone,
      };
      return placeFeature(filled, within);
    }),
    sources: isWithoutSource
      ? [{ id: NO_SOURCE, publisher: '—', title: 'No source is given' }]
      : [],
    events: events.map((event) => {
      const [title = ''] = wordsOf(event.title);
      return {
        kind: 'report',
        sources: [NO_SOURCE],
        ...eventEntry(event),
        text: event.text === '' ? escapeText(title) : event.text,
      };
    }),
  };
}
