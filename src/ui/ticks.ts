import type { Calendar } from '../time/calendar.ts';
import { countAt, localOf, startAt } from '../time/gregorian.ts';
import { formatTick } from '../time/wording.ts';

/** Pixels of the slider's thumb: its middle, not its edge, stands on the step. */
export const THUMB = 22;

/** The x, in pixels, of a position in steps on a timeline of some width, under the slider's thumb. */
export function createAxis(calendar: Calendar, width: number): (step: number) => number {
  const room = Math.max(0, width - THUMB) / Math.max(1, calendar.length - 1);
  return (step) => THUMB / 2 + step * room;
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

/** From label to label: days of a short story, months of a longer one. */
const ROUND_DAYS = [1, 2, 7];
const ROUND_MONTHS = [1, 3, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000];

/** Of round steps, the one nearest to what there is room for: a third more or less is as good. */
function nearestTo(wish: number, round: readonly number[]): number {
  const off = (step: number): number => Math.abs(Math.log(wish / step));
  return round.reduce((best, step) => (off(step) < off(best) ? step : best));
}

/** Months are counted from the year 0, so that a year, a decade and a century begin with one of them. */
const ERA = -countAt(localOf(0), 'month');

function firstRound(from: number, pace: number, unit: 'day' | 'month'): number {
  const era = unit === 'month' ? ERA : 0;
  return Math.ceil((from + era) / pace) * pace - era;
}

/** Days for a short story, else months and years: at round dates, about as many as fit. */
export function createTicks(calendar: Calendar, width: number, language: string): readonly Tick[] {
  const last = calendar.length - 1;
  const daily = calendar.unit === 'day' && last < SHORT;
  const unit = daily ? 'day' : 'month';
  const from = countAt(calendar.localAt(0), unit);
  const to = countAt(calendar.localAt(last), unit);
  const wish = (to - from) / Math.max(2, width / ROOM);
  const pace = nearestTo(wish, daily ? ROUND_DAYS : ROUND_MONTHS);
  const ticks: Tick[] = [];
  for (let round = firstRound(from, pace, unit); round <= to; round += pace) {
    const local = startAt(round, unit);
    const step = calendar.indexAt(local);
    if (step < 0 || step > last) continue;
    const major = !daily && new Date(local).getUTCMonth() === 0;
    const text = formatTick(local, daily ? 'day' : major ? 'year' : 'month', language);
    ticks.push({ step, text, major });
  }
  return ticks;
}
