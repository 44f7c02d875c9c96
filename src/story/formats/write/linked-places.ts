import type { Bound, Interval } from '../../../time/interval.ts';
import type { Place, PlaceKind, Story, StoryEvent, Text } from '../../story.ts';
import { textIn } from '../../text.ts';
import type { Exported, Loss } from '../format.ts';
import { firstOf, hasClock, hasTwoDates, isoOf, isoOfEnd, lastOf, type DateEnd } from './dates.ts';
import { geometryOf } from './geometry.ts';
import { plainOf } from './html.ts';
import { toJson } from './json.ts';
import { lossesOf, type Held } from './losses.ts';
import { createNames, type Names } from './names.ts';
import { createTexts, type Texts } from './texts.ts';

const CONTEXT =
  'https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld';

const HELD: Held = {
  name: 'a Linked Places file',
  hasAllPlaces: true,
  story: [],
  events: ['title', 'text', 'when', 'at', 'sources'],
  people: [],
  places: ['name', 'kind', 'mark', 'geometry'],
  sources: ['publisher', 'title', 'url'],
};

/** GeoNames' class (P populated place, S spot or building, L area) and Getty's type (AAT) of a place. */
const KINDS: Readonly<Record<PlaceKind, { fclass: string; identifier: string }>> = {
  city: { fclass: 'P', identifier: 'aat:300008389' },
  site: { fclass: 'S', identifier: 'aat:300000809' },
  zone: { fclass: 'L', identifier: 'aat:300182722' },
};

/** Names for what has no address on the web. Ids are unique only within their story. */
const uriOf = (story: Story, list: 'place' | 'event', id: string): string =>
  `urn:x-parley:${story.id}:${list}:${id}`;

/** Places have a history of days; the hour is in the label. */
function dayOf(date: DateEnd | null): { in: string } | null {
  return date && { in: isoOf(date.precision === 'minute' ? { ...date, precision: 'day' } : date) };
}

function spanOf(when: Interval): object {
  const [first, last] = [firstOf(when), lastOf(when)];
  if (first?.precision === 'decade' && last && !hasTwoDates(when)) {
    return { start: { earliest: isoOf(first), latest: isoOfEnd(last) } };
  }
  const start = dayOf(first);
  const end = hasTwoDates(when) ? dayOf(last) : null;
  return { ...(start && { start }), ...(end && { end }) };
}

const DOUBTS = ['certain', 'approximate', 'uncertain', 'both'] as const;
const CERTAINTIES = ['certain', 'less-certain', 'uncertain', 'uncertain'] as const;

/** The greater doubt of the two ends. */
function certaintyOf({ from, to }: Interval): string {
  const doubt = (bound: Bound | null) => DOUBTS.indexOf(bound?.certainty ?? 'certain');
  return CERTAINTIES[Math.max(doubt(from), doubt(to))] ?? 'certain';
}

const whenOf = (when: Interval): object => ({
  timespans: [spanOf(when)],
  label: when.text,
  certainty: certaintyOf(when),
});

/** A name in each language that the story has it in. */
function toponymsOf(name: Text, story: Story, texts: Texts, where: string): object[] {
  const byTag = typeof name === 'string' ? { [story.language]: name } : name;
  return Object.entries(byTag).map(([lang, toponym]) => ({
    toponym: texts.line(toponym, where),
    lang,
  }));
}

const citationsOf = ({ sources }: StoryEvent, names: Names): object[] =>
  sources.map((source) => ({
    label: names.source(source),
    ...(source.url === null ? {} : { '@id': names.url(source) }),
  }));

function relationOf(story: Story, event: StoryEvent, texts: Texts, names: Names): object {
  return {
    relationType: 'crm:P7i_witnessed',
    relationTo: uriOf(story, 'event', event.id),
    label: texts.line(event.title, `events, ${event.id}, title`),
    when: whenOf(event.when),
    citations: citationsOf(event, names),
    certainty: event.status === 'happened' ? 'certain' : 'uncertain',
  };
}

/** The events of each place, in the order of the story. */
function eventsByPlace(story: Story): ReadonlyMap<Place, readonly StoryEvent[]> {
  const events = new Map<Place, StoryEvent[]>(story.places.map((place) => [place, []]));
  for (const event of story.events) if (event.at) events.get(event.at)?.push(event);
  return events;
}

function featureOf(
  story: Story,
  place: Place,
  events: readonly StoryEvent[],
  language: string,
  texts: Texts,
  names: Names,
) {
  const part = {
    relationType: 'gvp:broaderPartitive',
    relationTo: uriOf(story, 'place', place.mark.id),
    label: names.place(place.mark),
  };
  return {
    '@id': uriOf(story, 'place', place.id),
    type: 'Feature',
    properties: { title: names.place(place), fclasses: [KINDS[place.kind].fclass] },
    ...(events.length > 0 && { when: { timespans: events.map(({ when }) => spanOf(when)) } }),
    names: toponymsOf(place.name, story, texts, `places, ${place.id}, name`),
    types: [{ identifier: KINDS[place.kind].identifier, label: place.kind }],
    geometry: geometryOf(place),
    relations: [
      ...(place.mark === place ? [] : [part]),
      ...events.map((event) => relationOf(story, event, texts, names)),
    ],
    descriptions: events.map((event) => ({
      '@id': uriOf(story, 'event', event.id),
      value: plainOf(texts.prose(event.text, `events, ${event.id}, text`)),
      lang: textIn(event.text, language, story.language).language,
    })),
  };
}

/** Linked Places holds places, and events only at them. */
function lostEvents({ id, at, status }: StoryEvent): Loss[] {
  const told = (key: string, message: string): Loss => ({
    where: `events, ${id}, ${key}`,
    message,
  });
  if (at !== null) return [];
  const message =
    'The event has no place, and a Linked Places file holds places only. It is left out.';
  return ['title', 'text', 'when', 'sources', ...(status === 'happened' ? [] : ['status'])].map(
    (key) => told(key, message),
  );
}

/** Places have a history of days, and a span without a start or an end does not say that it is open. */
function lostDate({ id, at, when }: StoryEvent): Loss[] {
  const isOpen = when.from === null || when.to === null;
  if (at === null || !(isOpen || hasClock(when))) return [];
  const what = isOpen ? 'that a date is open' : 'what time it was';
  const message = `A Linked Places file cannot say ${what}. ${when.text} is in the label of the date only.`;
  return [{ where: `events, ${id}, when`, message }];
}

/**
 * A Feature of the Linked Places Format for each place, with its names in every language. What happened there is in its
 * `relations`, in the wanted language, and in its `descriptions`.
 */
export function exportLinkedPlaces(story: Story, language: string): Exported {
  const texts = createTexts(story, language);
  const names = createNames(texts);
  const collection = {
    type: 'FeatureCollection',
    '@context': CONTEXT,
    features: [...eventsByPlace(story)].map(([place, events]) =>
      featureOf(story, place, events, language, texts, names),
    ),
  };
  const losses = [
    ...lossesOf(story, language, HELD),
    ...story.events.flatMap((event) => [...lostEvents(event), ...lostDate(event)]),
    ...texts.losses(),
  ];
  return { text: toJson(collection), losses };
}
