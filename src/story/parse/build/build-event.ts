import { isFlaw } from '../../../time/flaw.ts';
import { toIntervalData } from '../../../time/interval-data.ts';
import type { Interval } from '../../../time/interval.ts';
import { parseInterval } from '../../../time/parse-interval.ts';
import type { EventData } from '../../story-data.ts';
import { buildHistory } from './build-history.ts';
import { buildMedia } from './build-media.ts';
import type { Fault, Path } from '../faults/fault.ts';
import type { Entry } from '../schema/schema.ts';

/** An event with its date as an interval, and its place in the file. */
export interface DatedEvent {
  readonly event: EventData;
  readonly when: Interval;
  readonly path: Path;
}

/** What an event takes from the story: its language, its time zone, and that of each place that is sound. */
interface OfStory {
  readonly language: string;
  readonly zone: string;
  readonly zones: ReadonlyMap<string, string>;
}

/** The data of one event; null if its date cannot be resolved. */
export function buildEvent(
  entry: Entry<'event'>,
  { language, zone: storyZone, zones }: OfStory,
  path: Path,
  faults: Fault[],
): DatedEvent | null {
  const zone = entry.at === undefined ? storyZone : zones.get(entry.at);
  // The place has a fault of its own. Without its zone nothing can be said about the date.
  if (zone === undefined) return null;
  const when = parseInterval(entry.when, zone);
  if (isFlaw(when)) {
    faults.push({ path: [...path, 'when'], code: when.flaw, message: when.message });
    return null;
  }
  const { from, to } = entry;
  const commitments = entry.commitments.map(({ id, text, by, binds, history }, index) => {
    const at = [...path, 'commitments', index, 'history'];
    return {
      ...{ id, text, by, binds: binds ?? null },
      history: buildHistory(history, when, zone, at, faults),
    };
  });
  const event = {
    id: entry.id,
    kind: entry.kind,
    status: entry.status,
    title: entry.title,
    text: entry.text,
    when: toIntervalData(when),
    at: entry.at ?? null,
    who: entry.who,
    about: entry.about,
    letter: from !== undefined && to !== undefined ? { from, to } : null,
    via: entry.via ?? [],
    follows: entry.follows,
    sources: entry.sources,
    tags: entry.tags,
    claims: entry.claims.map(({ source, says, differs }) => ({
      source,
      says,
      differs: differs ?? null,
    })),
    commitments,
    media: buildMedia(entry.media, language),
  };
  return { event, when, path };
}
