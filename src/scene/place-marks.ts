import type { Chronology } from '../story/chronology.ts';
import type { Commitment, Place, Story } from '../story/story.ts';
import { countUpTo } from '../time/binary-search.ts';
import type { Chip, PlaceMark, PlaceState } from './scene.ts';
import { createStableList } from './stable-list.ts';
import type { CommitmentStatuses } from './commitment-status.ts';

/** A place holds this many of its latest commitments ready, and all of them while it is selected. */
const READY = 6;

/** What the story holds for one place with a mark: begins sorted, commitments in order of signing. */
interface History {
  readonly place: Place;
  readonly starts: readonly number[];
  readonly signed: readonly number[];
  readonly commitments: readonly Commitment[];
  readonly measures: readonly number[];
}

export interface PlaceNews {
  readonly time: number;
  readonly selected: string | null;
  /** Marks where something is under way. */
  readonly live: ReadonlySet<Place>;
  /** Ids of the events under way. */
  readonly events: ReadonlySet<string>;
}

/** Sorts a story by place once; the answer then costs a few bisections for each place. */
export function createPlaceMarks(
  story: Story,
  chronology: Chronology,
  commitmentStatuses: CommitmentStatuses,
): (news: PlaceNews) => readonly PlaceMark[] {
  const histories = story.places
    .filter((place) => place.mark === place)
    .map((place) => historyOf(place, chronology));
  const keep = createStableList<PlaceMark>((mark) => mark.place);
  return (news) => keep(histories.map((history) => markOf(history, commitmentStatuses, news)));
}

function historyOf(place: Place, chronology: Chronology): History {
  const here = chronology.moments.filter(({ event }) => event.at?.mark === place);
  const measures = chronology.moments.filter(
    ({ event }) =>
      (event.kind === 'measure' || event.kind === 'demolition') &&
      (event.at?.mark === place || event.about.some((about) => about.mark === place)),
  );
  const bonds = chronology.moments.flatMap(({ event, start }) =>
    event.commitments
      .filter((commitment) => commitment.binds.mark === place)
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
  news: PlaceNews,
): PlaceMark {
  const { place, starts } = history;
  const begun = countUpTo(starts, news.time);
  const bound = countUpTo(history.signed, news.time);
  const rest: PlaceState = begun + bound > 0 ? 'past' : 'ahead';
  const taken = countUpTo(history.measures, news.time);
  return {
    place,
    state: news.live.has(place) ? 'now' : rest,
    total: starts.length,
    begun,
    selected: place.id === news.selected,
    chips: chipsOf(history, commitmentStatuses, news),
    eased: taken / Math.max(1, history.measures.length),
  };
}

function chipsOf(
  history: History,
  commitmentStatuses: CommitmentStatuses,
  news: PlaceNews,
): readonly Chip[] {
  const signed = countUpTo(history.signed, news.time);
  const ready = history.place.id === news.selected ? signed : READY;
  const shown = history.commitments.slice(Math.max(0, signed - ready), signed);
  return shown.flatMap((commitment) => {
    const change = commitmentStatuses.at(commitment, news.time);
    if (!change) return [];
    const fresh = change.event !== null && news.events.has(change.event);
    return [{ commitment, state: change.state, fresh }];
  });
}
