import type { Fault, Path } from '../faults/fault.ts';
import { formatPath } from '../faults/fault.ts';
import { fieldOf, listOf, quoted } from '../faults/raw.ts';

/** The kinds of entries that have ids. Messages use these words. */
export type Kind = 'place' | 'person' | 'party' | 'source' | 'tag' | 'event';

/** Every id of the file, with its path. Collected first, so that references may point forward. */
export type Ids = Readonly<Record<Kind | 'inset' | 'commitment', ReadonlyMap<string, Path>>>;

type Entry = readonly [value: unknown, path: Path];

const entriesOf = (value: unknown, key: string, path: Path): Entry[] =>
  listOf(value, key).map((item, index) => [item, [...path, key, index]]);

function collect(entries: readonly Entry[], faults: Fault[]): ReadonlyMap<string, Path> {
  const paths = new Map<string, Path>();
  for (const [value, path] of entries) {
    const id = fieldOf(value, 'id');
    if (typeof id !== 'string') continue;
    const earlier = paths.get(id);
    if (earlier === undefined) {
      paths.set(id, path);
      continue;
    }
    const message = `${quoted(id)} is already the id of ${formatPath(earlier)}. Write another.`;
    faults.push({ path: [...path, 'id'], code: 'duplicate', message });
  }
  return paths;
}

/** Collects the ids of a story file and reports those that occur twice. The value may be anything. */
export function collectIds(json: unknown, faults: Fault[]): Ids {
  const events = entriesOf(json, 'events', []);
  const commitments = events.flatMap(([event, path]) => entriesOf(event, 'commitments', path));
  return {
    inset: collect(entriesOf(json, 'insets', []), faults),
    party: collect(entriesOf(json, 'parties', []), faults),
    person: collect(entriesOf(json, 'people', []), faults),
    place: collect(entriesOf(fieldOf(json, 'places'), 'features', ['places']), faults),
    source: collect(entriesOf(json, 'sources', []), faults),
    tag: collect(entriesOf(json, 'tags', []), faults),
    event: collect(events, faults),
    commitment: collect(commitments, faults),
  };
}
