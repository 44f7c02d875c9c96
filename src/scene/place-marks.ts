import type { Chronology } from '../story/chronology.ts';
import type { Commitment, Place, Story } from '../story/story.ts';
import { countUpTo } from '../time/binary-search.ts';
import type { Chip, LineEnd, PlaceMark, PlaceState } from './scene.ts';
import { createStableList } from './stable-list.ts';
import type { CommitmentStatuses } from './commitment-status.ts';
import type { Travel } from './travels.ts';

/** The mark of a place has this many of its latest commitments. A selected place has all of them. */
const LATEST = 6;

/** The story of one place with a mark. The starts are sorted; the commitments are in order of signing. */
interface History {
  readonly place: Place;
  readonly starts: readonly number[];
  readonly signed: readonly number[];
  readonly commitments: readonly Commitment[];
  readonly measures: readonly number[];
  /** When the first journey from or to here is over and leaves its line; Infinity if none does. */
  readonly traced: number;
}

/** The state that the marks of all places depend on. */
export interface PlaceQuery {
  readonly time: number;
  readonly selected: string | null;
  /** Marks where something is under way. */
  readonly live: ReadonlySet<Place>;
  /** Marks at which a line under way ends. */
  readonly ends: ReadonlySet<Place>;
  /** Ids of the events under way. */
  readonly events: ReadonlySet<string>;
}

/**
 * Groups a story by place, once. Each query then costs a few binary searches for each place. `over`: the journeys that
 * leave a line, in the order in which they end.
 */
export function createPlaceMarks(
  story: Story,
  chronology: Chronology,
  commitmentStatuses: CommitmentStatuses,
  over: readonly Travel[],
): (query: PlaceQuery) => readonly PlaceMark[] {
  const traced = new Map<Place, number>();
  for (const { journey, end } of over) {
    for (const place of [journey.from, journey.to]) {
      if (!traced.has(place)) traced.set(place, end);
    }
  }
  const histories = story.places
    .filter((place) => place.mark === place)
    .map((place) => ({ ...historyOf(place, chronology), traced: traced.get(place) ?? Infinity }));
  const keep = createStableList<PlaceMark>((mark) => mark.place);
  return (query) => keep(histories.map((history) => markOf(history, commitmentStatuses, query)));
}

function historyOf(place: Place, chronology: Chronology): Omit<History, 'traced'> {
  const here = chronology.moments.filter(({ event }) => event.at?.mark === place);
  const measures = chronology.moments.filter(
    ({ event }) =>
      (event.kind === 'measure' || event.kind === 'demolition') &&
      (event.at?.mark === place || event.about.some((about) => about.mark === place)),
  );
  const bonds = chronology.moments.flatMap(({ event, start }) =>
    event.commitments
      .filter((commitment) => commitment.binds?.mark === place)
      .map((commitment) => ({ commitment, start })),
  );
  return {
    place,
    starts: here.map((moment) => moment.start),
    signed: bonds.map((bond) => bond.start),
    commitments: bonds.map((bond) => bond.commitment),
    measures: measures.map((moment) => moment.start),
  };
}

function markOf(
  history: History,
  commitmentStatuses: CommitmentStatuses,
  query: PlaceQuery,
): PlaceMark {
  const { place, starts } = history;
  const begun = countUpTo(starts, query.time);
  const bound = countUpTo(history.signed, query.time);
  const rest: PlaceState = begun + bound > 0 ? 'past' : 'ahead';
  const traced: LineEnd = history.traced <= query.time ? 'past' : null;
  const taken = countUpTo(history.measures, query.time);
  return {
    place,
    state: query.live.has(place) ? 'now' : rest,
    lineEnd: query.ends.has(place) ? 'now' : traced,
    total: starts.length,
    begun,
    selected: place.id === query.selected,
    chips: chipsOf(history, commitmentStatuses, query),
    eased: taken / Math.max(1, history.measures.length),
  };
}

function chipsOf(
  history: History,
  commitmentStatuses: CommitmentStatuses,
  query: PlaceQuery,
): readonly Chip[] {
  const signed = countUpTo(history.signed, query.time);
  const most = history.place.id === query.selected ? signed : LATEST;
  const shown = history.commitments.slice(Math.max(0, signed - most), signed);
  return shown.flatMap((commitment) => {
    const change = commitmentStatuses.at(commitment, query.time);
    if (!change) return [];
    const fresh = change.event !== null && query.events.has(change.event);
    return [{ commitment, state: change.state, fresh }];
  });
}
