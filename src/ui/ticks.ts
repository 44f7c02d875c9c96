import { scaleLinear, scaleUtc } from 'd3-scale';
import type { Calendar } from '../time/calendar.ts';

/** Pixels of the slider's thumb: its middle, not its edge, stands on the step. */
export const THUMB = 22;

/** The x, in pixels, of a position in steps on a timeline of some width, under the slider's thumb. */
export function createAxis(calendar: Calendar, width: number): (step: number) => number {
  return scaleLinear()
    .domain([0, Math.max(1, calendar.length - 1)])
    .range([THUMB / 2, Math.max(THUMB / 2, width - THUMB / 2)]);
}

/** A label below the axis; `major` begins a year. */
export interface Tick {
  readonly step: number;
  readonly text: string;
  readonly major: boolean;
}

/** A label needs about this much room, in pixels. */
const ROOM = 58;

/** In milliseconds. */
const MONTH = 30 * 86_400_000;

/** Months or years at round dates, as many as fit. */
export function createTicks(calendar: Calendar, width: number, language: string): readonly Tick[] {
  const last = calendar.length - 1;
  const scale = scaleUtc().domain([calendar.localAt(0), calendar.localAt(last)]);
  const month = new Intl.DateTimeFormat(language, {
    month: 'short',
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  const year = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  // Asked for more labels than there are months, d3 would give weeks, of which few begin a month.
  const most = (calendar.localAt(last) - calendar.localAt(0)) / MONTH;
  return scale.ticks(Math.max(2, Math.min(width / ROOM, most))).flatMap((date) => {
    const major = date.getUTCMonth() === 0 && date.getUTCDate() === 1;
    const step = calendar.indexAt(date.getTime());
    if (step < 0 || step > last || date.getUTCDate() !== 1) return [];
    return [{ step, text: (major ? year : month).format(date), major }];
  });
}
