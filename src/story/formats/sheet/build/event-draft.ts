import type { LinkVerb, Text } from '../../../story.ts';
import type { MediaItem } from './media.ts';
import type { PlaceDraft } from './places.ts';

export interface CommitmentDraft {
  readonly id: string;
  readonly text: Text;
  readonly by: readonly string[];
  readonly binds: string | null;
  readonly history: Readonly<Record<string, Text>>[];
}

/** An earlier event. */
export interface LinkDraft {
  readonly event: string;
  readonly verb: LinkVerb;
}

/** An event while its story is put together. */
export interface EventDraft {
  readonly id: string;
  /** Null: none is written. */
  readonly kind: string | null;
  readonly status: string | null;
  readonly title: Text;
  readonly text: Text;
  readonly when: string;
  readonly at: PlaceDraft | null;
  readonly who: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly tags: readonly string[];
  readonly about: readonly string[];
  readonly follows: LinkDraft[];
  readonly sources: readonly string[];
  readonly media: readonly MediaItem[];
  readonly claims: Readonly<Record<string, Text>>[];
  readonly commitments: CommitmentDraft[];
}

/** An earlier event as the story file has it: without the verb that is the default. */
const linkEntry = ({ event, verb }: LinkDraft) => ({
  event,
  ...(verb === 'follows' ? {} : { verb }),
});

/** A commitment as the story file has it. */
const commitmentEntry = ({ id, text, by, binds, history }: CommitmentDraft) => ({
  id,
  text,
  by,
  ...(binds === null ? {} : { binds }),
  ...(history.length === 0
    ? {}
    : { history: [...history].sort((a, b) => (String(a['when']) < String(b['when']) ? -1 : 1)) }),
});

/** An event as the story file has it. */
export const eventEntry = (event: EventDraft): Readonly<Record<string, unknown>> => ({
  id: event.id,
  ...(event.kind === null ? {} : { kind: event.kind }),
  ...(event.status === null ? {} : { status: event.status }),
  title: event.title,
  text: event.text,
  when: event.when,
  ...(event.at === null ? {} : { at: event.at.id }),
  ...(event.who.length === 0 ? {} : { who: event.who }),
  ...(event.from === null ? {} : { from: event.from }),
  ...(event.to === null ? {} : { to: event.to }),
  ...(event.tags.length === 0 ? {} : { tags: event.tags }),
  ...(event.about.length === 0 ? {} : { about: event.about }),
  ...(event.follows.length === 0 ? {} : { follows: event.follows.map(linkEntry) }),
  ...(event.sources.length === 0 ? {} : { sources: event.sources }),
  ...(event.media.length === 0 ? {} : { media: event.media }),
  ...(event.claims.length === 0 ? {} : { claims: event.claims }),
  ...(event.commitments.length === 0
    ? {}
    : { commitments: event.commitments.map(commitmentEntry) }),
});
