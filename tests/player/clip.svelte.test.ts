import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Player } from '../../src/player/player.svelte.ts';
import { momentOf, THAW, THAW_TOLD } from '../fixtures/shipped.ts';

const { duration } = THAW_TOLD;
const meeting = momentOf(THAW_TOLD, 'singapore');
const CLIP = { start: meeting.start - 10, end: meeting.start + 10 };
/** Whoever is not at the end of twenty days by then never gets there. */
const PATIENCE = 120_000;

let player: Player;
beforeEach(() => {
  player = new Player(THAW);
  player.clip = CLIP;
});

/** Plays until it stops by itself; every position that was shown. */
function play(stepwise: boolean): readonly number[] {
  player.play();
  player.tick(0, stepwise);
  const times = [player.currentTime];
  for (let ms = 0; !player.paused && ms < PATIENCE; ms += 16) {
    player.tick(16, stepwise);
    times.push(player.currentTime);
  }
  return times;
}

describe('a part of the story', () => {
  it('is all of it unless somebody says otherwise', () => {
    expect(new Player(THAW).clip).toEqual({ start: 0, end: duration });
  });

  it.each([
    ['smoothly', false],
    ['from event to event', true],
  ])('is played %s, from its start to its end and no further', (_how, stepwise) => {
    const times = play(stepwise);
    expect(times[0]).toBe(CLIP.start);
    expect(times.at(-1)).toBe(CLIP.end);
    expect(Math.min(...times)).toBe(CLIP.start);
    expect(Math.max(...times)).toBe(CLIP.end);
    expect(player).toMatchObject({ paused: true, ended: true });
  });

  it('takes as long from event to event as smoothly, to a frame for each', () => {
    // After the last event there is still a way to go, and the next event lies far beyond it.
    player.clip = { start: CLIP.start, end: meeting.start + 1 };
    const [smooth, stepwise] = [play(false).length, play(true).length];
    expect(smooth).toBeGreaterThan(100);
    expect(Math.abs(smooth - stepwise)).toBeLessThan(10);
  });

  it('has each of its events in it', () => {
    const shown = new Set<string>();
    player.play();
    for (let ms = 0; !player.paused && ms < PATIENCE; ms += 16) {
      player.tick(16);
      const { latest } = player.scene;
      if (latest && latest.start >= CLIP.start) shown.add(latest.event.id);
    }
    const within = THAW_TOLD.moments.filter(
      ({ start }) => start >= CLIP.start && start <= CLIP.end,
    );
    expect(within.length).toBeGreaterThan(3);
    expect([...shown]).toEqual(within.map(({ event }) => event.id));
  });

  it('begins again at its start when it has ended', () => {
    play(false);
    player.play();
    expect(player).toMatchObject({ currentTime: CLIP.start, paused: false, ended: false });
  });

  it('goes on from where it was stopped in it', () => {
    player.seek(meeting.start);
    player.play();
    player.tick(0);
    expect(player.currentTime).toBe(meeting.start);
  });

  it('is what plays, also for who stands before or behind it', () => {
    for (const outside of [0, CLIP.start - 1, CLIP.end + 1, duration]) {
      player.seek(outside);
      player.play();
      player.tick(0);
      expect(player.currentTime, String(outside)).toBe(CLIP.start);
      player.pause();
    }
  });

  it('keeps nobody from seeing the rest', () => {
    player.seek(0);
    expect(player.currentTime).toBe(0);
    player.seek(duration);
    expect(player).toMatchObject({ currentTime: duration, ended: true });
    player.seekEvent('hanoi');
    expect(player.scene.latest?.event.id).toBe('hanoi');
  });

  it.each([false, true])(
    'leaves who goes beyond its end by himself where he is, and stops (stepwise: %s)',
    (stepwise) => {
      player.play();
      player.tick(16, stepwise);
      player.seek(CLIP.end + 30);
      player.tick(16, stepwise);
      expect(player).toMatchObject({ currentTime: CLIP.end + 30, paused: true });
    },
  );

  it('never plays what is not in it', () => {
    const parts = fc
      .tuple(
        fc.double({ min: 0, max: duration, noNaN: true }),
        fc.double({ min: 0, max: duration, noNaN: true }),
      )
      .filter(([one, other]) => one !== other)
      .map((ends) => ({ start: Math.min(...ends), end: Math.max(...ends) }));
    const ticks = fc.array(fc.tuple(fc.double(), fc.boolean()), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(parts, ticks, (clip, elapsed) => {
        player.pause();
        player.seek(0);
        player.clip = clip;
        player.play();
        for (const tick of elapsed) {
          player.tick(...tick);
          expect(player.currentTime).toBeGreaterThanOrEqual(clip.start);
          expect(player.currentTime).toBeLessThanOrEqual(clip.end);
        }
      }),
      { seed: 1953, numRuns: 200 },
    );
  });
});
