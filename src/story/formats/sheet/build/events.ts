import type { Text } from '../../../story.ts';
import { didYouMean } from '../../../parse/faults/did-you-mean.ts';
import { fold } from '../values/fold.ts';
import { say } from '../values/report.ts';
import { createIds } from '../values/slugs.ts';
import { TEXT, TITLE } from '../table/reader.ts';
import type { Reader } from '../table/reader.ts';
import type { Row } from '../table/table.ts';
import { KINDS, STATUSES } from '../table/vocabulary.ts';
import type { Context } from './context.ts';
import type { EventDraft } from './event-draft.ts';
import type { EventRow } from './links.ts';
import { mediaOf } from './media.ts';
import { namedIn, namesOf } from './people.ts';
import type { People, Roster } from './people.ts';
import { wordsOf } from './places.ts';
import type { Places } from './places.ts';
import type { Sources } from './sources.ts';
import { orderOf, whenOf } from './when.ts';

export interface TagDraft {
  readonly id: string;
  readonly name: Text;
}

/** What the rows of events refer to, and add to. */
export interface Lists {
  readonly places: Places;
  readonly people: People;
  readonly tags: Roster<TagDraft>;
  readonly sources: Sources;
}

/** The kind of a row. Null where it fits no other kind, or where none is written: both are the format's default. */
function kindOf(reader: Reader, row: Row, { report }: Context): string | null {
  const word = reader.raw(row, 'kind').trim();
  const kind = KINDS.get(fold(word));
  if (word === '' || kind === 'event') return null;
  if (kind !== undefined) return kind;
  const kinds = [...new Set(KINDS.values())];
  const remedy = didYouMean(word, kinds) || ` The kinds are: ${kinds.join(', ')}.`;
  report.note(
    reader.at(row, 'kind'),
    `${say(word)} is not a kind that the map draws. The event has no kind now.${remedy}`,
  );
  return null;
}

function statusOf(reader: Reader, row: Row, { report }: Context): string | null {
  const word = reader.raw(row, 'status').trim();
  const status = STATUSES.get(fold(word));
  if (word === '' || status !== undefined) return status ?? null;
  report.fault(
    reader.at(row, 'status'),
    `${say(word)} is not known here. Write happened, planned or reported, or leave it empty.`,
  );
  return null;
}

/** The places that an event is about. */
function placesIn(
  reader: Reader,
  row: Row,
  places: Places,
  { report }: Context,
): readonly string[] {
  const where = reader.at(row, 'about');
  const names = namesOf(reader, row, 'about', places.isKnown, report);
  const ids = names.map((name) => places.named(name, where).id);
  return [...new Set(ids)];
}

/** The sender or recipient of a letter: one person. */
function oneOf(
  reader: Reader,
  row: Row,
  field: 'sender' | 'recipient',
  people: People,
  context: Context,
): string | null {
  const { report } = context;
  const [id, other] = namedIn(people, reader, row, field, context);
  if (id === undefined) {
    report.fault(
      reader.at(row, field),
      'is empty. A letter needs a sender and a recipient. Write one person in each of these columns, or write another kind.',
    );
  }
  if (other !== undefined)
    report.fault(reader.at(row, field), 'names more than one person. Write one.');
  return id ?? null;
}

/** The events of a sheet. A row with faults is left out: then there is no story anyway. */
export function readEvents(reader: Reader, lists: Lists, context: Context): readonly EventRow[] {
  const { report } = context;
  const order = orderOf(reader, ['date', 'end'], context);
  const ids = createIds('event');
  const { rows } = reader.table;
  // First, so that no title takes an id that a later row has.
  const kept = new Map(
    rows.flatMap((row) => {
      const id = reader.raw(row, 'id').trim();
      return id !== '' && ids.keep(id) ? [[row, id] as const] : [];
    }),
  );

  const idOf = (row: Row, title: string): string => {
    const own = kept.get(row);
    if (own !== undefined) return own;
    const written = reader.raw(row, 'id').trim();
    const id = ids.make(written || title);
    if (written !== '') {
      report.note(
        reader.at(row, 'id'),
        `${say(written)} cannot be an id, or is another event's. It becomes ${id}.`,
      );
    }
    return id;
  };

  return rows.flatMap((row) => {
    const title = reader.texts(row, 'title', TITLE);
    if (title === null) report.fault(reader.at(row, 'title'), 'is empty. Write a title.');
    const at = lists.places.ofEvent(reader, row);
    const when = whenOf(reader, row, at?.zone ?? context.zone, order, report);
    const kind = kindOf(reader, row, context);
    const status = statusOf(reader, row, context);
    const who = namedIn(lists.people, reader, row, 'people', context);
    const isLetter = kind === 'letter';
    const from = isLetter ? oneOf(reader, row, 'sender', lists.people, context) : null;
    const to = isLetter ? oneOf(reader, row, 'recipient', lists.people, context) : null;
    const tags = namedIn(lists.tags, reader, row, 'tags', context);
    const about = placesIn(reader, row, lists.places, context);
    const sources = lists.sources.ofEvent(reader, row);
    if (!isLetter) {
      for (const field of ['sender', 'recipient']) {
        if (reader.cell(row, field) !== null)
          report.note(reader.at(row, field), 'is only for letters, and is not read.');
      }
    }
    if (title === null || when === null) return [];
    const id = idOf(row, wordsOf(title)[0] ?? '');
    const text = reader.texts(row, 'text', TEXT) ?? '';
    const media = mediaOf(reader, row, title, context);
    const event: EventDraft = {
      id,
      kind,
      status,
      title,
      text,
      when,
      at,
      who,
      from,
      to,
      tags,
      about,
      follows: [],
      sources,
      media,
      claims: [],
      commitments: [],
    };
    return [{ event, row }];
  });
}
