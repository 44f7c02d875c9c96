import { binarySearch } from '../time/binary-search.ts';
import { createCalendar } from '../time/calendar.ts';
import type { Calendar } from '../time/calendar.ts';
import type { EdtfPoint } from '../time/edtf.ts';
import { DAY, UNITS } from '../time/gregorian.ts';
import type { DatePrecision } from '../time/interval.ts';
import type { Story, StoryEvent } from './story.ts';

/** A date to look moments up by. `offset` matters only with a time of day; null means the local time of each place. */
export type DatePoint = Pick<EdtfPoint, 'localStart' | 'precision' | 'offset'>;

/** A date as readers see it: its start in local milliseconds, and how finely it is written. */
export interface ShownDate {
  readonly localTime: number;
  readonly precision: DatePrecision;
}

/** An event on the slider. Positions are in steps, from 0 at the start of the calendar. */
export interface Moment {
  readonly event: StoryEvent;
  /** Its index in `moments`, from 0. */
  readonly order: number;
  /** Where it begins. The k events of a day share it evenly: event i (from 0) begins i / k of the day after the day's position. */
  readonly start: number;
  /** Where it ends (exclusive): the end of its last step. An open end is the end of the calendar. */
  readonly end: number;
  /** How far the playhead moves while it stays on this event: a quarter of the event's share of the day. */
  readonly creep: number;
  /** The start of the day it begins on, in local milliseconds. */
  readonly day: number;
  /** The date it begins, at its own precision. For an open start: the calendar's first step. */
  readonly date: ShownDate;
}

/**
 * The events of a story in order, on a calendar.
 *
 * The slider counts local days: its 12 June is 12 June wherever the event took place. So events are ordered by
 * local day first, then by instant, then as in the file. The order is the same whether the slider counts days,
 * months or years.
 */
export interface Chronology {
  readonly calendar: Calendar;
  readonly moments: readonly Moment[];
  /** `moments[i].start` for each i, strictly increasing, for binary searches. */
  readonly starts: Float64Array;
  /** The last position of the playhead, in steps. Every event has begun by then. */
  readonly duration: number;
  momentOf(id: string): Moment | undefined;
  /** Where the playhead rests for a step of the slider: on the last event that begins in it. The last step rests at the end. */
  restAt(step: number): number;
  /** How many of `moments`, from the first, have begun by the end of a day or by a time of day. */
  begunBy(date: DatePoint): number;
  /**
   * Where the playhead rests for a date. For a day: on the last event begun by then. For a date as long as a step
   * or longer (a month or a year where the slider counts months): as `restAt` for the first step of the date.
   */
  restOn(date: DatePoint): number;
}

/** The local time at which an event begins. For an open start: its last known moment. */
const firstLocal = ({ when }: StoryEvent): number =>
  when.from === null ? when.localEnd - 1 : when.localStart;

/** The last local time of an event that the calendar must cover. States and open ends may go on after the story. */
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

/** The start of the day that contains a local time. */
const dayOf = (localMs: number): number => Math.floor(localMs / DAY) * DAY;

/** The day on which an event begins. An open start counts as the first day of the calendar. */
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

/** Compares instants. Subtraction would not do: −∞ − −∞ is NaN. */
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

/** The last start below a limit, or −∞. */
const lastBefore = (starts: Float64Array, limit: number): number =>
  starts[binarySearch(starts.length, (index) => (starts[index] ?? Infinity) >= limit) - 1] ??
  -Infinity;

/** The number of moments that have begun by a date: the index of the first that has not. */
function begunBy(moments: readonly Moment[], { localStart, precision, offset }: DatePoint): number {
  if (precision !== 'minute') {
    return binarySearch(moments.length, (index) => (moments[index]?.day ?? Infinity) > localStart);
  }
  // With time zones, a later moment may have begun while an earlier one has not. It waits for the earlier one.
  const ahead = moments.findIndex(({ event: { when } }) =>
    offset === null ? when.localStart > localStart : when.start > localStart - offset,
  );
  return ahead < 0 ? moments.length : ahead;
}

/** Whether a date covers at least a whole step of the slider. */
const fillsStep = (precision: EdtfPoint['precision'], unit: Calendar['unit']): boolean =>
  precision === 'decade' || UNITS.findIndex((each) => each === precision) >= UNITS.indexOf(unit);

/** Puts the events of a story (at least one) on a calendar. */
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
    // On the last day everything has been played. A time of that day may lie before the day's last event.
    const isOver = precision === 'minute' ? position > calendar.end : position >= calendar.end;
    if (!next && isOver) return duration;
    // The first event of a day begins where the day does. Before its time of day, stay on the day before.
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
