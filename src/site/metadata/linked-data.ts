import type { Bound, Interval } from '../../time/interval.ts';
import { inOneLine } from '../../story/markup.ts';
import { textIn } from '../../story/text.ts';
import type { EventKind, Place, Source, Story, StoryEvent, Text } from '../../story/story.ts';

/** An immutable JSON value. */
export type Json = string | number | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Kinds of event at which two sides met. Only these are an Event of schema.org. */
const ENCOUNTERS: ReadonlySet<EventKind> = new Set(['meeting', 'agreement']);

export interface PageAddress {
  /** Where the page is published, ending in a slash; relative if that is not known. */
  readonly page: string;
  readonly picture: string;
}

/**
 * The story in the vocabulary of schema.org, for search engines and archives: one Article about the events at which two
 * sides met, with its main sources. It is small: all other events and sources are in the page itself.
 */
export function describeForMachines(story: Story, language: string, address: PageAddress): Json {
  const localize = (text: Text): string => textIn(text, language, story.language).text;
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: localize(story.title),
    description: story.summary ? inOneLine(localize(story.summary)) : undefined,
    inLanguage: language,
    url: address.page,
    image: address.picture,
    publisher: story.publisher ? describeOrganization(story.publisher) : undefined,
    datePublished: story.published ?? undefined,
    dateModified: story.modified ?? undefined,
    about: story.events.filter(isEncounter).map((event) => describeEvent(event, localize)),
    citation: followedIn(story).map(describeSource),
  };
}

const isEncounter = ({ kind, status }: StoryEvent): boolean =>
  status === 'happened' && ENCOUNTERS.has(kind);

function describeEvent({ title, when, at }: StoryEvent, localize: (text: Text) => string): Json {
  const { start, end } = datesOf(when);
  return {
    '@type': 'Event',
    name: localize(title),
    startDate: start,
    endDate: end,
    location: at ? describePlace(at, localize) : undefined,
  };
}

function describePlace(
  { name, mark, point: [lng, lat] }: Place,
  localize: (text: Text) => string,
): Json {
  const names = [...new Set([localize(name), localize(mark.name)])];
  return {
    '@type': 'Place',
    name: names.join(', '),
    geo: { '@type': 'GeoCoordinates', latitude: lat, longitude: lng },
  };
}

/** The main sources: those with claims at more than one event. */
function followedIn({ sources, events }: Story): readonly Source[] {
  const claims = events.flatMap((event) => event.claims);
  return sources.filter((source) => claims.filter((claim) => claim.source === source).length > 1);
}

const describeOrganization = (name: string): Json => ({ '@type': 'Organization', name });

const describeSource = ({ title, publisher, date, url }: Source): Json => ({
  '@type': 'Article',
  headline: title,
  publisher: describeOrganization(publisher),
  datePublished: date === null ? undefined : plainDate(date),
  url: url ?? undefined,
});

/** The day, month or year that a checked EDTF date begins with; schema.org knows no doubt and no decade. */
const plainDate = (date: string): string | undefined => /^\d{4}(-\d\d){0,2}/.exec(date)?.[0];

interface Dates {
  readonly start?: string;
  readonly end?: string;
}

/** First and last date as ISO 8601, each in its own precision. The last one only if it differs. */
export function datesOf({ start, localStart, end, localEnd, from, to, text }: Interval): Dates {
  const first = from ? formatIso(localStart, localStart - start, from) : undefined;
  const last = to && text.includes('/') ? formatIso(localEnd - 1, localEnd - end, to) : undefined;
  return {
    ...(first !== undefined && { start: first }),
    ...(last !== undefined && last !== first && { end: last }),
  };
}

const MINUTE = 60_000;
const DIGITS = { decade: 4, year: 4, month: 7, day: 10, minute: 16 } as const;

/** Formats local milliseconds with their offset from UTC in ms. */
function formatIso(local: number, offset: number, { precision }: Bound): string {
  const date = new Date(local).toISOString().slice(0, DIGITS[precision]);
  return precision === 'minute' ? `${date}${formatOffset(offset / MINUTE)}` : date;
}

/** An offset from UTC in minutes, as ISO 8601 writes it. */
function formatOffset(minutes: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
