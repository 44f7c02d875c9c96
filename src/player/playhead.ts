import type { PlaybackSchedule } from './playback-schedule.ts';

/** The most milliseconds that one tick may add: a tab that was hidden must not skip events. */
export const MAX_FRAME = 100;

/** The position `elapsedMs` after `time` (in steps), at a rate; never past the ends. */
export function advance(
  time: number,
  elapsedMs: number,
  rate: number,
  schedule: PlaybackSchedule,
): number {
  const elapsed = Math.min(MAX_FRAME, Math.max(0, elapsedMs || 0));
  return schedule.timeAt(schedule.msAt(time) + elapsed * rate);
}
