import { bisect } from '../time/bisect.ts';
import { createCalendar } from '../time/calendar.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Story, StoryEvent } from './story.ts';

/** An event on the slider. All positions in steps, from 0 at the start of the calendar. */
export interface Moment {
  readonly event: StoryEvent;
  /** Its number in telling order, from 0. */
  readonly order: number;
  /** Where it begins: the i-th of k events that begin in the same step begins at step + i / k. */
  readonly start: number;
  /** Where it is over (exclusive): the end of its last step. An open end is the end of the calendar. */
  readonly end: number;
  /** How far the playhead creeps while it dwells here: a quarter of the event's share of the step. */
  readonly creep: number;
}

/**
 * The events in the order in which they are told.
 *
 * The playhead walks the calendar, not the clock: the slider's 12 June is 12 June wherever the event
 * took place. So the telling order goes by local step first, then by instant, then by file order.
 */
export interface Chronology {
  readonly calendar: Calendar;
  readonly moments: readonly Moment[];
  /** `moments[i].start`, strictly increasing, for binary searches. */
  readonly starts: Float64Array;
  /** Where the playhead ends, in steps: on the last step, with every event begun. */
  readonly duration: number;
  momentOf(id: string): Moment | undefined;
  /** Where the playhead rests when the slider stands on a step: on the last event that begins there. */
  restAt(step: number): number;
}

/** The local time an event begins at; for an open start the last moment that is known of it. */
const firstLocal = ({ when }: StoryEvent): number =>
  when.from === null ? when.localEnd - 1 : when.localStart;

/** The last local moment that the calendar must show. States and open ends may outlast the story. */
const lastLocal = ({ kind, when }: StoryEvent): number =>
  (kind === 'state' && when.from !== null) || when.to === null
    ? when.localStart
    : when.localEnd - 1;

function calendarOf(events: readonly StoryEvent[]): Calendar {
  let first = Infinity;
  let last = -Infinity;
  for (const event of events) {
    first = Math.min(first, firstLocal(event));
    last = Math.max(last, lastLocal(event), firstLocal(event));
  }
  return createCalendar(first, last);
}

/** The step an event begins in; an open start is the start of the calendar. */
const stepOf = (event: StoryEvent, calendar: Calendar): number =>
  event.when.from === null ? 0 : calendar.indexAt(event.when.localStart);

function endOf(event: StoryEvent, step: number, calendar: Calendar): number {
  if (event.when.to === null) return calendar.length;
  const end = calendar.indexAt(event.when.localEnd - 1) + 1;
  return Math.max(step + 1, Math.min(end, calendar.length));
}

/** Instants can be −∞, and −∞ − −∞ is no order. */
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

function momentsOf(events: readonly StoryEvent[], calendar: Calendar): readonly Moment[] {
  const shares = new Map<number, number>();
  const told = events.map((event) => ({ event, step: stepOf(event, calendar) }));
  for (const { step } of told) shares.set(step, (shares.get(step) ?? 0) + 1);
  told.sort((a, b) => a.step - b.step || compare(a.event.when.start, b.event.when.start));
  let rank = 0;
  return told.map(({ event, step }, order) => {
    rank = told[order - 1]?.step === step ? rank + 1 : 0;
    const share = shares.get(step) ?? 1;
    const end = endOf(event, step, calendar);
    return { event, order, start: step + rank / share, end, creep: 1 / (4 * share) };
  });
}

/** The last start before a limit, or −∞. */
const lastBefore = (starts: Float64Array, limit: number): number =>
  starts[bisect(starts.length, (index) => (starts[index] ?? Infinity) >= limit) - 1] ?? -Infinity;

/** Lays the events of a story (at least one) out on a calendar. */
export function createChronology(story: Story): Chronology {
  const calendar = calendarOf(story.events);
  const moments = momentsOf(story.events, calendar);
  const starts = Float64Array.from(moments, ({ start }) => start);
  const last = moments.at(-1);
  const byId = new Map(moments.map((moment) => [moment.event.id, moment]));
  return {
    calendar,
    moments,
    starts,
    duration: Math.max(calendar.length - 1, last ? last.start + last.creep : 0),
    momentOf: (id) => byId.get(id),
    restAt: (step) => Math.max(step, lastBefore(starts, step + 1)),
  };
}
