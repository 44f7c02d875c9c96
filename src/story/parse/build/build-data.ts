import { buildEvent } from './build-event.ts';
import type { DatedEvent } from './build-event.ts';
import { buildInsets, normalise } from './build-insets.ts';
import { placeInsets } from './place-insets.ts';
import { buildPlaces } from './build-places.ts';
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
export function buildData(draft: Draft, faults: Fault[]): StoryData | null {
  const { header } = draft;
  const places = buildPlaces(draft.places, faults);
  const zones = new Map(places.map(({ id, zone }) => [id, zone]));
  const zone = header?.zone ?? 'UTC';
  const events: DatedEvent[] = [];
  draft.events.forEach((entry, index) => {
    // An event without a place is dated in the story's zone, which a faulty header does not tell.
    if (entry === null || (header === null && entry.at === undefined)) return;
    const event = buildEvent(entry, { zone, zones }, ['events', index], faults);
    if (event !== null) events.push(event);
  });
  checkFollows(events, faults);
  if (header === null) return null;
  checkModified(header, faults);
  const language = tidyTag(header.language);
  const frame = normalise(header.frame);
  const people = draft.people.filter(isSound);
  const insets = buildInsets(draft.insets, frame, faults);
  // Only a story without faults is shown.
  const slots =
    faults.length > 0
      ? null
      : placeInsets(insets, { frame, places, people, events: events.map(({ event }) => event) });
  const data: StoryData = {
    version: 1,
    id: header.id,
    language,
    title: header.title,
    summary: header.summary,
    credits: header.credits ?? null,
    publisher: header.publisher ?? null,
    published: header.published ?? null,
    modified: header.modified ?? null,
    card: header.card ?? null,
    zone,
    frame,
    insets: insets.map((inset, index) => ({ ...inset, slot: slots?.[index] ?? null })),
    parties: draft.parties.filter(isSound),
    people,
    places,
    sources: draft.sources.filter(isSound).map((entry) => buildSource(entry, language)),
    events: events.map(({ event }) => event),
  };
  return mapTexts(data, tidyText);
}
