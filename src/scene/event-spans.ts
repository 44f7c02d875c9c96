import type { Chronology, Moment } from '../story/chronology.ts';
import type { Span } from './span-index.ts';

/** A stretch of time during which an event is to be seen. */
export interface EventSpan extends Span {
  readonly moment: Moment;
  /** It merely goes on: news on the step on which a state begins, background from then on. */
  readonly lasting: boolean;
}

/**
 * When each event is under way. A plan is over as soon as another event calls it off or takes its place,
 * though its date may lie later: what has happened is no longer planned.
 */
export function eventSpansOf(chronology: Chronology): readonly EventSpan[] {
  const overtaken = overtakenAt(chronology);
  return chronology.moments.flatMap((moment) => {
    const end = Math.min(moment.end, overtaken.get(moment.event.id) ?? Infinity);
    const { start } = moment;
    if (end <= start) return [];
    if (moment.event.kind !== 'state') return [{ start, end, moment, lasting: false }];
    const news = Math.min(end, Math.floor(start) + 1);
    return [
      { start, end: news, moment, lasting: false },
      { start: news, end, moment, lasting: true },
    ];
  });
}

/** When each plan is to be seen ahead of its date: from the event that announced it until it is due. */
export function foreseeingsOf(chronology: Chronology): readonly EventSpan[] {
  const overtaken = overtakenAt(chronology);
  return chronology.moments.flatMap((moment) => {
    if (moment.event.status !== 'planned') return [];
    const announced = moment.event.follows.flatMap(
      ({ event }) => chronology.momentOf(event)?.start ?? [],
    );
    const start = Math.max(...announced);
    const end = Math.min(moment.start, overtaken.get(moment.event.id) ?? Infinity);
    return Number.isFinite(start) && end > start ? [{ start, end, moment, lasting: false }] : [];
  });
}

/** Where a later event cancels or supersedes a plan. */
export function overtakenAt({ moments, momentOf }: Chronology): ReadonlyMap<string, number> {
  const ends = moments.flatMap(({ event, start }) =>
    event.follows
      .filter(({ verb }) => verb === 'supersedes' || verb === 'cancels')
      .filter((link) => momentOf(link.event)?.event.status === 'planned')
      .map((link) => [link.event, start] as const),
  );
  // Of several, the first: the list is in telling order and a Map keeps what was set last.
  return new Map(ends.reverse());
}
