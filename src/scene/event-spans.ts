import type { Chronology, Moment } from '../story/chronology.ts';
import type { Span } from './span-index.ts';

/** A span of time during which an event is shown. */
export interface EventSpan extends Span {
  readonly moment: Moment;
  /** A state after the step on which it began. On that step itself it is news. */
  readonly lasting: boolean;
}

/**
 * When each event is under way. A plan ends when another event cancels or supersedes it, even if the plan's own date
 * is later.
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

/** When each plan is shown ahead of its date: from the event that announced it until the date. */
export function foreseenSpansOf(chronology: Chronology): readonly EventSpan[] {
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
  // The first of several events counts. They are in order, and a Map keeps the value that is set last.
  return new Map(ends.reverse());
}
