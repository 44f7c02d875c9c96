import type { Chronology } from '../story/chronology.ts';
import type { Commitment, CommitmentChange, Story } from '../story/story.ts';
import { countUpTo } from '../time/binary-search.ts';

/** How a commitment stands at a moment; null before it was made. */
export type CommitmentStatus = CommitmentChange | null;

interface Course {
  readonly starts: readonly number[];
  readonly changes: readonly CommitmentChange[];
}

/** Where every commitment of a story has got to, asked one at a time by those who look at it. */
export class CommitmentStatuses {
  readonly #courses: ReadonlyMap<Commitment, Course>;

  constructor(story: Story, chronology: Chronology) {
    this.#courses = new Map(
      story.events.flatMap((event) =>
        event.commitments.map((commitment) => {
          const signed = chronology.momentOf(event.id)?.start ?? 0;
          return [commitment, courseOf(commitment, signed, chronology)];
        }),
      ),
    );
  }

  /** Every position at which some commitment changes, in no order. */
  get changes(): readonly number[] {
    return [...this.#courses.values()].flatMap(({ starts }) => starts);
  }

  at(commitment: Commitment, time: number): CommitmentStatus {
    const course = this.#courses.get(commitment);
    if (!course) return null;
    return course.changes[countUpTo(course.starts, time) - 1] ?? null;
  }
}

/**
 * A change that an event brought takes hold as that event begins, any other as its day begins, and none
 * before the agreement is signed.
 */
function courseOf(commitment: Commitment, signed: number, chronology: Chronology): Course {
  const starts = commitment.history.map((change) => {
    const moment = change.event === null ? undefined : chronology.momentOf(change.event);
    const day = chronology.calendar.positionAt(change.when.localStart);
    return Math.max(signed, moment?.start ?? day);
  });
  // Two changes may fall on one step while only one of them has an event; time never runs backwards.
  const forward = starts.map((_, index) => Math.max(...starts.slice(0, index + 1)));
  return { starts: forward, changes: commitment.history };
}
