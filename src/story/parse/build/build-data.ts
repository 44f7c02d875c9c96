import { buildEvent } from './build-event.ts';
import type { DatedEvent } from './build-event.ts';
import { buildInsets, normalise } from './build-insets.ts';
import { buildParties } from './build-parties.ts';
import { placeInsets } from './place-insets.ts';
import { buildPerson } from './build-people.ts';
import { buildPlaces } from './build-places.ts';
import { makeFrame } from './make-frame.ts';
import type { Findings } from '../schema/check-schema.ts';
import type { Draft } from '../schema/draft.ts';
import type { Fault } from '../faults/fault.ts';
import { checkFollows } from './follows.ts';
import { canonicalTag } from '../schema/prose.ts';
import type { Entry } from '../schema/schema.ts';
import type { Source, Text } from '../../story.ts';
import { mapTexts } from '../../localize-data.ts';
import type { StoryData } from '../../story-data.ts';
import { tidyBreaks } from '../../text.ts';

const isSound = <T>(entry: T | null): entry is T => entry !== null;

const buildSource = (
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

const tidyTag = (tag: string): string => canonicalTag(tag) ?? tag;

function tidyText(text: Text): Text {
  if (typeof text === 'string') return tidyBreaks(text);
  const texts = Object.entries(text).map(([tag, words]) => [tidyTag(tag), tidyBreaks(words)]);
  return Object.fromEntries(texts) as Text;
}

/** The zone of each place. Those that a faulty header would have told are not known. */
function zonesOf(
  places: Draft['places'],
  storyZone: string | undefined,
): ReadonlyMap<string, string> {
  return new Map(
    places.flatMap((place) => {
      const zone = place?.properties.zone ?? storyZone;
      return place === null || zone === undefined ? [] : [[place.id, zone]];
    }),
  );
}

/** Reports a change before the publication. Days compare as text. */
function checkModified(
  { published, modified }: NonNullable<Draft['header']>,
  faults: Fault[],
): void {
  if (published === undefined || modified === undefined || modified >= published) return;
  const message = `is before "published". Write ${published} or a later day, or remove it.`;
  faults.push({ path: ['modified'], code: 'rule', message });
}

/**
 * Resolves dates and defaults, and checks what only the whole file can show. Works on the entries that
 * are sound, so that an author sees faults of meaning and faults of form together. The data is complete
 * only if the list of faults is empty at the end.
 */
export function buildData(draft: Draft, { faults, warnings }: Findings): StoryData | null {
  const { header } = draft;
  const zone = header?.zone ?? 'UTC';
  const language = tidyTag(header?.language ?? 'und');
  const places = buildPlaces(draft.places, { zone, language }, faults);
  const zones = zonesOf(draft.places, header?.zone);
  const events: DatedEvent[] = [];
  draft.events.forEach((entry, index) => {
    // An event without a place is dated in the story's zone, which a faulty header does not tell.
    if (entry === null || (header === null && entry.at === undefined)) return;
    const event = buildEvent(entry, { language, zone, zones }, ['events', index], faults);
    if (event !== null) events.push(event);
  });
  checkFollows(events, faults);
  if (header === null) return null;
  checkModified(header, faults);
  const frame = header.frame
    ? normalise(header.frame)
    : makeFrame(places, draft.insets.filter(isSound));
  const people = draft.people.filter(isSound).map((person) => buildPerson(person, language));
  const insets = buildInsets(draft.insets, frame, faults);
  // Only a story without faults is shown.
  const shown = { frame, places, people, events: events.map(({ event }) => event) };
  const placement = faults.length > 0 ? null : placeInsets(insets, shown);
  warnings.push(...(placement?.warnings ?? []));
  const data: StoryData = {
    version: 1,
    id: header.id,
    language,
    title: header.title,
    summary: header.summary ?? null,
    credits: header.credits ?? null,
    publisher: header.publisher ?? null,
    published: header.published ?? null,
    modified: header.modified ?? null,
    card: header.card ?? null,
    zone,
    frame,
    insets: insets.map((inset, index) => ({ ...inset, slot: placement?.slots[index] ?? null })),
    kinds: header.kinds,
    groundNames: header.ground.names.map(({ id, name, at, hide, span }, index) => ({
      id: id ?? `+${index}`,
      name: name ?? null,
      at: hide ? null : (at ?? null),
      span: span ?? null,
    })),
    tags: draft.tags.filter(isSound),
    parties: buildParties(draft.parties.filter(isSound)),
    people,
    places,
    sources: draft.sources.filter(isSound).map((entry) => buildSource(entry, language)),
    events: events.map(({ event }) => event),
  };
  return mapTexts(data, tidyText);
}
