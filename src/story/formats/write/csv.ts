import Papa from 'papaparse';
import { LINK_VERBS } from '../../story.ts';
import type { Person, Place, Source, Story, StoryEvent } from '../../story.ts';
import { guardCell } from '../cell-guard.ts';
import type { Exported, Loss } from '../format.ts';
import { fieldsOf, LINK_COLUMNS, type Field } from '../sheet/table/vocabulary.ts';
import { datesOf, joinAddresses, joinCell, numbered } from './cells.ts';
import { degrees, wrap } from './geometry.ts';
import { lossesOf, type Held } from './losses.ts';
import { createNames, type Names } from './names.ts';
import { createTexts, type Texts } from './texts.ts';

/** What a row has. A column that no row has is not written. */
type Row = Readonly<Partial<Record<Field<'events'>, string>>>;

const HELD: Held = {
  name: 'a CSV file',
  story: [],
  events: [
    'kind',
    'status',
    'title',
    'text',
    'when',
    'at',
    'who',
    'about',
    'letter',
    'follows',
    'sources',
    'tags',
    // The first picture; others are told below.
    'media',
  ],
  people: ['name'],
  places: ['name', 'point'],
  sources: ['publisher', 'title', 'url'],
};

/** Excel reads a file as UTF-8 only if it begins so. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The same sources, those with an address first: so the third link belongs to the third source. */
const linkedFirst = (sources: readonly Source[]): readonly Source[] =>
  sources.toSorted((a, b) => Number(a.url === null) - Number(b.url === null));

const firstPicture = ({ media }: StoryEvent) => media.find(({ kind }) => kind === 'image');

/** Earlier events by their ids, which are in a column of their own: titles may have a semicolon, or be the same. */
const linksOf = ({ follows }: StoryEvent): Row =>
  Object.fromEntries(
    LINK_VERBS.map((verb) => [verb, follows.filter((link) => link.verb === verb)] as const)
      .filter(([, links]) => links.length > 0)
      .map(([verb, links]) => [LINK_COLUMNS[verb], joinCell(links.map(({ event }) => event))]),
  );

function rowOf(
  event: StoryEvent,
  { line, prose }: Texts,
  names: Names,
  located: ReadonlySet<Place | null>,
): Row {
  const { id, at } = event;
  const [lng, lat] = at ? wrap(at.point) : [];
  const picture = firstPicture(event);
  const medium = picture && names.medium(id, picture);
  const sources = linkedFirst(event.sources);
  const about = event.about.filter((place) => located.has(place));
  return {
    id,
    ...datesOf(event),
    title: line(event.title, `events, ${id}, title`),
    text: prose(event.text, `events, ${id}, text`),
    place: at ? names.place(at) : '',
    latitude: lat === undefined ? '' : degrees(lat),
    longitude: lng === undefined ? '' : degrees(lng),
    kind: event.kind,
    status: event.status,
    people: joinCell(event.who.map(names.person)),
    sender: event.letter ? joinCell([names.person(event.letter.from)]) : '',
    recipient: event.letter ? joinCell([names.person(event.letter.to)]) : '',
    tags: joinCell(event.tags.map(names.tag)),
    source: joinCell(sources.map(names.source)),
    link: joinAddresses(sources.map(names.url)),
    image: /^https?:/i.test(medium?.url ?? '')
      ? joinAddresses([medium?.url ?? ''])
      : (medium?.url ?? ''),
    alt: medium?.alt ?? '',
    caption: medium?.caption ?? '',
    credit: medium?.credit ?? '',
    ...(about.length > 0 && { about: joinCell(about.map(names.place)) }),
    ...linksOf(event),
  };
}

function lostMedia(event: StoryEvent): Loss[] {
  const more = event.media.filter((medium) => medium !== firstPicture(event));
  if (more.length === 0) return [];
  const message = `A CSV file has room for one picture of an event. ${more.length} more of its media are left out.`;
  return [{ where: `events, ${event.id}, media`, message }];
}

/** A place without an event of its own would have no position when the file is read again. */
function lostAbout(event: StoryEvent, names: Names, located: ReadonlySet<Place | null>): Loss[] {
  const lost = event.about.filter((place) => !located.has(place));
  if (lost.length === 0) return [];
  const message = `No event of the file is at ${lost.map(names.place).join(', ')}, so a CSV file has no position of it. It is left out of "about".`;
  return [{ where: `events, ${event.id}, about`, message }];
}

/** The places and people that the file names. */
const namedOf = ({ places, people, events }: Story) => {
  const named = new Set<Place | Person | null>(
    events.flatMap(({ at, about, who, letter }) => [
      at,
      ...about,
      ...who,
      ...(letter ? [letter.from, letter.to] : []),
    ]),
  );
  return {
    places: places.filter((place) => named.has(place)),
    people: people.filter((person) => named.has(person)),
  };
};

/** Entries that have a number behind their name, because an earlier one has the same. */
const lostNames = <T extends Place | Person>(
  list: string,
  entries: readonly T[],
  plain: (entry: T) => string,
  name: (entry: T) => string,
): Loss[] =>
  entries
    .filter((entry) => plain(entry) !== name(entry))
    .map((entry) => ({
      where: `${list}, ${entry.id}, name`,
      message: `Another one has the same name, which a table takes for the same. This one is “${name(entry)}” there.`,
    }));

/** Names with a semicolon, which a cell that joins names with semicolons cannot hold. */
function lostSemicolons(event: StoryEvent, names: Names): Loss[] {
  const joined = {
    who: event.who.map(names.person),
    about: event.about.map(names.place),
    tags: event.tags.map(names.tag),
    sources: event.sources.map(names.source),
  };
  return Object.entries(joined)
    .filter(([, entries]) => entries.some((entry) => entry.includes(';')))
    .map(([key]) => ({
      where: `events, ${event.id}, ${key}`,
      message: 'A semicolon parts two names in a cell, so the one inside a name became a comma.',
    }));
}

/**
 * The events as a table for spreadsheets: a row for each event in the order of the story. Dates are EDTF. RFC 4180 with
 * a byte order mark. No cell runs as a formula: see `guardCell`.
 */
export function exportCsv(story: Story, language: string): Exported {
  const texts = createTexts(story, language);
  const plain = createNames(texts);
  const { places, people } = namedOf(story);
  const names = {
    ...plain,
    place: numbered(places, plain.place),
    person: numbered(people, plain.person),
  };
  /** Places that have a position in the file: that of the events there. */
  const located = new Set(story.events.map(({ at }) => at));
  const rows = story.events.map((event) => rowOf(event, texts, names, located));
  const fields = fieldsOf('events').filter((field) => rows.some((row) => row[field] !== undefined));
  const data = rows.map((row) => fields.map((field) => guardCell(row[field] ?? '')));
  const text = Papa.unparse({ fields, data }, { newline: '\r\n' });
  const losses = [
    ...lossesOf(story, language, HELD),
    ...story.events.flatMap((event) => lostAbout(event, names, located)),
    ...story.events.flatMap(lostMedia),
    ...story.events.flatMap((event) => lostSemicolons(event, names)),
    ...lostNames('places', places, plain.place, names.place),
    ...lostNames('people', people, plain.person, names.person),
    ...texts.losses(),
  ];
  return { text: BYTE_ORDER_MARK + text, losses };
}
