import writeXlsxFile from 'write-excel-file/universal';
import { LINK_VERBS } from '../../story.ts';
import type { Media, Person, Place, Story, StoryEvent, Text } from '../../story.ts';
import { textIn } from '../../text.ts';
import type { Loss } from '../format.ts';
import { fieldsOf, LINK_COLUMNS, type Field, type SheetKind } from '../sheet/table/vocabulary.ts';
import { foldName } from '../sheet/values/fold.ts';
import { joinCell, datesOf } from './cells.ts';
import { wrap } from './geometry.ts';
import { lossesOf, type Held } from './losses.ts';
import { createTexts, type Texts } from './texts.ts';

const HELD: Held = {
  name: 'a spreadsheet',
  isWhole: true,
  story: [
    'language',
    'title',
    'summary',
    'credits',
    'publisher',
    'published',
    'modified',
    'zone',
    // Their colours are told below.
    'parties',
  ],
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
    'claims',
    'commitments',
    'tags',
    // The first; others are told below.
    'media',
  ],
  people: ['name', 'initials', 'role', 'party', 'home'],
  places: ['name', 'zone', 'kind', 'precision', 'mark', 'main', 'point'],
  sources: ['publisher', 'title', 'author', 'date', 'url'],
};

type Cell = string | number;
/** Cells by heading: a field, or `title (ko)` for a text in another language. */
type Row = Readonly<Record<string, Cell>>;
type Fields<Kind extends SheetKind> = Readonly<Partial<Record<Field<Kind>, Cell | Text | null>>>;

/** A text in each of its languages, in columns of their own; the story's own has no tag. */
function columnsOf(field: string, value: Cell | Text | null, language: string): Row {
  if (value === null || value === '') return {};
  if (typeof value !== 'object') return { [field]: value };
  return Object.fromEntries(
    Object.entries(value).map(([tag, words]) => [
      tag === language ? field : `${field} (${tag})`,
      words,
    ]),
  );
}

/** The headings of rows: the fields of the sheet in their order, each with its languages. */
function headingsOf(kind: SheetKind, rows: readonly Row[]): readonly string[] {
  const found = new Set(rows.flatMap((row) => Object.keys(row)));
  return fieldsOf(kind)
    .flatMap((field) => [
      field,
      ...[...found].filter((heading) => heading.startsWith(`${field} (`)),
    ])
    .filter((heading) => found.has(heading));
}

/** What cells call an entry: its name, or its id if others have the name, or if a list of names would part it. */
function labelsOf<T extends Person | Place>(
  entries: readonly T[],
  nameOf: (text: Text) => string,
): (entry: T) => string {
  const wordsOf = ({ id, name }: T): readonly string[] =>
    [id, ...(typeof name === 'string' ? [name] : Object.values(name))].map(foldName);
  const counts = new Map<string, number>();
  for (const word of entries.flatMap((entry) => [...new Set(wordsOf(entry))])) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return (entry) => {
    const name = nameOf(entry.name);
    return counts.get(foldName(name)) === 1 && !/[;；,，、]/.test(name) ? name : entry.id;
  };
}

const firstMedium = ({ media }: StoryEvent): Media | undefined => media[0];

function lostMedia({ id, media }: StoryEvent): Loss[] {
  if (media.length < 2) return [];
  const message = `A row has room for one medium. ${media.length - 1} more are left out.`;
  return [{ where: `events, ${id}, media`, message }];
}

/** Tags have no sheet, so they have no columns for other languages. */
function lostTags({ tags }: Story): Loss[] {
  const isLost = tags.some(({ name }) => typeof name === 'object' && Object.keys(name).length > 1);
  const message = 'A tag has its name in one language only. Keep the story file too.';
  return isLost ? [{ where: 'story, tags', message }] : [];
}

/** Two entries with one name in any language: a sheet takes them for the same. */
function lostNames(list: string, entries: readonly (Person | Place)[]): Loss[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id, name }) => {
    const words = (typeof name === 'string' ? [name] : Object.values(name)).map(foldName);
    const isTwice = words.some((word) => seen.has(word));
    for (const word of words) seen.add(word);
    const message = 'Another one has the same name, and a sheet cannot have it twice. Change one.';
    return isTwice ? [{ where: `${list}, ${id}, name`, message }] : [];
  });
}

