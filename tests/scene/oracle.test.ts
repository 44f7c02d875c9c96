import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScenes } from '../../src/scene/scenes.ts';
import type { Moment } from '../../src/story/chronology.ts';
import { THAW, THAW_TOLD } from '../fixtures/shipped.ts';

const { moments, duration } = THAW_TOLD;
const scenes = createScenes(THAW, THAW_TOLD);
const settings = { seed: 1953, numRuns: 500 };
const time = fc.oneof(
  fc.double({ min: 0, max: duration, noNaN: true }),
  fc.constantFrom(...moments.flatMap(({ start, end }) => [start, end - 1e-9, end])),
);

/** What the story says of a moment, found by looking at every event. */
const under = (at: number): readonly Moment[] =>
  moments.filter(({ start, end }) => start <= at && at < end).toSorted((a, b) => b.order - a.order);

const ids = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id);

describe('a scene, held against a walk through every event', () => {
  it('holds as now what is under way, newest first, without what merely lasts', () => {
    fc.assert(
      fc.property(time, (currentTime) => {
        const expected = under(currentTime).map(({ event }) => event);
        const scene = scenes({ currentTime, selected: null });
        expect(ids(scene.now)).toEqual(ids(expected.filter(({ kind }) => kind !== 'state')));
        expect(ids(scene.meanwhile)).toEqual(ids(expected.filter(({ kind }) => kind === 'state')));
      }),
      settings,
    );
  });

  it('counts what has begun, and names the last of it', () => {
    fc.assert(
      fc.property(time, (currentTime) => {
        const begun = moments.filter(({ start }) => start <= currentTime);
        const scene = scenes({ currentTime, selected: null });
        expect(scene.begun).toBe(begun.length);
        expect(scene.latest).toBe(begun.at(-1) ?? null);
      }),
      settings,
    );
  });

  it('draws a figure for each event under way, hollow unless it happened', () => {
    fc.assert(
      fc.property(time, (currentTime) => {
        const { figures, now, foreseen } = scenes({ currentTime, selected: null });
        expect(ids(figures.map(({ event }) => event))).toEqual(ids([...now, ...foreseen]));
        for (const { event, hollow, at } of figures) {
          expect(hollow).toBe(event.status !== 'happened');
          expect(at).toBe(event.at?.mark ?? null);
        }
      }),
      settings,
    );
  });

  it('counts at each place what has begun there and at the places within it', () => {
    fc.assert(
      fc.property(time, (currentTime) => {
        for (const mark of scenes({ currentTime, selected: null }).places) {
          const here = moments.filter(({ event }) => event.at?.mark === mark.place);
          expect(mark.total).toBe(here.length);
          expect(mark.begun).toBe(here.filter(({ start }) => start <= currentTime).length);
        }
      }),
      { ...settings, numRuns: 100 },
    );
  });
});
