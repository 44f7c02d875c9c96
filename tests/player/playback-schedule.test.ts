import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance } from '../../src/player/playhead.ts';
import { createPlaybackSchedule, gapMs } from '../../src/player/playback-schedule.ts';

/** Stops as a chronology makes them: in order, each with a short creep, within the duration. */
const piece = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 0, max: 600 }).map((tenths) => tenths / 10),
      share: fc.integer({ min: 1, max: 40 }),
      dwell: fc.integer({ min: 1, max: 20_000 }),
      approach: fc.constantFrom(0, 0.5, 3, 700),
    }),
    { maxLength: 30 },
  )
  .map((parts) => {
    let at = 0;
    const stops = parts.map(({ gap, share, dwell, approach }) => {
      const start = at + gap;
      const end = start + 1 / (4 * share);
      at = end;
      return { at: start, end, dwell, approach };
    });
    return { score: createPlaybackSchedule(stops, at + 1), duration: at + 1, stops };
  });

const part = fc.double({ min: 0, max: 1, noNaN: true });
const settings = { seed: 1953, numRuns: 500 };

describe('the score', () => {
  it('dwells on a stop and hurries through what is empty', () => {
    const score = createPlaybackSchedule([{ at: 10, end: 10.25, dwell: 4000 }], 100);
    expect(score.length).toBe(gapMs(10) + 4000 + gapMs(89.75));
    expect(score.timeAt(gapMs(10))).toBe(10);
    expect(score.timeAt(gapMs(10) + 4000)).toBe(10.25);
  });

  it('takes no longer over an empty year than over an empty month', () => {
    expect(gapMs(365)).toBe(gapMs(30));
  });

  it('begins at once with a stop on the first step', () => {
    const score = createPlaybackSchedule([{ at: 0, end: 0.25, dwell: 2000 }], 1);
    expect(score.timeAt(1000)).toBeCloseTo(0.125);
  });

  it('shows the way of those who set out before a stop without haste', () => {
    const score = createPlaybackSchedule([{ at: 10, end: 10.25, dwell: 4000, approach: 3 }], 10.25);
    const departure = score.msAt(7);
    expect(departure).toBe(gapMs(7));
    expect(score.msAt(10) - departure).toBe(900);
    expect(score.timeAt(departure + 450)).toBeCloseTo(8.5);
  });

  it('lets those who set out on the day before arrive in the same time', () => {
    const stops = [
      { at: 0, end: 0.25, dwell: 1000 },
      { at: 1, end: 1.25, dwell: 1000, approach: 3 },
    ];
    expect(createPlaybackSchedule(stops, 1.25).length).toBe(1000 + 900 + 1000);
  });

  it('has no length where there is nothing to play', () => {
    expect(createPlaybackSchedule([], 0)).toMatchObject({ length: 0 });
    expect(createPlaybackSchedule([], 0).timeAt(10)).toBe(0);
  });

  it('stays within the story, whatever the time', () => {
    fc.assert(
      fc.property(piece, fc.double(), ({ score, duration }, ms) => {
        const time = score.timeAt(ms);
        expect(time >= 0 && time <= duration).toBe(true);
        const back = score.msAt(ms);
        expect(back >= 0 && back <= score.length).toBe(true);
      }),
      settings,
    );
  });

  it('is its own inverse, both ways', () => {
    fc.assert(
      fc.property(piece, part, ({ score, duration }, where) => {
        const time = where * duration;
        expect(score.timeAt(score.msAt(time))).toBeCloseTo(time, 6);
        const ms = where * score.length;
        expect(score.msAt(score.timeAt(ms))).toBeCloseTo(ms, 3);
      }),
      settings,
    );
  });

  it('never runs backwards', () => {
    fc.assert(
      fc.property(piece, part, part, ({ score }, a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        const times = [score.timeAt(first * score.length), score.timeAt(second * score.length)];
        expect(times[0]).toBeLessThanOrEqual(times[1] ?? NaN);
        if (second - first > 1e-6) expect(times[0]).toBeLessThan(times[1] ?? NaN);
      }),
      settings,
    );
  });

  it.each([
    [[{ at: 5, end: 5, dwell: 1 }]],
    [[{ at: 5, end: 6, dwell: 0 }]],
    [[{ at: 5, end: 11, dwell: 1 }]],
    [
      [
        { at: 5, end: 6, dwell: 1 },
        { at: 4, end: 7, dwell: 1 },
      ],
    ],
    [[{ at: NaN, end: 1, dwell: 1 }]],
  ])('refuses stops out of order or out of range: %j', (stops) => {
    expect(() => createPlaybackSchedule(stops, 10)).toThrow(RangeError);
  });
});

describe('the playhead', () => {
  it('moves by what a frame brings, times the speed', () => {
    const score = createPlaybackSchedule([{ at: 0, end: 1, dwell: 1000 }], 1);
    expect(advance(0, 50, 2, score)).toBeCloseTo(0.1);
  });

  it('does not skip a summit while its tab is hidden: no frame brings more than 100 ms', () => {
    const score = createPlaybackSchedule([{ at: 0, end: 1, dwell: 1000 }], 1);
    expect(advance(0, 60_000, 1, score)).toBeCloseTo(0.1);
    expect(advance(0, 99, 1, score)).toBeCloseTo(0.099);
  });

  it('stands still on a clock that stands still or runs backwards', () => {
    const score = createPlaybackSchedule([{ at: 0, end: 1, dwell: 1000 }], 1);
    expect(advance(0.5, 0, 1, score)).toBeCloseTo(0.5);
    expect(advance(0.5, -20, 1, score)).toBeCloseTo(0.5);
    expect(advance(0.5, NaN, 1, score)).toBeCloseTo(0.5);
  });

  it('never passes the ends', () => {
    fc.assert(
      fc.property(
        piece,
        part,
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: -4, max: 4, noNaN: true }),
        ({ score, duration }, where, elapsed, rate) => {
          const time = advance(where * duration, elapsed, rate, score);
          expect(time >= 0 && time <= duration).toBe(true);
        },
      ),
      settings,
    );
  });

  it('reaches the end of a story at last', () => {
    const score = createPlaybackSchedule([{ at: 3, end: 3.25, dwell: 1500 }], 5);
    let time = 0;
    for (let frame = 0; frame < 400 && time < 5; frame += 1) time = advance(time, 16.7, 1, score);
    expect(time).toBe(5);
  });
});
