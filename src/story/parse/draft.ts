import { check } from './check-schema.ts';
import type { Fault, Path } from './fault.ts';
import type { Ids, Kind } from './ids.ts';
import { fieldOf, listOf } from './raw.ts';
import { checkRules } from './rules.ts';
import { createShape, header as headerShape } from './schema.ts';
import type { Entry, Header, Shape } from './schema.ts';

/** Beyond this neither the list of events nor the chart of them helps a reader. */
export const MAX_EVENTS = 100_000;

/** A story file whose entries have been checked one by one: null where an entry has faults. */
export interface Draft {
  readonly header: Header | null;
  readonly insets: readonly (Entry<'inset'> | null)[];
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
    faults.push({ path, code: 'missing', message: 'is empty. A story needs an event at least.' });
  } else if (events.length > MAX_EVENTS) {
    const message = `has ${events.length} events. A story holds ${MAX_EVENTS} at most.`;
    faults.push({ path, code: 'too-large', message });
  }
}

/** Where the things of a kind are listed. (An empty list of events has a fault of its own.) */
const LISTS: readonly (readonly [kind: Kind, words: string, path: readonly string[]])[] = [
  ['party', 'parties', ['parties']],
  ['person', 'people', ['people']],
  ['place', 'places', ['places', 'features']],
  ['source', 'sources', ['sources']],
];

/** Reports once a list that is empty although the story refers into it. */
function checkLost(json: unknown, lost: ReadonlySet<Kind>, faults: Fault[]): void {
  for (const [kind, words, path] of LISTS) {
    const list = path.reduce(fieldOf, json);
    if (!lost.has(kind) || !Array.isArray(list) || list.length > 0) continue;
    const message = `is empty, but the story names ${words}. Write each of them here.`;
    faults.push({ path, code: 'missing', message });
  }
}

/** Checks the form of a story file of any shape, every entry of every list. */
export function readDraft(json: unknown, ids: Ids, faults: Fault[]): Draft {
  const lost = new Set<Kind>();
  const shape = createShape(ids, lost);
  const header = check(headerShape, json, [], faults);
  checkCount(json, faults);
  const read = <K extends keyof Shape>(kind: K, list: readonly unknown[], path: Path) =>
    list.map(
      (item, index) => check(shape[kind], item, [...path, index], faults) as Entry<K> | null,
    );
  const events = listOf(json, 'events').slice(0, MAX_EVENTS);
  events.forEach((event, index) => {
    checkRules(event, ['events', index], faults);
  });
  const draft = {
    header,
    insets: read('inset', listOf(json, 'insets'), ['insets']),
    parties: read('party', listOf(json, 'parties'), ['parties']),
    people: read('person', listOf(json, 'people'), ['people']),
    places: read('place', listOf(fieldOf(json, 'places'), 'features'), ['places', 'features']),
    sources: read('source', listOf(json, 'sources'), ['sources']),
    events: read('event', events, ['events']),
  };
  checkLost(json, lost, faults);
  return draft;
}