/** The rows of each sheet. */
function sheetsOf(story: Story, texts: Texts): Readonly<Record<SheetKind, readonly Row[]>> {
  const { language } = story;
  const clean = (value: Cell | Text | null, where: string): Cell | Text | null => {
    if (typeof value === 'string') return texts.prose(value, where);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([tag, words]) => [tag, texts.prose(words, where)]),
    );
  };
  const row = <Kind extends SheetKind>(where: string, cells: Fields<Kind>): Row =>
    Object.assign(
      {},
      ...Object.entries(cells).map(([field, value]) =>
        columnsOf(field, clean(value as Cell | Text | null, `${where}, ${field}`), language),
      ),
    ) as Row;
  const nameOf = (text: Text): string => textIn(text, language, language).text;
  const personOf = labelsOf(story.people, nameOf);
  const placeOf = labelsOf(story.places, nameOf);
  const position = ({ point }: Place) => {
    const [longitude, latitude] = wrap(point);
    return { latitude, longitude };
  };

  const events = story.events.map((event) => {
    const { id, at, letter, follows } = event;
    const medium = firstMedium(event);
    const links = LINK_VERBS.map((verb): [string, string] => {
      const earlier = follows.filter((link) => link.verb === verb);
      return [LINK_COLUMNS[verb], joinCell(earlier.map((link) => link.event))];
    });
    return row<'events'>(`events, ${id}`, {
      id,
      ...datesOf(event),
      title: event.title,
      text: event.text,
      place: at && placeOf(at),
      kind: event.kind,
      status: event.status === 'happened' ? null : event.status,
      people: joinCell(event.who.map(personOf)),
      sender: letter && personOf(letter.from),
      recipient: letter && personOf(letter.to),
      tags: joinCell(event.tags.map(({ name }) => nameOf(name))),
      source: joinCell(event.sources.map((source) => source.id)),
      ...(medium && {
        [medium.kind]: medium.src,
        alt: medium.alt,
        caption: medium.caption,
        credit: medium.credit,
      }),
      about: joinCell(event.about.map(placeOf)),
      ...Object.fromEntries(links),
    });
  });
  const commitments = story.events.flatMap((event) =>
    event.commitments.flatMap(({ id, text, by, binds, history }) =>
      history.map(({ when, state, event: cause, text: note }, index) =>
        row<'commitments'>(`events, ${event.id}, commitments, ${id}`, {
          id,
          event: event.id,
          // The first row of a commitment says what it is; all of them, which change it is.
          text: index === 0 ? text : nameOf(text),
          by: index === 0 ? joinCell(by.map(({ name }) => nameOf(name))) : null,
          binds: index === 0 ? binds && placeOf(binds) : null,
          date: when.text,
          state,
          'brought by': cause,
          note,
        }),
      ),
    ),
  );
  const claims = story.events.flatMap((event) =>
    event.claims.map(({ source, says, differs }) =>
      row<'claims'>(`events, ${event.id}, claims`, {
        event: event.id,
        source: source.id,
        says,
        differs,
      }),
    ),
  );
  const { id, title, summary, zone, credits, publisher, published, modified } = story;
  const head = row<'story'>('story', {
    ...{ id, title, summary, language, zone, credits, publisher, published, modified },
  });
  return {
    events,
    people: story.people.map((person) =>
      row<'people'>(`people, ${person.id}`, {
        id: person.id,
        name: person.name,
        initials: person.initials,
        role: person.role,
        party: person.party.name,
        home: person.home && placeOf(person.home),
      }),
    ),
    places: story.places.map((place) =>
      row<'places'>(`places, ${place.id}`, {
        id: place.id,
        name: place.name,
        ...position(place),
        zone: place.zone,
        kind: place.kind,
        precision: place.precision,
        within: place.mark === place ? null : placeOf(place.mark),
        main: place.main ? 'yes' : null,
      }),
    ),
    sources: story.sources.map((source) =>
      row<'sources'>(`sources, ${source.id}`, {
        id: source.id,
        title: source.title,
        publisher: source.publisher,
        author: source.author,
        date: source.date,
        url: source.url,
      }),
    ),
    commitments,
    claims,
    story: headingsOf('story', [head]).map((key) => ({ key, value: head[key] ?? '' })),
  };
}

const PARTIES: Loss = {
  where: 'story, parties',
  message:
    'A spreadsheet has the names of parties only. Their colours are given anew. Keep the story file too.',
};

/** A workbook, and what of the story it cannot hold. */
export interface ExportedWorkbook {
  readonly bytes: Uint8Array;
  readonly losses: readonly Loss[];
}

/** The whole story as a workbook (XLSX) with the sheets that Parley reads, in all of its languages. */
export async function exportXlsx(story: Story): Promise<ExportedWorkbook> {
  const texts = createTexts(story, story.language);
  const sheets = Object.entries(sheetsOf(story, texts))
    .filter(([, rows]) => rows.length > 0)
    .map(([kind, rows]) => {
      const headings = kind === 'story' ? ['key', 'value'] : headingsOf(kind as SheetKind, rows);
      const bold = headings.map((value) => ({ value, fontWeight: 'bold' as const }));
      const cells = rows.map((row) => headings.map((heading) => row[heading] ?? null));
      return { sheet: kind, stickyRowsCount: 1, data: [bold, ...cells] };
    });
  const blob = await writeXlsxFile(sheets).toBlob();
  return {
    bytes: new Uint8Array(await blob.arrayBuffer()),
    losses: [
      ...lossesOf(story, story.language, HELD),
      ...(story.parties.length > 0 ? [PARTIES] : []),
      ...lostNames('people', story.people),
      ...lostNames('places', story.places),
      ...lostTags(story),
      ...story.events.flatMap(lostMedia),
      ...texts.losses(),
    ],
  };
}
