import { readDate, type PackedDate } from './packed-date.ts';
import {
  COMMITMENT_STATES,
  EVENT_KINDS,
  EVENT_STATUSES,
  HUES,
  LINK_VERBS,
  type Bounds,
  type Commitment,
  type Geometry,
  type LngLat,
  type Party,
  type Person,
  type Place,
  type PlaceKind,
  type Source,
  type Story,
  type StoryEvent,
  type Text,
} from './story.ts';

/**
 * A story without its texts, as small as it can be sent: rows instead of objects, numbers instead of ids
 * and words. Numbers refer to rows of the lists above, or to the tables of `story.ts`; −1 is nobody,
 * nowhere and nothing. Texts are taken in the order in which rows ask for them.
 */
export interface PackedStory {
  readonly id: string;
  readonly credits: 0 | 1;
  readonly zone: string;
  readonly frame: Bounds;
  /** Texts that were asked for before: `[which asking, which text]`, in order. */
  readonly again: readonly (readonly [asking: number, text: number])[];
  readonly insets: readonly (readonly [id: string, bounds: Bounds])[];
  readonly parties: readonly (readonly [id: string, hue: number])[];
  readonly places: readonly PackedPlace[];
  readonly people: readonly PackedPerson[];
  readonly sources: readonly PackedSource[];
  readonly events: readonly PackedEvent[];
}

export type PackedPlace = readonly [
  id: string,
  zone: string,
  kind: PlaceKind,
  precision: number,
  main: 0 | 1,
  mark: number,
  point: LngLat,
  /** Left out for the point itself. */
  geometry?: Geometry,
];

/** People, sources and commitments come without their ids, which are the author's: readers get their numbers. */
export type PackedPerson = readonly [initials: string, party: number, home: number];

export type PackedSource = readonly [date: string | null, hasUrl: 0 | 1, hasAuthor: 0 | 1];

export type PackedEvent = readonly [
  id: string,
  kind: number,
  status: number,
  when: PackedDate,
  at: number,
  who: readonly number[],
  about: readonly number[],
  sources: readonly number[],
  letter: readonly number[],
  via: readonly LngLat[],
  /** Event and verb, one after the other. */
  follows: readonly number[],
  claims: readonly (readonly [source: number, hasDiffers: 0 | 1])[],
  commitments: readonly PackedCommitment[],
];

export type PackedCommitment = readonly [
  by: readonly number[],
  binds: number,
  history: readonly (readonly [when: PackedDate, state: number, event: number, hasText: 0 | 1])[],
];

/** Something of a list that the packer itself has written there. */
const at = <T>(list: readonly T[], index: number): T => list[index] as T;
const all = <T>(list: readonly T[], indices: readonly number[]): readonly T[] =>
  indices.map((index) => at(list, index));

/** Makes the Story of it, with texts in one language; a text in another says so itself. Sources are in `first`, the author's. */
export function unpackStory(
  packed: PackedStory,
  texts: readonly Text[],
  language: string,
  first: string,
): Story {
  const again = new Map(packed.again);
  let asked = 0;
  let fresh = 0;
  const text = (): Text => at(texts, again.get(asked++) ?? fresh++);
  const fact = (): string => text() as string;
  const idOf = (event: number): string => at(packed.events, event)[0];

  const title = text();
  const summary = text();
  const insets = packed.insets.map(([id, bounds]) => ({ id, name: text(), bounds }));
  const parties = packed.parties.map(([id, hue]): Party => ({
    id,
    name: text(),
    hue: at(HUES, hue),
  }));
  const places = packed.places.map(([id, zone, kind, precision, main, , point, geometry]) => ({
    id,
    name: text(),
    zone,
    kind,
    precision,
    main: main === 1,
    point,
    geometry: geometry ?? { type: 'Point', coordinates: point },
  })) as (Place & { mark: Place })[];
  packed.places.forEach(([, , , , , mark], index) => {
    at(places, index).mark = at(places, mark);
  });
  const people = packed.people.map(([initials, party, home], index): Person => ({
    id: String(index),
    name: text(),
    initials,
    role: text(),
    party: at(parties, party),
    home: at(places, home),
  }));
  const sources = packed.sources.map(([date, hasUrl, hasAuthor], index): Source => {
    const publisher = fact();
    const url = hasUrl ? fact() : null;
    const [title, author] = [fact(), hasAuthor ? fact() : null];
    return { id: String(index), language: first, publisher, title, author, date, url };
  });

  let promised = 0;
  const commitmentOf = ([by, binds, history]: PackedCommitment): Commitment => ({
    id: String(promised++),
    text: text(),
    by: all(parties, by),
    binds: at(places, binds),
    history: history.map(([when, state, event, hasText]) => ({
      when: readDate(when),
      state: at(COMMITMENT_STATES, state),
      event: event < 0 ? null : idOf(event),
      text: hasText ? text() : null,
    })),
  });
  const events = packed.events.map((row): StoryEvent => {
    const [id, kind, status, when, place, who, about, cited, letter, via, links, claims, acts] =
      row;
    const [from, to] = all(people, letter);
    return {
      id,
      kind: at(EVENT_KINDS, kind),
      status: at(EVENT_STATUSES, status),
      title: text(),
      text: text(),
      when: readDate(when),
      at: place < 0 ? null : at(places, place),
      who: all(people, who),
      about: all(places, about),
      letter: from && to ? { from, to } : null,
      via,
      follows: links.flatMap((event, index) =>
        index % 2 === 0 ? { event: idOf(event), verb: at(LINK_VERBS, at(links, index + 1)) } : [],
      ),
      sources: all(sources, cited),
      claims: claims.map(([source, hasDiffers]) => ({
        source: at(sources, source),
        says: text(),
        differs: hasDiffers ? text() : null,
      })),
      commitments: acts.map(commitmentOf),
    };
  });
  const { id, zone, frame } = packed;
  const credits = packed.credits ? text() : null;
  return {
    version: 1,
    id,
    language,
    title,
    summary,
    credits,
    zone,
    frame,
    insets,
    parties,
    people,
    places,
    sources,
    events,
  };
}
