import { isFlaw } from '../../time/flaw.ts';
import { parseInterval } from '../../time/parse-interval.ts';
import type { Fault, Path } from './fault.ts';
import { linkHistory } from './commitment-history.ts';
import type { Entry } from './schema.ts';
import type { Party, Person, Place, Source, StoryEvent } from '../story.ts';

/** What an event may refer to, by id. */
export interface Cast {
  readonly zone: string;
  readonly places: ReadonlyMap<string, Place>;
  readonly people: ReadonlyMap<string, Person>;
  readonly parties: ReadonlyMap<string, Party>;
  readonly sources: ReadonlyMap<string, Source>;
}

/** Looks ids up. One that is missing here has a fault of its own already, so it is left out. */
export const allOf = <T>(ids: readonly string[], map: ReadonlyMap<string, T>): readonly T[] =>
  ids.flatMap((id) => map.get(id) ?? []);

function linkCommitments(
  entry: Entry<'event'>,
  event: Pick<StoryEvent, 'when' | 'at'>,
  cast: Cast,
  path: Path,
  faults: Fault[],
): StoryEvent['commitments'] {
  return entry.commitments.flatMap(({ id, text, by, binds: bound, history }, index) => {
    const zone = event.at?.zone ?? cast.zone;
    const at = [...path, 'commitments', index, 'history'];
    const changes = linkHistory(history, event.when, zone, at, faults);
    const binds = cast.places.get(bound);
    if (binds === undefined) return [];
    return [{ id, text, by: allOf(by, cast.parties), binds, history: changes }];
  });
}

/** Resolves the dates and references of one event; null if its date does not exist at its place. */
export function linkEvent(
  entry: Entry<'event'>,
  cast: Cast,
  path: Path,
  faults: Fault[],
): StoryEvent | null {
  const at = entry.at === undefined ? null : (cast.places.get(entry.at) ?? null);
  // The zone is unknown while the place is faulty: nothing true can be said about the date yet.
  if (entry.at !== undefined && at === null) return null;
  const when = parseInterval(entry.when, at?.zone ?? cast.zone);
  if (isFlaw(when)) {
    faults.push({ path: [...path, 'when'], code: when.flaw, message: when.message });
    return null;
  }
  const from = cast.people.get(entry.from ?? '');
  const to = cast.people.get(entry.to ?? '');
  return {
    id: entry.id,
    kind: entry.kind,
    status: entry.status,
    title: entry.title,
    text: entry.text,
    when,
    at,
    who: allOf(entry.who, cast.people),
    about: allOf(entry.about, cast.places),
    letter: from && to ? { from, to } : null,
    via: entry.via ?? [],
    follows: entry.follows,
    sources: allOf(entry.sources, cast.sources),
    claims: entry.claims.flatMap(({ source: id, says, differs = null }) => {
      const source = cast.sources.get(id);
      return source ? [{ source, says, differs }] : [];
    }),
    commitments: linkCommitments(entry, { when, at }, cast, path, faults),
  };
}
