import { countAt, startAt } from './gregorian.ts';
import type { Unit } from './gregorian.ts';

/**
 * About as many steps as a slider can tell apart: on a phone's 320 px a thumb covers three of them.
 * A little over 1,000, so that a story of three years (1,096 days) keeps its days.
 */
export const MAX_STEPS = 1100;

/** The steps of the slider: days, or calendar months or years if there would be too many days. */
export interface Calendar {
  readonly unit: Unit;
  /** Number of steps, at least 1. The last step is `length - 1`. */
  readonly length: number;
  /** The step that a local time lies in: a whole number, below 0 or beyond the last when outside. */
  indexAt(localMs: number): number;
  /** The start of a step in local milliseconds; `indexAt(localAt(i)) === i`. */
  localAt(index: number): number;
}

/** A calendar that covers two local times and all between, both finite, in whole steps. */
export function createCalendar(firstLocal: number, lastLocal: number): Calendar {
  const lengthIn = (unit: Unit) => countAt(lastLocal, unit) - countAt(firstLocal, unit) + 1;
  const fits = (unit: Unit) => lengthIn(unit) <= MAX_STEPS;
  const unit: Unit = fits('day') ? 'day' : fits('month') ? 'month' : 'year';
  const origin = countAt(firstLocal, unit);
  return {
    unit,
    length: lengthIn(unit),
    indexAt: (localMs) => countAt(localMs, unit) - origin,
    localAt: (index) => startAt(origin + index, unit),
  };
}
