import { check, warnOfIgnored } from './check-schema.ts';
import type { Findings } from './check-schema.ts';
import type { Fault, Path } from '../faults/fault.ts';
import type { Ids, Kind } from './ids.ts';
import { fieldOf, listOf } from '../faults/raw.ts';
import { checkMedia } from '../rules/media.ts';
import { checkParty } from '../rules/colours.ts';
import { checkGroundName } from '../rules/ground-name.ts';
import { checkRules } from '../rules/rules.ts';
import { createSchemas } from './schema.ts';
import type { Entry, Schemas } from './schema.ts';

/** The most events of a story. A list or chart of more helps no reader. */
export const MAX_EVENTS = 100_000;

/** A story file whose entries have been checked one by one: null where an entry has faults. */
export interface Draft {
  readonly header: Entry<'header'> | null;
  readonly insets: readonly (Entry<'inset'> | null)[];
  readonly tags: readonly (Entry<'tag'> | null)[];
  readonly parties: readonly (Entry<'party'> | null)[];
  readonly people: readonly (Entry<'person'> | null)[];
  readonly places: readonly (Entry<'place'> | null)[];
  readonly sources: readonly (Entry<'source'> | null)[];
  readonly events: readonly (Entry<'event'> | null)[];
}

function checkCount(json: unknown, faults: Fault[]): void {
  const events = fieldOf(json, 'events');
  if (!Array.isArray(events)) return;
  const path = ['events'];
  if (events.length === 0) {
    faults.push({ path, code: 'missing', message: 'is empty. A story needs at least one event.' });
  } else if (events.length > MAX_EVENTS) {
    const message = `has ${events.length} events. A story has at most ${MAX_EVENTS}.`;
    faults.push({ path, code: 'too-large', message });
  }
}

/** The list of each kind. (`checkCount` reports an empty list of events.) */
const LISTS: readonly (readonly [kind: Kind, words: string, path: readonly string[]])[] = [
  ['party', 'parties', ['parties']],
  ['person', 'people', ['people']],
  ['place', 'places', ['places', 'features']],
  ['source', 'sources', ['sources']],
  ['tag', 'tags', ['tags']],
];

/** Reports a list that is empty or missing although the story refers to it. */
function checkLost(json: unknown, lost: ReadonlySet<Kind>, faults: Fault[]): void {
  for (const [kind, words, path] of LISTS) {
    const list = path.reduce(fieldOf, json);
    const isEmpty = Array.isArray(list) && list.length === 0;
    if (!lost.has(kind) || !(isEmpty || fieldOf(json, path[0] ?? '') === undefined)) continue;
    const message = `is ${isEmpty ? 'empty' : 'missing'}, but the story refers to ${words}. Add each of them here.`;
    faults.push({ path: isEmpty ? path : path.slice(0, 1), code: 'missing', message });
  }
}

/** Checks every entry of every list by itself. The value may be anything. */
export function readDraft(json: unknown, ids: Ids, findings: Findings): Draft {
  const { faults } = findings;
  const lost = new Set<Kind>();
  const schemas = createSchemas(ids, lost);
  const header = check(schemas.header, json, [], findings);
  checkCount(json, faults);
  const read = <K extends keyof Schemas>(kind: K, list: readonly unknown[], path: Path) =>
    list.map(
      (item, index) => check(schemas[kind], item, [...path, index], findings) as Entry<K> | null,
    );
  const written = listOf(json, 'events');
  // Too many are a fault by themselves. What else is wrong with them would take long to find and to read.
  const events = written.length > MAX_EVENTS ? [] : written;
  events.forEach((event, index) => {
    checkRules(event, ['events', index], faults);
    checkMedia(event, ['events', index], faults);
  });
  const places = listOf(fieldOf(json, 'places'), 'features');
  places.forEach((place, index) => {
    const path = ['places', 'features', index, 'properties'];
    checkMedia(fieldOf(place, 'properties'), path, faults);
  });
  listOf(json, 'parties').forEach((party, index) => {
    checkParty(party, ['parties', index], faults);
  });
  listOf(fieldOf(json, 'ground'), 'names').forEach((name, index) => {
    checkGroundName(name, ['ground', 'names', index], faults);
  });
  const draft = {
    header,
    insets: read('inset', listOf(json, 'insets'), ['insets']),
    tags: read('tag', listOf(json, 'tags'), ['tags']),
    parties: read('party', listOf(json, 'parties'), ['parties']),
    people: read('person', listOf(json, 'people'), ['people']),
    places: read('place', places, ['places', 'features']),
    sources: read('source', listOf(json, 'sources'), ['sources']),
    events: read('event', events, ['events']),
  };
  checkLost(json, lost, faults);
  warnOfIgnored(findings);
  return draft;
}
