import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChronology } from '../../src/story/chronology.ts';
import { createPlaybackSchedule } from '../../src/player/playback-schedule.ts';
import { datedStory, type Dated } from '../fixtures/dated.ts';

/** The chronology of a story of these events only. */
const chronology = (...lines: readonly Dated[]) => createChronology(datedStory(...lines));

const spans = ({ moments }: ReturnType<typeof chronology>) =>
  moments.map(({ event, start, end }) => [event.id, start, end]);

describe('the chronology', () => {
  it('lays events out on the days from the first to the last', () => {
    const told = chronology(['a', '2018-03-01'], ['b', '2018-03-03/2018-03-05']);
    expect(told.calendar).toMatchObject({ unit: 'day', length: 5 });
    expect(spans(told)).toEqual([
      ['a', 0, 1],
      ['b', 2, 5],
    ]);
  });

  it('shares a day evenly among the events that begin on it', () => {
    const told = chronology(
      ['a', '2018-03-01T10:00'],
      ['b', '2018-03-01T09:00'],
      ['c', '2018-03-02'],
    );
    expect(spans(told)).toEqual([
      ['b', 0, 1],
      ['a', 0.5, 1],
      ['c', 1, 2],
    ]);
    expect(told.moments.map(({ creep }) => creep)).toEqual([1 / 8, 1 / 8, 1 / 4]);
  });

  it('walks the calendar, not the clock: a day comes before the next wherever it was', () => {
    // In New York the evening of the 1st came after the morning of the 2nd in Seoul.
    const told = chronology(['b', '2018-03-02T08:00'], ['a', '2018-03-01T23:00', 'new-york']);
    expect(told.moments.map(({ event }) => event.id)).toEqual(['a', 'b']);
    expect(told.moments[0]?.event.when.start).toBeGreaterThan(
      told.moments[1]?.event.when.start ?? 0,
    );
  });

  it('keeps the order of the file where events begin at one instant', () => {
    const told = chronology(['z', '2018-03-01'], ['a', '2018-03-01']);
    expect(told.moments.map(({ event }) => event.id)).toEqual(['z', 'a']);
  });

  it('is not made longer by a state or an open end, and cuts them off at its own end', () => {
    const told = chronology(
      ['a', '2018-03-01'],
      ['s', '2018-03-01/2030-01-01', 'seoul', { kind: 'state' }],
      ['o', '2018-03-02/..'],
      ['z', '2018-03-04'],
    );
    expect(told.calendar.length).toBe(4);
    expect(told.moments.map(({ end }) => end)).toEqual([1, 4, 4, 4]);
  });

  it('begins an event with an open start at its own beginning', () => {
    const told = chronology(['a', '2018-03-05'], ['o', '../2018-03-07']);
    expect(told.moments.map(({ event, start, end }) => [event.id, start, end])).toEqual([
      ['o', 0, 3],
      ['a', 0.5, 1],
    ]);
  });

  it('lays out a single event without a division by nothing', () => {
    const told = chronology(['a', '2018-03-01']);
    expect(told).toMatchObject({ duration: 0.25, calendar: { length: 1 } });
  });

  it('rests on the last event that begins in a step, or on the step itself; at the end on the last', () => {
    const told = chronology(['a', '2018-03-01'], ['b', '2018-03-01'], ['c', '2018-03-04']);
    expect([0, 1, 2, 3, 4].map(told.restAt)).toEqual([0.5, 1, 2, 3.25, 3.25]);
  });

  it('gives each day of a month its own position, and shares that among the events of the day', () => {
    const told = chronology(
      ['first', '1953-07-27'],
      ['a', '2018-06-01'],
      ['b', '2018-06-16'],
      ['c', '2018-06-16'],
      ['d', '2018-06'],
    );
    expect(told.calendar.unit).toBe('month');
    const june = told.calendar.indexAt(Date.parse('2018-06-01'));
    expect(told.moments.map(({ event, start }) => [event.id, start])).toEqual([
      ['first', 0],
      ['a', june],
      ['d', june + 1 / 60],
      ['b', june + 15 / 30],
      ['c', june + 15 / 30 + 1 / 60],
    ]);
    expect(told.moments.at(-1)?.creep).toBeCloseTo(1 / 240);
    expect(told.duration).toBe(told.calendar.end);
  });

  it('tells days in order at every unit, though an instant of the later day came first', () => {
    for (const early of ['2018-01-01', '1953-07-27', '1801-02-03']) {
      const told = chronology(
        ['b', '2018-03-02T08:00'],
        ['a', '2018-03-01T23:00', 'new-york'],
        ['early', early],
      );
      expect(told.moments.map(({ event }) => event.id)).toEqual(['early', 'a', 'b']);
    }
  });

  it('gives stops that a score can play, whatever the dates', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((n) => {
      return new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10);
    });
    const when = fc.oneof(
      day,
      day.map((d) => `${d}T12:30`),
      day.map((d) => d.slice(0, 7)),
    );
    const line = fc.tuple(when, fc.constantFrom('seoul', 'pyongyang', 'new-york'));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (drawn) => {
        const told = chronology(...drawn.map(([text, at], i) => [`e${i}`, text, at] as const));
        const { moments, starts, duration } = told;
        const stops = moments.map(({ start, creep }) => {
          return { at: start, end: start + creep, dwell: 1500 };
        });
        expect(() => createPlaybackSchedule(stops, duration)).not.toThrow();
        expect([...starts]).toEqual([...starts].sort((a, b) => a - b));
        expect(new Set(starts).size).toBe(moments.length);
        expect(moments.every(({ start, end }) => end > start)).toBe(true);
      }),
      { seed: 1953, numRuns: 150 },
    );
  });
});
