import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChronology } from '../../src/story/chronology.ts';
import { parseStoryValue } from '../../src/story/parse.ts';
import { createScore } from '../../src/time/score.ts';
import { FIXTURE } from './fixture.ts';

type Line = readonly [id: string, when: string, at?: string, kind?: string];

const ZONES: Readonly<Record<string, string>> = {
  'new-york': 'America/New_York',
  pyongyang: 'Asia/Pyongyang',
  seoul: 'Asia/Seoul',
};

/** The chronology of a story of these events only. */
function chronology(...lines: readonly Line[]) {
  const file = JSON.parse(FIXTURE) as Record<string, unknown>;
  const events = lines.map(([id, when, at = 'seoul', kind = 'meeting']) => {
    return { id, when, at, kind, title: id, text: id, sources: ['yonhap'] };
  });
  const features = [...new Set(events.map(({ at }) => at))].map((id) => ({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [0, 0] },
    properties: { name: id, zone: ZONES[id], kind: 'city', precision: 1 },
  }));
  const parsed = parseStoryValue({
    ...file,
    people: [],
    places: { type: 'FeatureCollection', features },
    events,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return createChronology(parsed.story);
}

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
      ['s', '2018-03-01/2030-01-01', 'seoul', 'state'],
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

  it('rests on the last event that begins in a step, or on the step itself', () => {
    const told = chronology(['a', '2018-03-01'], ['b', '2018-03-01'], ['c', '2018-03-03']);
    expect([0, 1, 2].map(told.restAt)).toEqual([0.5, 1, 2]);
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
        expect(() => createScore(stops, duration)).not.toThrow();
        expect([...starts]).toEqual([...starts].sort((a, b) => a - b));
        expect(new Set(starts).size).toBe(moments.length);
        expect(moments.every(({ start, end }) => end > start)).toBe(true);
      }),
      { seed: 1953, numRuns: 150 },
    );
  });
});
