import { fold, foldName } from '../values/fold.ts';
import { proseOf } from '../values/prose.ts';
import { say } from '../values/report.ts';
import { createIds } from '../values/slugs.ts';
import { NAME, TEXT } from '../table/reader.ts';
import type { Reader } from '../table/reader.ts';
import type { Row } from '../table/table.ts';
import { COMMITMENT_WORDS } from '../table/vocabulary.ts';
import type { Context } from './context.ts';
import type { CommitmentDraft, EventDraft } from './event-draft.ts';
import type { EventNames } from './event-names.ts';
import { namedIn } from './people.ts';
import type { PartyDraft, Roster } from './people.ts';
import { wordsOf } from './places.ts';
import type { Places } from './places.ts';
import { dateIn, orderOf } from './when.ts';

/** The event that a row names by id or title; null with a fault if there is none, or none that can bind anybody. */
function eventOf(
  reader: Reader,
  row: Row,
  names: EventNames,
  { report }: Context,
): EventDraft | null {
  const name = proseOf(reader.raw(row, 'event'), true).text;
  const where = reader.at(row, 'event');
  if (name === '') report.fault(where, 'is empty. Write the title or id of an agreement.');
  const event = name === '' ? null : names.named(name, where);
  if (event === null || event.kind === 'agreement') return event;
  report.fault(
    where,
    `${say(name)} is no agreement. Write the kind “agreement” in its row of events.`,
  );
  return null;
}

/** Adds the commitments of a sheet to its events. Rows with the same event and text are the history of one commitment. */
export function addCommitments(
  reader: Reader,
  names: EventNames,
  parties: Roster<PartyDraft>,
  places: Places,
  context: Context,
): void {
  const { report } = context;
  const order = orderOf(reader, ['date'], context);
  const ids = createIds('commitment');
  const known = new Map<string, CommitmentDraft>();

  const make = (row: Row, event: EventDraft): CommitmentDraft | null => {
    const text = reader.texts(row, 'text', TEXT);
    if (text === null) {
      report.fault(reader.at(row, 'text'), 'is empty. Write what was promised.');
      return null;
    }
    const by = namedIn(parties, reader, row, 'by', context);
    if (by.length === 0) {
      report.fault(
        reader.at(row, 'by'),
        'is empty. A commitment needs at least one party that makes it.',
      );
    }
    const place = reader.text(row, 'binds', NAME);
    const binds = place === '' ? null : places.named(place, reader.at(row, 'binds')).id;
    const written = reader.raw(row, 'id').trim();
    const id =
      written !== '' && ids.keep(written) ? written : ids.make(written || (wordsOf(text)[0] ?? ''));
    const commitment = { id, text, by, binds, history: [] };
    event.commitments.push(commitment);
    return commitment;
  };

  for (const row of reader.table.rows) {
    const agreement = eventOf(reader, row, names, context);
    if (agreement === null) continue;
    const name = reader.raw(row, 'id').trim() || foldName(reader.raw(row, 'text'));
    const key = `${agreement.id}\n${name}`;
    const commitment = known.get(key) ?? make(row, agreement);
    if (commitment === null) continue;
    known.set(key, commitment);
    const word = reader.raw(row, 'state').trim();
    const when = dateIn(reader, row, 'date', order, report);
    if (word === '' && when === null) continue;
    const state = COMMITMENT_WORDS.get(fold(word));
    if (state === undefined) {
      report.fault(
        reader.at(row, 'state'),
        `${say(word)} is not known here. Write one of: promised, begun, done, stalled, broken.`,
      );
      continue;
    }
    if (when === null) {
      if (reader.cell(row, 'date') === null)
        report.fault(
          reader.at(row, 'date'),
          'is empty. Write when the commitment came into this state.',
        );
      continue;
    }
    const note = reader.texts(row, 'note', TEXT);
    const cause = proseOf(reader.raw(row, 'brought by'), true).text;
    const event = cause === '' ? null : names.named(cause, reader.at(row, 'brought by'));
    commitment.history.push({
      when,
      state,
      ...(event === null ? {} : { event: event.id }),
      ...(note === null ? {} : { text: note }),
    });
  }
}
