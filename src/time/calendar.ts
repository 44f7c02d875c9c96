import { countAt, DAY, startAt } from './gregorian.ts';
import type { Unit } from './gregorian.ts';

/**
 * The most steps of a slider. A story of three years (1,096 days) still counts in days. On a phone, 320 px
 * wide, three or four steps share a pixel; more could not be told apart.
 */
export const MAX_STEPS = 1100;

/**
 * The steps of the slider: days; months if there would be too many days; else years. Every day has a position
 * within its step: the 30 days of a month have 30 positions from `step` up to, but not including, `step + 1`.
 * The first step begins on the story's first day, so that day has position 0 whatever the unit.
 */
export interface Calendar {
  readonly unit: Unit;
  /** Number of steps, at least 1. The last step is `length - 1`. */
  readonly length: number;
  /** The step that contains a local time: a whole number. Below 0 or above the last step for times outside. */
  indexAt(localMs: number): number;
  /** The start of a step in local milliseconds; `indexAt(localAt(i)) === i`. */
  localAt(index: number): number;
  /** The position of the day that contains a local time; 0 for days before the story. */
  positionAt(localMs: number): number;
  /** The start of the day at a position, in local milliseconds: the inverse of `positionAt`. */
  dayAt(position: number): number;
  /** The position of the last day that the calendar covers. */
  readonly end: number;
}

/** A calendar of whole steps from one local time to another. Both must be finite. */
export function createCalendar(firstLocal: number, lastLocal: number): Calendar {
  const lengthIn = (unit: Unit) => countAt(lastLocal, unit) - countAt(firstLocal, unit) + 1;
  const fits = (unit: Unit) => lengthIn(unit) <= MAX_STEPS;
  const unit: Unit = fits('day') ? 'day' : fits('month') ? 'month' : 'year';
  const origin = countAt(firstLocal, unit);
  const firstDay = countAt(firstLocal, 'day');
  const indexAt = (localMs: number): number => countAt(localMs, unit) - origin;
  const localAt = (index: number): number => startAt(origin + index, unit);
  /** The days of a step as counts of `countAt`, from `first` up to, but not including, `end`. */
  const daysOf = (step: number) => ({
    first: Math.max(firstDay, countAt(localAt(step), 'day')),
    end: countAt(localAt(step + 1), 'day'),
  });
  const positionOf = (day: number): number => {
    if (!(day > firstDay)) return 0;
    const step = indexAt(day * DAY);
    const { first, end } = daysOf(step);
    return step + (day - first) / (end - first);
  };
  return {
    unit,
    length: lengthIn(unit),
    indexAt,
    localAt,
    positionAt: (localMs) => positionOf(countAt(localMs, 'day')),
    dayAt: (position) => {
      const step = Math.floor(position);
      const { first, end } = daysOf(step);
      // Divisions are not exact, so start with the nearest day and correct it.
      const nearest = first + Math.round((position - step) * (end - first));
      return (positionOf(nearest) > position ? nearest - 1 : nearest) * DAY;
    },
    end: positionOf(countAt(lastLocal, 'day')),
  };
}
