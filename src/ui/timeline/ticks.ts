import { scaleUtc } from 'd3-scale';
import type { Calendar } from '../../time/calendar.ts';
import { DAY } from '../../time/gregorian.ts';
import { formatTick } from '../../time/format.ts';
import { THUMB } from './timeline-heights.ts';

/** Converts a position in steps to an x in pixels, so that it matches the middle of the slider's thumb. */
export function createAxis(calendar: Calendar, width: number): (step: number) => number {
  const room = Math.max(0, width - THUMB);
  const last = Math.max(1, calendar.length - 1);
  return (step) => THUMB / 2 + (step / last) * room;
}

/** A label below the axis. `major`: the beginning of a year. Without room for its text only its line is drawn. */
export interface Tick {
  readonly step: number;
  readonly text: string;
  readonly major: boolean;
}

/** Width that a label needs, in pixels. d3 takes the number of labels as a wish and may give a few more. */
const ROOM = 58;

/** The least distance between two texts, in pixels: that of two words. */
const GAP = 5;

/** A story shorter than this, in days, has labels for days. */
const SHORT = 62;

/**
 * As many labels as fit, at round dates: days for a short story, otherwise months and years. `widthOf` measures a text: in
 * some languages names of months are longer than `ROOM`.
 */
export function createTicks(
  calendar: Calendar,
  width: number,
  language: string,
  widthOf: (text: string, major: boolean) => number,
): readonly Tick[] {
  const last = calendar.length - 1;
  const ends = [calendar.localAt(0), calendar.localAt(last)];
  const daily = calendar.unit === 'day' && last < SHORT;
  // With a larger number d3 would give weeks or hours, and few of them begin a month or a day.
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
  return leaveOut([...ticks.values()], createAxis(calendar, width), widthOf);
}

/** Takes its text from each label that would touch another. Years come first, then months from the beginning. */
function leaveOut(
  ticks: readonly Tick[],
  axis: (step: number) => number,
  widthOf: (text: string, major: boolean) => number,
): readonly Tick[] {
  const taken: { x: number; half: number }[] = [];
  const told = new Set<Tick>();
  for (const tick of [
    ...ticks.filter(({ major }) => major),
    ...ticks.filter(({ major }) => !major),
  ]) {
    const [x, half] = [axis(tick.step), widthOf(tick.text, tick.major) / 2];
    if (taken.some((other) => Math.abs(other.x - x) < other.half + half + GAP)) continue;
    taken.push({ x, half });
    told.add(tick);
  }
  return ticks.map((tick) => (told.has(tick) ? tick : { ...tick, text: '' }));
}
