import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScenes } from '../fixtures/scenes.ts';
import type { Moment } from '../../src/story/chronology.ts';
import { momentOf, THAW, THAW_TOLD } from '../fixtures/shipped.ts';

const { moments, duration } = THAW_TOLD;
const scenes = createScenes(THAW, THAW_TOLD);
const settings = { seed: 1953, numRuns: 500 };
const time = fc.oneof(
  fc.double({ min: 0, max: duration, noNaN: true }),
  fc.constantFrom(...moments.flatMap(({ start, end }) => [start, end - 1e-9, end])),
);

/** The plan for a second summit is over when Hanoi begins, which supersedes it. */
const overtaken = (moment: Moment, at: number): boolean =>
  moment.event.id === 'second-summit-planned' && at >= momentOf(THAW_TOLD, 'hanoi').start;

/** What the story says of a moment, found by looking at every event. */
const under = (at: number): readonly Moment[] =>
  moments
    .filter(({ start, end }) => start <= at && at < end)
    .filter((moment) => !overtaken(moment, at))
    .toSorted((a, b) => b.order - a.order);

/** A state is news on the day it begins, and then goes on in the background. */
const isNews = ({ event, start }: Moment, at: number): boolean =>
  event.kind !== 'state' || at < Math.floor(start) + 1;

const ids = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id);

describe('a scene, held against a walk through every event', () => {
  it('holds as now what is under way, newest first, without what merely lasts', () => {
    fc.assert(
      fc.property(time, (currentTime) => {
        const expected = under(currentTime);
        const eventsThat = (news: boolean) =>
          expected
            .filter((moment) => isNews(moment, currentTime) === news)
            .map(({ event }) => event);
        const scene = scenes({ currentTime, selected: null });
        expect(ids(scene.now)).toEqual(ids(eventsThat(true)));
        expect(ids(scene.meanwhile)).toEqual(ids(eventsThat(false)));
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
