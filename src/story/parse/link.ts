import type { Draft } from './draft.ts';
import { linkEvent } from './event.ts';
import type { Cast } from './event.ts';
import type { Fault } from './fault.ts';
import { checkFollows } from './follows.ts';
import type { Placed } from './follows.ts';
import { linkInsets } from './inset.ts';
import { linkPlaces } from './place.ts';
import type { Entry } from './schema.ts';
import type { Person, Source, Story } from '../story.ts';

const isSound = <T>(entry: T | null): entry is T => entry !== null;

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

const sourceOf = (
  { id, publisher, title, author, date, url }: Entry<'source'>,
  language: string,
): Source => ({
  id,
  language,
  publisher,
  title,
  author: author ?? null,
  date: date ?? null,
  url: url ?? null,
});

function peopleOf(
  entries: readonly Entry<'person'>[],
  { places, parties }: Pick<Cast, 'places' | 'parties'>,
): readonly Person[] {
  return entries.flatMap((entry) => {
    const party = parties.get(entry.party);
    const home = places.get(entry.home);
    return party && home ? [{ ...entry, party, home }] : [];
  });
}

/**
 * Turns ids into the things themselves, dates into intervals, and checks what only the whole can show.
 * Works on whatever entries are sound, so that faults of meaning appear beside faults of form; the story
 * it returns is complete only if the list of faults has stayed empty.
 */
export function linkStory(draft: Draft, faults: Fault[]): Story | null {
  const { header } = draft;
  const parties = draft.parties.filter(isSound);
  const language = header?.language ?? '';
  const sources = draft.sources.filter(isSound).map((entry) => sourceOf(entry, language));
  const marks = { places: linkPlaces(draft.places, faults), parties: byId(parties) };
  const people = peopleOf(draft.people.filter(isSound), marks);
  const zone = header?.zone ?? 'UTC';
  const cast: Cast = { ...marks, zone, people: byId(people), sources: byId(sources) };
  const placed: Placed[] = [];
  draft.events.forEach((entry, index) => {
    // Without the header the story's own zone is unknown: an event without a place has to wait.
    if (entry === null || (header === null && entry.at === undefined)) return;
    const path = ['events', index];
    const event = linkEvent(entry, cast, path, faults);
    if (event !== null) placed.push({ event, path });
  });
  checkFollows(placed, faults);
  if (header === null) return null;
  return {
    version: 1,
    id: header.id,
    language,
    title: header.title,
    summary: header.summary,
    credits: header.credits ?? null,
    zone,
    frame: header.frame,
    insets: linkInsets(draft.insets, header.frame, faults),
    parties,
    people,
    places: [...marks.places.values()],
    sources,
    events: placed.map(({ event }) => event),
  };
}
