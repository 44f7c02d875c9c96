import createCalendar, { escape, ICalEventStatus, type ICalEventData } from 'ical-generator';
import { startAt, countAt, DAY } from '../../../time/gregorian.ts';
import type { Interval } from '../../../time/interval.ts';
import type { Source, Story, StoryEvent } from '../../story.ts';
import { inOneLine } from '../../markup.ts';
import type { Exported, Loss } from '../format.ts';
import {
  DATE_SIGNS,
  firstOf,
  hasClock,
  hasTwoDates,
  isVague,
  lastOf,
  wordsOf,
  type DatePhrases,
} from './dates.ts';
import { wrap } from './geometry.ts';
import { plainOf } from './html.ts';
import { lossesOf, type Held } from './losses.ts';
import { createNames, type Names } from './names.ts';
import { createTexts, type Texts } from './texts.ts';

const HELD: Held = {
  name: 'a calendar',
  story: ['title', 'summary', 'modified'],
  events: ['kind', 'status', 'title', 'text', 'when', 'at', 'who', 'sources', 'tags', 'media'],
  people: ['name'],
  places: ['name', 'point'],
  sources: ['publisher', 'title', 'url'],
};

/** The last day that a calendar can name: years have four digits. */
const LAST_DAY = Date.UTC(9999, 11, 31);

type Dates = Pick<ICalEventData, 'start' | 'end' | 'allDay'>;

/**
 * Days as days: they have no time zone. Where a clock time is known, instants in UTC. An open date is its one known
 * day, because a calendar has no open ends.
 */
function datesOf(when: Interval): Dates {
  const [first, last] = [firstOf(when), lastOf(when)];
  const [from, to] = [first ?? last, last ?? first];
  if (from === null || to === null) return { start: new Date(0), allDay: true };
  if (!hasClock(when)) return daysOf(from.local, lastDayOf(when, to.local));
  if (!hasTwoDates(when) || when.from === null || when.to === null) {
    return { start: new Date(from.instant) };
  }
  // A day at the end of an interval is over at its midnight, a clock time when it strikes.
  const end = to.precision === 'minute' ? to.instant : when.end;
  return { start: new Date(from.instant), end: new Date(end) };
}

/** The local midnight at which the last known day of an interval begins. */
const lastDayOf = ({ to, localEnd }: Interval, known: number): number =>
  to === null ? known : startAt(countAt(localEnd - 1, 'day'), 'day');

/** All-day dates: the end is the day after the last. */
function daysOf(first: number, last: number): Dates {
  const end = last < LAST_DAY ? { end: new Date(last + DAY) } : {};
  return { start: new Date(first), ...end, allDay: true };
}

/** The library escapes the signs of texts in addresses too, where they must stay; so they are written as codes. */
const addressIn = (url: string): string =>
  url.replace(/[,;\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Latitude or longitude to a tenth of a metre. The library writes no position that has a zero in it, so zero is the
 * smallest number besides.
 */
const roundDegrees = (value: number): number => Math.round(value * 1e6) / 1e6 || 1e-6;

const sourceLine = (source: Source, names: Names): string =>
  [names.source(source), names.url(source)].join(' ').trim();

/** What readers see below the title. Blocks without headings, so that it needs no words of a language. */
function descriptionOf(
  event: StoryEvent,
  texts: Texts,
  names: Names,
  language: string,
  dates: DatePhrases,
): string {
  const { id, when, who, sources } = event;
  const media = event.media.map((each) => {
    const { url, alt, caption, credit } = names.medium(id, each);
    const words = [alt, ...[caption, credit].map(inOneLine), url];
    return words.filter((part) => part !== '').join(' · ');
  });
  const blocks = [
    isVague(when) ? wordsOf(when, language, dates) : '',
    plainOf(texts.prose(event.text, `events, ${id}, text`)),
    who.map(names.person).join('\n'),
    sources.map((source) => sourceLine(source, names)).join('\n'),
    media.join('\n'),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function placeOf({ at }: StoryEvent, names: Names): Pick<ICalEventData, 'location'> {
  if (at === null) return {};
  const [lng, lat] = wrap(at.point);
  const geo = { lat: roundDegrees(lat), lon: roundDegrees(lng) };
  return { location: { title: names.place(at), geo } };
}

/** A calendar has a day and no doubt about it. */
function lostDate({ id, when }: StoryEvent): Loss[] {
  if (!isVague(when)) return [];
  const message = `A calendar cannot say ${when.text}. The entry covers the days that are known, and its description says the date in words.`;
  return [{ where: `events, ${id}, when`, message }];
}

/** A file beside the story cannot be opened from a calendar. */
function lostMedia(event: StoryEvent): Loss[] {
  return event.media
    .map(({ src }) => src)
    .filter((address) => !/^https?:/i.test(address))
    .map((address) => ({
      where: `events, ${event.id}, media`,
      message: `${address} is a file beside the story, which a calendar cannot open. Write an https address.`,
    }));
}

/** When the story was changed last: its own date, else that of the event, so that the same story gives the same file. */
const stampOf = ({ modified, published }: Story, { when }: StoryEvent): Date =>
  new Date(Date.parse(modified ?? published ?? '') || firstOf(when)?.local || 0);

const STATUS = {
  happened: ICalEventStatus.CONFIRMED,
  planned: ICalEventStatus.TENTATIVE,
  reported: ICalEventStatus.TENTATIVE,
} as const;

/**
 * An entry (RFC 5545) for each event, in the order of the story. The status is also in `X-PARLEY-STATUS`, the date as
 * written (EDTF) in `X-PARLEY-DATE`.
 */
export function exportICalendar(
  story: Story,
  language: string,
  dates: DatePhrases = DATE_SIGNS,
): Exported {
  const texts = createTexts(story, language);
  const names = createNames(texts);
  const calendar = createCalendar({
    prodId: { company: 'Parley', product: 'Parley' },
    // The library escapes neither of the two.
    name: escape(texts.line(story.title, 'story, title'), false),
    description: escape(plainOf(texts.prose(story.summary, 'story, summary')), false),
  });
  for (const event of story.events) {
    const { id, kind, status, when, sources } = event;
    const source = sources.find(({ url }) => url !== null);
    const kindWords = texts.line(event.kindName ?? kind, `kinds, ${kind}`);
    const categories = [kindWords, ...event.tags.map(names.tag)];
    calendar.createEvent({
      id: `${id}@${story.id}`,
      stamp: stampOf(story, event),
      ...datesOf(when),
      summary: texts.line(event.title, `events, ${id}, title`),
      description: descriptionOf(event, texts, names, language, dates),
      ...placeOf(event, names),
      url: source ? addressIn(names.url(source)) : null,
      status: STATUS[status],
      categories: categories.filter((name) => name !== '').map((name) => ({ name })),
      attachments: event.media
        .map(({ src }) => src)
        .filter((address) => /^https?:/i.test(address))
        .map(addressIn),
      x: [
        ['X-PARLEY-STATUS', status],
        ['X-PARLEY-DATE', when.text],
      ],
    });
  }
  const losses = [
    ...lossesOf(story, language, HELD),
    ...story.events.flatMap((event) => [...lostDate(event), ...lostMedia(event)]),
    ...texts.losses(),
  ];
  return { text: `${calendar.toString()}\r\n`, losses };
}
