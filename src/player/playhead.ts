import type { PlaybackSchedule } from './playback-schedule.ts';

/** The most milliseconds one frame may bring: a hidden tab must not skip a summit. */
export const MAX_FRAME = 100;

/** Where the playhead stands `elapsedMs` after it stood at `time` (steps), at a speed; never past the ends. */
export function advance(
  time: number,
  elapsedMs: number,
  rate: number,
  score: PlaybackSchedule,
): number {
  const elapsed = Math.min(MAX_FRAME, Math.max(0, elapsedMs || 0));
  return score.timeAt(score.msAt(time) + elapsed * rate);
}
