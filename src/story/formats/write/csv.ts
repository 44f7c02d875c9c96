import Papa from 'papaparse';
import type { Source, Story, StoryEvent } from '../../story.ts';
import { guardCell } from '../cell-guard.ts';
import type { Exported, Loss } from '../format.ts';
import { hasTwoDates } from './dates.ts';
import { degrees, wrap } from './geometry.ts';
import { lossesOf, type Held } from './losses.ts';
import { createNames, type Names } from './names.ts';
import { createTexts, type Texts } from './texts.ts';

const COLUMNS = [
  'id',
  'date',
  'end',
  'title',
  'text',
  'place',
  'latitude',
  'longitude',
  'kind',
  'status',
  'people',
  'sender',
  'recipient',
  'tags',
  'source',
  'link',
  'image',
  'alt',
  'caption',
  'credit',
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

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
    'letter',
    'sources',
    // The first picture; others are told below.
    'tags',
    'media',
  ],
  people: ['name'],
  places: ['name', 'point'],
  sources: ['publisher', 'title', 'url'],
};

/** Excel reads a file as UTF-8 only if it begins so. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A list in one cell. A semicolon inside an entry would part it, so it becomes a comma. */
const joinCell = (entries: readonly string[]): string =>
  entries.map((entry) => entry.replaceAll(';', ',')).join('; ');

/** An open end cannot stand in a column of its own, so such a date stays together. */
function datesOf({ when }: StoryEvent): Pick<Row, 'date' | 'end'> {
  const [date = '', end = ''] = when.text.split('/');
  const isOpen = when.from === null || when.to === null;
  return hasTwoDates(when) && !isOpen ? { date, end } : { date: when.text, end: '' };
}

/** The same sources, those with an address first: so the third link belongs to the third source. */
const linkedFirst = (sources: readonly Source[]): readonly Source[] =>
  sources.toSorted((a, b) => Number(a.url === null) - Number(b.url === null));

const firstPicture = ({ media }: StoryEvent) => media.find(({ kind }) => kind === 'image');

function rowOf(event: StoryEvent, { line, prose }: Texts, names: Names): Row {
  const { id, at } = event;
  const [lng, lat] = at ? wrap(at.point) : [];
  const picture = firstPicture(event);
  const medium = picture && names.medium(id, picture);
  const sources = linkedFirst(event.sources);
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
    sender: event.letter ? names.person(event.letter.from) : '',
    recipient: event.letter ? names.person(event.letter.to) : '',
    tags: joinCell(event.tags.map(names.tag)),
    source: joinCell(sources.map(names.source)),
    link: sources
      .map(names.url)
      .filter((url) => url !== '')
      .join('; '),
    image: medium?.url ?? '',
    alt: medium?.alt ?? '',
    caption: medium?.caption ?? '',
    credit: medium?.credit ?? '',
  };
}

function lostMedia(event: StoryEvent): Loss[] {
  const more = event.media.filter((medium) => medium !== firstPicture(event));
  if (more.length === 0) return [];
  const message = `A CSV file has room for one picture of an event. ${more.length} more of its media are left out.`;
  return [{ where: `events, ${event.id}, media`, message }];
}

/** Names with a semicolon, which a cell that joins names with semicolons cannot hold. */
function lostSemicolons(event: StoryEvent, names: Names): Loss[] {
  const joined = {
    who: event.who.map(names.person),
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
  const names = createNames(texts);
  const data = story.events.map((event) => {
    const row = rowOf(event, texts, names);
    return COLUMNS.map((column) => guardCell(row[column]));
  });
  const text = Papa.unparse({ fields: [...COLUMNS], data }, { newline: '\r\n' });
  const losses = [
    ...lossesOf(story, language, HELD),
    ...story.events.flatMap(lostMedia),
    ...story.events.flatMap((event) => lostSemicolons(event, names)),
    ...texts.losses(),
  ];
  return { text: BYTE_ORDER_MARK + text, losses };
}
