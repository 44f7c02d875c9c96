import { countAt, DAY, startAt } from './gregorian.ts';
import type { Unit } from './gregorian.ts';

/**
 * About as many steps as a slider can tell apart: on a phone's 320 px a thumb covers three of them.
 * A little over 1,000, so that a story of three years (1,096 days) keeps its days.
 */
export const MAX_STEPS = 1100;

/**
 * The steps of the slider: days, or calendar months or years if there would be too many days. Every day has a
 * position in its step: a month of 30 days holds 30 positions from `step` up to, not including, `step + 1`. The
 * first step begins with the story's first day, so that day has position 0 at every unit.
 */
export interface Calendar {
  readonly unit: Unit;
  /** Number of steps, at least 1. The last step is `length - 1`. */
  readonly length: number;
  /** The step that a local time lies in: a whole number, below 0 or beyond the last when outside. */
  indexAt(localMs: number): number;
  /** The start of a step in local milliseconds; `indexAt(localAt(i)) === i`. */
  localAt(index: number): number;
  /** The position of the day that a local time lies in; 0 for what is before the story's first day. */
  positionAt(localMs: number): number;
  /** The start of the day that a position lies in, in local milliseconds: the inverse of `positionAt`. */
  dayAt(position: number): number;
  /** The position of the last day that the calendar covers. */
  readonly end: number;
}

/** A calendar that covers two local times and all between, both finite, in whole steps. */
export function createCalendar(firstLocal: number, lastLocal: number): Calendar {
  const lengthIn = (unit: Unit) => countAt(lastLocal, unit) - countAt(firstLocal, unit) + 1;
  const fits = (unit: Unit) => lengthIn(unit) <= MAX_STEPS;
  const unit: Unit = fits('day') ? 'day' : fits('month') ? 'month' : 'year';
  const origin = countAt(firstLocal, unit);
  const firstDay = countAt(firstLocal, 'day');
  const indexAt = (localMs: number): number => countAt(localMs, unit) - origin;
  const localAt = (index: number): number => startAt(origin + index, unit);
  /** The days of a step, counted as `countAt` counts them: from `first` up to, not including, `end`. */
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
      // The nearest day first: a quotient of whole numbers is not exact.
      const nearest = first + Math.round((position - step) * (end - first));
      return (positionOf(nearest) > position ? nearest - 1 : nearest) * DAY;
    },
    end: positionOf(countAt(lastLocal, 'day')),
  };
}
