import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScenes } from '../fixtures/scenes.ts';
import type { Scene, View } from '../../src/scene/scene.ts';
import { THAW, THAW_TOLD } from '../fixtures/shipped.ts';

const { duration, moments } = THAW_TOLD;
const fresh = () => createScenes(THAW, THAW_TOLD);

/** Anywhere in the story, and right on the edges where something begins or is over. */
const time = fc.oneof(
  fc.double({ min: 0, max: duration, noNaN: true }),
  fc.constantFrom(...moments.flatMap(({ start, end }) => [start, Math.min(end, duration)])),
);
const view: fc.Arbitrary<View> = fc.record({
  currentTime: time,
  selected: fc.option(fc.constantFrom(...THAW.places.map(({ id }) => id))),
  selectedPerson: fc.option(fc.constantFrom(...THAW.people.map(({ id }) => id))),
});

/** All that a scene shows, with the standings asked: they keep their answers to themselves. */
const shown = ({ commitmentStatuses, ...scene }: Scene) => ({
  ...scene,
  commitmentStatuses: THAW.events.flatMap((event) =>
    event.commitments.map(
      (commitment) => commitmentStatuses.at(commitment, scene.time)?.state ?? null,
    ),
  ),
});

describe('a scene', () => {
  it('is the same for the same view, whatever was asked before', () => {
    const asked = fresh();
    fc.assert(
      fc.property(fc.array(view, { maxLength: 4 }), view, (before, now) => {
        for (const other of before) asked(other);
        expect(shown(asked(now))).toEqual(shown(fresh()(now)));
      }),
      { seed: 1953, numRuns: 250 },
    );
  });

  it('depends on the place that is chosen, even where nothing else has changed', () => {
    const asked = fresh();
    const at = (selected: string | null) => asked({ currentTime: 100, selected }).selected;
    expect(at('singapore')?.place.id).toBe('singapore');
    expect(at('beijing')?.place.id).toBe('beijing');
    expect(at(null)).toBeNull();
    expect(at('atlantis')).toBeNull();
  });

  it('depends on the person who is chosen, whose id may be a place’s too', () => {
    const asked = fresh();
    const at = (selectedPerson: string | null) =>
      asked({ currentTime: 100, selected: null, selectedPerson });
    expect(at('kim-jong-un').selectedPerson?.id).toBe('kim-jong-un');
    expect(at('kim-jong-un').selected).toBeNull();
    for (const id of [null, 'nobody', 'singapore', '']) expect(at(id).selectedPerson).toBeNull();
  });

  it('scrubbing back undoes exactly what scrubbing forward did', () => {
    const asked = fresh();
    const times = Array.from({ length: 400 }, (_, index) => (index / 399) * duration);
    const sceneAt = (currentTime: number) => shown(asked({ currentTime, selected: 'dmz' }));
    const forward = times.map(sceneAt);
    const back = times.toReversed().map(sceneAt).toReversed();
    expect(back).toEqual(forward);
  });

  it('takes on its step and the first instant of that step', () => {
    const scene = fresh()({ currentTime: 266.75, selected: null });
    expect(scene.step).toBe(266);
    // 266 days after 19 September 2017 comes 12 June 2018.
    expect(new Date(scene.localTime).toISOString()).toBe('2018-06-12T00:00:00.000Z');
  });

  it('shows every event of the story as it begins, and until just before it is over', () => {
    const asked = fresh();
    const hidden = moments.flatMap(({ event, start, end }) =>
      [start, (start + end) / 2, Math.min(duration, end - 1e-6)].flatMap((currentTime) => {
        const { now, meanwhile } = asked({ currentTime, selected: null });
        return [...now, ...meanwhile].includes(event) ? [] : [`${event.id} at ${currentTime}`];
      }),
    );
    // Hanoi supersedes the plan a day before the plan's own date is over.
    expect(hidden).toEqual([expect.stringMatching(/^second-summit-planned at 527/)]);
    expect(moments).toHaveLength(THAW.events.length);
  });
});
