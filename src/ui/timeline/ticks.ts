import { scaleLinear, scaleUtc } from 'd3-scale';
import type { Calendar } from '../../time/calendar.ts';
import { DAY } from '../../time/gregorian.ts';
import { formatTick } from '../../time/format.ts';
import { THUMB } from './timeline-heights.ts';

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

/** A story shorter than this, in days, is told by the day. */
const SHORT = 62;

/** Days for a short story, else months and years: at round dates, as many as fit. */
export function createTicks(calendar: Calendar, width: number, language: string): readonly Tick[] {
  const last = calendar.length - 1;
  const ends = [calendar.localAt(0), calendar.localAt(last)];
  const daily = calendar.unit === 'day' && last < SHORT;
  // Asked for more labels than there are, d3 would give weeks or hours, of which few begin one.
  const most = daily ? last : ((ends[1] ?? 0) - (ends[0] ?? 0)) / (30 * DAY);
  const ticks = new Map<number, Tick>();
  for (const date of scaleUtc()
    .domain(ends)
    .ticks(Math.max(2, Math.min(width / ROOM, most)))) {
    const step = calendar.indexAt(date.getTime());
    const round = daily || date.getUTCDate() === 1;
    if (!round || step < 0 || step > last || ticks.has(step)) continue;
    const major = !daily && date.getUTCMonth() === 0 && date.getUTCDate() === 1;
    const text = formatTick(date.getTime(), daily ? 'day' : major ? 'year' : 'month', language);
    ticks.set(step, { step, text, major });
  }
  return [...ticks.values()];
}
