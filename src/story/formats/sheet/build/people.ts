import type { Text } from '../../../story.ts';
import type { HUES } from '../../../story.ts';
import { foldName } from '../values/fold.ts';
import { excessOf, namesIn, proseOf } from '../values/prose.ts';
import type { Report, Where } from '../values/report.ts';
import { say } from '../values/report.ts';
import { createIds } from '../values/slugs.ts';
import { NAME } from '../table/reader.ts';
import type { Reader } from '../table/reader.ts';
import type { Row } from '../table/table.ts';
import type { Context } from './context.ts';
import { wordsOf } from './places.ts';
import type { Places } from './places.ts';

/** Entries of a list that are found by name or made: people, parties and tags. */
export interface Roster<T> {
  readonly all: () => readonly T[];
  readonly find: (name: string) => T | undefined;
  /** The entry with a name or id; a new one if there is none. */
  readonly named: (name: string, where: Where) => T;
  readonly add: (name: Text, id: string, where: Where | null) => T | null;
}

/** An empty roster of a kind of entry. `make` gives what an entry is without its id and name. */
export function createRoster<T>(
  kind: string,
  make: (id: string, name: Text, index: number) => T,
  { report }: Context,
): Roster<T> {
  const ids = createIds(kind);
  const list: T[] = [];
  const byName = new Map<string, T>();
  const insert = (name: Text, id: string): T => {
    const entry = make(id, name, list.length);
    list.push(entry);
    for (const word of [id, ...wordsOf(name)]) {
      if (!byName.has(foldName(word))) byName.set(foldName(word), entry);
    }
    return entry;
  };
  const find = (name: string): T | undefined => byName.get(foldName(name));
  return {
    all: () => list,
    find,
    named: (name, where) => {
      const known = find(name);
      if (known !== undefined) return known;
      const excess = excessOf(name, NAME.limit);
      if (excess > 0) {
        report.fault(
          where,
          `${say(name)} has ${excess} characters. A name has at most ${NAME.limit}. Put ; between names.`,
        );
      }
      return insert(name, ids.make(name));
    },
    add: (name, id, where) => {
      const [word = ''] = wordsOf(name);
      if (wordsOf(name).some((one) => find(one) !== undefined)) {
        if (where)
          report.fault(where, `${say(word)} is in this sheet twice. Remove one of the two.`);
        return null;
      }
      if (id !== '' && ids.keep(id)) return insert(name, id);
      const made = ids.make(word);
      const entry = insert(name, made);
      if (id === '') return entry;
      byName.set(foldName(id), entry);
      if (where) report.note(where, `${say(id)} cannot be an id, or is taken. It becomes ${made}.`);
      return entry;
    },
  };
}

export interface PartyDraft {
  readonly id: string;
  readonly name: Text;
  readonly hue: string;
}

/** The first parties have a colour each, all others the same. */
const HUE_ORDER = [
  'west',
  'east',
  'north',
  'south',
] as const satisfies readonly (typeof HUES)[number][];

export const createParties = (context: Context): Roster<PartyDraft> =>
  createRoster(
    'party',
    (id, name, index) => ({ id, name, hue: HUE_ORDER[index] ?? 'other' }),
    context,
  );

export interface PersonDraft {
  readonly id: string;
  readonly name: Text;
  initials: string | null;
  role: Text | null;
  party: string | null;
  home: string | null;
}

export type People = Roster<PersonDraft>;

/** One to three letters, as the story format asks. */
const INITIALS = /^(?:\p{L}\p{M}*){1,3}$/u;

function readRow(
  reader: Reader,
  row: Row,
  people: People,
  parties: Roster<PartyDraft>,
  places: Places,
  context: Context,
): void {
  const { report } = context;
  const name = reader.texts(row, 'name', NAME);
  if (name === null) {
    report.fault(reader.at(row, 'name'), 'is empty. A person needs a name.');
    return;
  }
  const person = people.add(name, reader.raw(row, 'id').trim(), reader.at(row, 'name'));
  if (person === null) return;
  const initials = proseOf(reader.raw(row, 'initials'), true).text.replace(/[.\s-]/g, '');
  if (INITIALS.test(initials)) person.initials = initials;
  else if (initials !== '') {
    report.fault(
      reader.at(row, 'initials'),
      `${say(initials)} cannot be initials. Write one to three letters.`,
    );
  }
  person.role = reader.texts(row, 'role', NAME);
  const party = reader.texts(row, 'party', NAME);
  const [word] = party === null ? [] : wordsOf(party);
  if (party !== null && word !== undefined) {
    const known = parties.find(word) ?? parties.add(party, '', null);
    person.party = known?.id ?? null;
  }
  const home = reader.text(row, 'home', NAME);
  if (home !== '') person.home = places.named(home, reader.at(row, 'home')).id;
}

/** The people of the sheet of people; rows of events add more. */
export function createPeople(
  sheet: Reader | null,
  parties: Roster<PartyDraft>,
  places: Places,
  context: Context,
): People {
  const people = createRoster<PersonDraft>(
    'person',
    (id, name) => ({ id, name, initials: null, role: null, party: null, home: null }),
    context,
  );
  for (const row of sheet?.table.rows ?? []) {
    if (sheet !== null) readRow(sheet, row, people, parties, places, context);
  }
  return people;
}

/** The names of a cell. Tells if commas had to part names that nobody knows. */
export function namesOf(
  reader: Reader,
  row: Row,
  field: string,
  isKnown: (name: string) => boolean,
  report: Report,
): readonly string[] {
  const written = reader.raw(row, field);
  const { names, isGuess } = namesIn(written, isKnown);
  if (isGuess) {
    const message = `${say(written)} is read as ${names.length} names, parted at the comma. Put ; between names, and behind a single one that has a comma.`;
    report.note(reader.at(row, field), message, 'commas');
  }
  return names;
}

/** The entries that a cell names. */
export function namedIn<T extends { readonly id: string }>(
  roster: Roster<T>,
  reader: Reader,
  row: Row,
  field: string,
  { report }: Context,
): readonly string[] {
  const names = namesOf(reader, row, field, (name) => roster.find(name) !== undefined, report);
  const ids = names.map((name) => roster.named(name, reader.at(row, field)).id);
  return [...new Set(ids)];
}

/** A person as the story file has it. */
export const personEntry = ({ id, name, initials, role, party, home }: PersonDraft) => ({
  id,
  name,
  ...(initials === null ? {} : { initials }),
  ...(role === null ? {} : { role }),
  ...(party === null ? {} : { party }),
  ...(home === null ? {} : { home }),
});
