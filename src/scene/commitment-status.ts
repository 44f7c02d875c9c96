import type { Chronology } from '../story/chronology.ts';
import type { Commitment, CommitmentChange, Story } from '../story/story.ts';
import { countUpTo } from '../time/binary-search.ts';

/** The status of a commitment at a moment; null before it was made. */
export type CommitmentStatus = CommitmentChange | null;

interface StatusHistory {
  readonly starts: readonly number[];
  readonly changes: readonly CommitmentChange[];
}

/** The status of each commitment of a story at a moment. */
export class CommitmentStatuses {
  readonly #histories: ReadonlyMap<Commitment, StatusHistory>;

  constructor(story: Story, chronology: Chronology) {
    this.#histories = new Map(
      story.events.flatMap((event) =>
        event.commitments.map((commitment) => {
          const signed = chronology.momentOf(event.id)?.start ?? 0;
          return [commitment, historyOf(commitment, signed, chronology)];
        }),
      ),
    );
    // As for the player: a proxy has no private members.
    Object.preventExtensions(this);
  }

  /** All positions at which a commitment changes, unsorted. */
  get changes(): readonly number[] {
    return [...this.#histories.values()].flatMap(({ starts }) => starts);
  }

  at(commitment: Commitment, time: number): CommitmentStatus {
    const history = this.#histories.get(commitment);
    if (!history) return null;
    return history.changes[countUpTo(history.starts, time) - 1] ?? null;
  }
}

/**
 * A change made by an event takes effect when the event begins. Any other change takes effect when its day begins.
 * No change takes effect before the agreement is signed.
 */
function historyOf(commitment: Commitment, signed: number, chronology: Chronology): StatusHistory {
  const starts = commitment.history.map((change) => {
    const moment = change.event === null ? undefined : chronology.momentOf(change.event);
    const day = chronology.calendar.positionAt(change.when.localStart);
    return Math.max(signed, moment?.start ?? day);
  });
  // Two changes on one day get different starts if only one has an event. The maximum keeps the starts in order.
  const ascending = starts.map((_, index) => Math.max(...starts.slice(0, index + 1)));
  return { starts: ascending, changes: commitment.history };
}
