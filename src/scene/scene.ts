import type { Moment } from '../story/chronology.ts';
import type { Commitment, CommitmentState, Person, Place, StoryEvent } from '../story/story.ts';
import type { DatePrecision } from '../time/interval.ts';
import type { Figure } from './figures.ts';
import type { Journey } from './journey.ts';
import type { CommitmentStatuses } from './commitment-status.ts';

/** What the reader looks at: the part of the state that a scene depends on, and nothing more. */
export interface View {
  /** Where the playhead stands, in steps from the story's beginning. */
  readonly currentTime: number;
  /** The id of the place the reader has chosen. */
  readonly selected: string | null;
}

/**
 * What is true and what is to be seen at a moment: plain data between the story and everything that
 * shows it. Map and slider ask the story for nothing but what never changes: its places, its calendar, its words.
 */
export interface Scene {
  readonly time: number;
  /** The step the slider stands on. */
  readonly step: number;
  /**
   * The date that is shown, in local milliseconds: of the newest event where that begins on this step; the day where
   * events of this step are still to come; else the step.
   */
  readonly localTime: number;
  /** How finely that date is known. */
  readonly precision: DatePrecision;
  /** How many events have begun, and the last of them. */
  readonly begun: number;
  readonly latest: Moment | null;
  /** Under way, newest first; a state is news on the step it begins on and then goes on in `meanwhile`. */
  readonly now: readonly StoryEvent[];
  readonly meanwhile: readonly StoryEvent[];
  /** Planned, announced, and not yet due. */
  readonly foreseen: readonly StoryEvent[];
  readonly places: readonly PlaceMark[];
  readonly figures: readonly FigureMark[];
  readonly arcs: readonly ArcMark[];
  readonly traces: Traces;
  readonly selected: PlaceMark | null;
  readonly commitmentStatuses: CommitmentStatuses;
}

/** `now`: something happens here, or an agreement under way binds it. `past`: the same was so before. */
export type PlaceState = 'ahead' | 'past' | 'now';

/** A place with a mark of its own, and what has gone on there and at the places within it. */
export interface PlaceMark {
  readonly place: Place;
  readonly state: PlaceState;
  /** How many events the story has here, and how many of them have begun. */
  readonly total: number;
  readonly begun: number;
  readonly selected: boolean;
  readonly chips: readonly Chip[];
  /** For a zone: the share of its measures taken, 0 to 1. The hatching thins with it. */
  readonly eased: number;
}

/** A commitment at the place it binds. */
export interface Chip {
  readonly commitment: Commitment;
  readonly state: CommitmentState;
  /** The change is news at this moment. */
  readonly fresh: boolean;
}

/** One event drawn at its place. A figure without a place (a plan still open) floats between homes. */
export interface FigureMark {
  readonly event: StoryEvent;
  readonly figure: Figure;
  readonly at: Place | null;
  /** Hollow: planned or reported, not (yet) known to have happened. */
  readonly hollow: boolean;
  readonly seats: readonly Person[];
  readonly homes: readonly Place[];
}

/** A journey at a moment: `progress` 0 at home, 1 on arrival. */
export interface ArcMark {
  readonly journey: Journey;
  readonly progress: number;
  readonly hollow: boolean;
}

/** Journeys that are over: the first `count` of `all`, in the order in which they ended. */
export interface Traces {
  readonly all: readonly Journey[];
  readonly count: number;
}
