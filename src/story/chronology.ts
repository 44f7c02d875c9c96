import { binarySearch } from '../time/binary-search.ts';
import { createCalendar } from '../time/calendar.ts';
import type { Calendar } from '../time/calendar.ts';
import type { EdtfPoint } from '../time/edtf.ts';
import { DAY, UNITS } from '../time/gregorian.ts';
import type { DatePrecision } from '../time/interval.ts';
import type { Story, StoryEvent } from './story.ts';

/** A date that a moment is asked for by. `offset` counts only with a time of day; null: the clock of each place. */
export type DatePoint = Pick<EdtfPoint, 'localStart' | 'precision' | 'offset'>;

/** A date as it is shown: the start of it in local milliseconds, and how finely it is written. */
export interface ShownDate {
  readonly localTime: number;
  readonly precision: DatePrecision;
}

/** An event on the slider. All positions in steps, from 0 at the start of the calendar. */
export interface Moment {
  readonly event: StoryEvent;
  /** Its number in telling order, from 0. */
  readonly order: number;
  /** Where it begins: the i-th of k events that begin on one day begins i / k of a day after that day's position. */
  readonly start: number;
  /** Where it is over (exclusive): the end of its last step. An open end is the end of the calendar. */
  readonly end: number;
  /** How far the playhead creeps while it dwells here: a quarter of the event's share of the day. */
  readonly creep: number;
  /** The first local moment of the day it begins on. */
  readonly day: number;
  /** When it begins, at its own precision; for an open start the calendar's first step. */
  readonly date: ShownDate;
}

/**
 * The events in the order in which they are told.
 *
 * The playhead walks the calendar, not the clock: the slider's 12 June is 12 June wherever the event
 * took place. So the telling order goes by local day first, then by instant, then by file order. The step of the
 * slider does not matter for it: in months and years, too, the events begun by a day come before all others.
 */
export interface Chronology {
  readonly calendar: Calendar;
  readonly moments: readonly Moment[];
  /** `moments[i].start`, strictly increasing, for binary searches. */
  readonly starts: Float64Array;
  /** Where the playhead ends, in steps: on the last day, with every event begun. */
  readonly duration: number;
  momentOf(id: string): Moment | undefined;
  /**
   * Where the playhead rests when the slider stands on a step: on the last event that begins there; on the last
   * step at the end.
   */
  restAt(step: number): number;
  /** How many events have begun by the end of a day or by a time of day. Those are the first of `moments`. */
  begunBy(date: DatePoint): number;
  /**
   * Where the playhead rests on a date. On a day: on the last event begun by then, and no later event. On a date as
   * long as a step or longer (a month or a year in a story that counts months): where its first step rests.
   */
  restOn(date: DatePoint): number;
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

/** The start of the day that a local time lies in. */
const dayOf = (localMs: number): number => Math.floor(localMs / DAY) * DAY;

/** The day an event begins on; an open start is the first day of the calendar. */
const beginOf = ({ when }: StoryEvent, calendar: Calendar): number =>
  when.from === null ? calendar.dayAt(0) : dayOf(when.localStart);

function dateOf({ when: { from } }: StoryEvent, day: number, calendar: Calendar): ShownDate {
  if (from === null) return { localTime: calendar.localAt(0), precision: calendar.unit };
  return { localTime: day, precision: from.precision === 'minute' ? 'day' : from.precision };
}

function endOf(event: StoryEvent, step: number, calendar: Calendar): number {
  if (event.when.to === null) return calendar.length;
  const end = calendar.indexAt(event.when.localEnd - 1) + 1;
  return Math.max(step + 1, Math.min(end, calendar.length));
}

/** Instants can be −∞, and −∞ − −∞ is no order. */
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

function momentsOf(events: readonly StoryEvent[], calendar: Calendar): readonly Moment[] {
  const shares = new Map<number, number>();
  const told = events.map((event) => ({ event, day: beginOf(event, calendar) }));
  for (const { day } of told) shares.set(day, (shares.get(day) ?? 0) + 1);
  told.sort((a, b) => a.day - b.day || compare(a.event.when.start, b.event.when.start));
  let rank = 0;
  return told.map(({ event, day }, order) => {
    rank = told[order - 1]?.day === day ? rank + 1 : 0;
    const share = shares.get(day) ?? 1;
    const position = calendar.positionAt(day);
    const length = calendar.positionAt(day + DAY) - position;
    return {
      event,
      order,
      start: position + (length * rank) / share,
      end: endOf(event, Math.floor(position), calendar),
      creep: length / (4 * share),
      day,
      date: dateOf(event, day, calendar),
    };
  });
}

/** The last start before a limit, or −∞. */
const lastBefore = (starts: Float64Array, limit: number): number =>
  starts[binarySearch(starts.length, (index) => (starts[index] ?? Infinity) >= limit) - 1] ??
  -Infinity;

/** The first of `moments` that has not begun by a date; how many there are, if all have. */
function begunBy(moments: readonly Moment[], { localStart, precision, offset }: DatePoint): number {
  if (precision !== 'minute') {
    return binarySearch(moments.length, (index) => (moments[index]?.day ?? Infinity) > localStart);
  }
  // Clocks of several places may disagree with the telling order: what follows an event that has not begun waits.
  const ahead = moments.findIndex(({ event: { when } }) =>
    offset === null ? when.localStart > localStart : when.start > localStart - offset,
  );
  return ahead < 0 ? moments.length : ahead;
}

/** Whether a date is as long as a step of the slider, or longer. */
const fillsStep = (precision: EdtfPoint['precision'], unit: Calendar['unit']): boolean =>
  precision === 'decade' || UNITS.findIndex((each) => each === precision) >= UNITS.indexOf(unit);

/** Lays the events of a story (at least one) out on a calendar. */
export function createChronology(story: Story): Chronology {
  const calendar = calendarOf(story.events);
  const moments = momentsOf(story.events, calendar);
  const starts = Float64Array.from(moments, ({ start }) => start);
  const last = moments.at(-1);
  const byId = new Map(moments.map((moment) => [moment.event.id, moment]));
  const duration = Math.max(calendar.end, last ? last.start + last.creep : 0);
  const restAt = (step: number): number =>
    step >= calendar.length - 1 ? duration : Math.max(step, lastBefore(starts, step + 1));
  const restOn = (date: DatePoint): number => {
    const { localStart, precision } = date;
    if (fillsStep(precision, calendar.unit)) {
      const step = calendar.indexAt(localStart);
      return step < 0 ? 0 : restAt(step);
    }
    const position = calendar.positionAt(localStart);
    const begun = begunBy(moments, date);
    const next = moments[begun];
    // On the last day playing has come to its end; at a time of that day it has the last event before it.
    const isOver = precision === 'minute' ? position > calendar.end : position >= calendar.end;
    if (!next && isOver) return duration;
    // The first event of a day begins where the day does. Before its time of day, the day before is shown.
    const before = next ? calendar.positionAt(next.day - DAY) : Infinity;
    return Math.max(starts[begun - 1] ?? 0, Math.min(position, before));
  };
  return {
    calendar,
    moments,
    starts,
    duration,
    momentOf: (id) => byId.get(id),
    restAt,
    begunBy: (date) => begunBy(moments, date),
    restOn,
  };
}
