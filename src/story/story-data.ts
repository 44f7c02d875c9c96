import type { IntervalData } from '../time/interval-data.ts';
import type {
  Claim,
  Commitment,
  CommitmentChange,
  Person,
  Place,
  Story,
  StoryEvent,
} from './story.ts';

/**
 * A checked story as plain JSON. It differs from `Story` in two ways: objects refer to each other by id,
 * and an open end of a date is null. The parser makes it, the build sends it to the browser, and
 * `linkStory` turns it into a `Story`.
 */
export interface StoryData extends Omit<Story, 'people' | 'places' | 'events'> {
  readonly people: readonly PersonData[];
  readonly places: readonly PlaceData[];
  readonly events: readonly EventData[];
}

export interface PersonData extends Omit<Person, 'party' | 'home'> {
  readonly party: string | null;
  readonly home: string | null;
}

export interface PlaceData extends Omit<Place, 'mark'> {
  /** The place whose mark stands for this one; null where it has its own. */
  readonly within: string | null;
}

export interface EventData extends Omit<
  StoryEvent,
  | 'kindName'
  | 'when'
  | 'at'
  | 'who'
  | 'about'
  | 'letter'
  | 'sources'
  | 'tags'
  | 'claims'
  | 'commitments'
> {
  readonly when: IntervalData;
  readonly at: string | null;
  readonly who: readonly string[];
  readonly about: readonly string[];
  readonly letter: { readonly from: string; readonly to: string } | null;
  readonly sources: readonly string[];
  readonly tags: readonly string[];
  readonly claims: readonly ClaimData[];
  readonly commitments: readonly CommitmentData[];
}

export interface ClaimData extends Omit<Claim, 'source'> {
  readonly source: string;
}

export interface CommitmentData extends Omit<Commitment, 'by' | 'binds' | 'history'> {
  readonly by: readonly string[];
  readonly binds: string | null;
  readonly history: readonly ChangeData[];
}

export interface ChangeData extends Omit<CommitmentChange, 'when'> {
  readonly when: IntervalData;
}
