import type { Moment } from '../story/chronology.ts';
import type { Commitment, CommitmentState, Person, Place, StoryEvent } from '../story/story.ts';
import type { DatePrecision } from '../time/interval.ts';
import type { Figure } from './figures.ts';
import type { Journey } from './journey.ts';
import type { CommitmentStatuses } from './commitment-status.ts';

/** The view state: everything that a scene depends on, besides the story. */
export interface View {
  /** Position of the playhead, in steps from the story's beginning. */
  readonly currentTime: number;
  /** The id of the place the reader has chosen. */
  readonly selected: string | null;
  /** The id of the person the reader has chosen. A place and a person are never chosen together. */
  readonly selectedPerson: string | null;
}

/**
 * What is shown at a moment, as plain data. Map and slider read the rest from the story, which never changes: places,
 * calendar, texts.
 */
export interface Scene {
  readonly time: number;
  /** The step of the slider. */
  readonly step: number;
  /**
   * The date that is shown, in local milliseconds. If the newest event begins on this step, it is that event's date. If
   * events of this step are still to come, it is the day. Otherwise it is the step.
   */
  readonly localTime: number;
  readonly precision: DatePrecision;
  /** How many events have begun, and the last of them. */
  readonly begun: number;
  readonly latest: Moment | null;
  /** Under way, newest first. A state is in `now` on the step on which it begins, and then in `meanwhile`. */
  readonly now: readonly StoryEvent[];
  readonly meanwhile: readonly StoryEvent[];
  /** Planned, announced, and not yet due. */
  readonly foreseen: readonly StoryEvent[];
  readonly places: readonly PlaceMark[];
  readonly figures: readonly FigureMark[];
  readonly arcs: readonly ArcMark[];
  readonly traces: Traces;
  readonly selected: PlaceMark | null;
  readonly selectedPerson: Person | null;
  readonly commitmentStatuses: CommitmentStatuses;
}

/** `now`: something happens here, or an agreement under way binds the place. `past`: so it was earlier. */
export type PlaceState = 'ahead' | 'past' | 'now';

/** A line that is drawn ends at a place. `now`: one that is under way. `past`: only ones of journeys that are over. */
export type LineEnd = 'now' | 'past' | null;

/** A place with its own mark, and the state of events there and at the places within it. */
export interface PlaceMark {
  readonly place: Place;
  readonly state: PlaceState;
  readonly lineEnd: LineEnd;
  /** How many events the story has here, and how many of them have begun. */
  readonly total: number;
  readonly begun: number;
  readonly selected: boolean;
  readonly chips: readonly Chip[];
  /** For a zone: the share of its measures that have been taken, 0 to 1. The hatching gets thinner with it. */
  readonly eased: number;
}

/** A commitment at the place it binds. */
export interface Chip {
  readonly commitment: Commitment;
  readonly state: CommitmentState;
  /** An event that is under way has made the change. */
  readonly fresh: boolean;
}

/** One event, drawn at its place. A plan without a place is drawn between the homes of its participants, others not at all. */
export interface FigureMark {
  readonly event: StoryEvent;
  readonly figure: Figure;
  readonly at: Place | null;
  /** Planned or reported: not known to have happened. */
  readonly hollow: boolean;
  readonly seats: readonly Person[];
  readonly homes: readonly Place[];
}

/** A journey at a moment. `progress` is 0 at home and 1 on arrival. */
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
