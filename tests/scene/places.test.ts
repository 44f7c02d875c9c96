import { describe, expect, it } from 'vitest';
import { createScenes } from '../fixtures/scenes.ts';
import type { PlaceMark, Scene } from '../../src/scene/scene.ts';
import { dayOf, momentOf, THAW, THAW_TOLD } from '../fixtures/shipped.ts';
import { twoMeetings } from '../fixtures/two-meetings.ts';

const { told, story, sceneAt } = twoMeetings();
const thawScenes = createScenes(THAW, THAW_TOLD);
const onDay = (day: string, selected: string | null = null) =>
  thawScenes({ currentTime: THAW_TOLD.restAt(dayOf(THAW_TOLD, day)), selected });

function markOf({ places }: Scene, id: string): PlaceMark {
  const mark = places.find(({ place }) => place.id === id);
  if (!mark) throw new Error(`No mark for ${id}`);
  return mark;
}
const chipsAt = (scene: Scene, id: string) =>
  markOf(scene, id).chips.map(({ commitment, state }) => `${commitment.id} ${state}`);

describe('a place’s mark', () => {
  it('stands for the places within it, which have none of their own', () => {
    expect(sceneAt(0).places.map(({ place }) => place.id)).toEqual(
      story.places.filter(({ id }) => id !== 'hotel').map(({ id }) => id),
    );
    expect(markOf(sceneAt(0), 'island').total).toBe(2);
  });

  it('is ahead, then now, then past', () => {
    const { start } = momentOf(told, 'talks');
    const { end } = momentOf(told, 'pact');
    const states = [start - 1e-6, start, end - 1e-6, end].map(
      (time) => markOf(sceneAt(time), 'island').state,
    );
    expect(states).toEqual(['ahead', 'now', 'now', 'past']);
  });

  it('is now, too, where the agreement under way binds it', () => {
    const { start, end } = momentOf(told, 'pact');
    const states = [start - 1e-6, start, end].map(
      (time) => markOf(sceneAt(time), 'north-city').state,
    );
    expect(states).toEqual(['ahead', 'now', 'past']);
  });

  it('is now, too, where a measure under way is about it, as the DMZ is for Panmunjom', () => {
    expect(markOf(onDay('2018-10-25'), 'dmz').state).toBe('now');
    expect(markOf(onDay('2018-10-26'), 'dmz').state).toBe('past');
  });

  it('is not now for a state that merely lasts', () => {
    expect(markOf(sceneAt(5), 'border').state).toBe('past');
  });

  it('is selected where the reader chose it, and nowhere else', () => {
    const scene = onDay('2018-06-12', 'beijing');
    expect(scene.places.filter(({ selected }) => selected)).toEqual([markOf(scene, 'beijing')]);
    expect(scene.selected).toBe(markOf(scene, 'beijing'));
    expect(onDay('2018-06-12').places.some(({ selected }) => selected)).toBe(false);
  });
});

describe('the DMZ', () => {
  it('is eased a fifth by each of its five measures, and never grows harder again', () => {
    const steps = Array.from({ length: THAW_TOLD.calendar.length }, (_, step) => {
      const currentTime = THAW_TOLD.restAt(step);
      return markOf(thawScenes({ currentTime, selected: null }), 'dmz').eased;
    });
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    const days = ['2018-09-19', '2018-10-25', '2018-11-01', '2018-11-10', '2018-11-20'];
    expect(days.map((day) => markOf(onDay(day), 'dmz').eased)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
    expect(markOf(onDay('2018-12-12'), 'dmz').eased).toBe(1);
  });

  // The record: withdrawn by 10 November, blown up from 15 to 20 November, checked on 12 December 2018.
  it.each([
    ['2018-09-19', 'promised'],
    ['2018-11-09', 'promised'],
    ['2018-11-10', 'begun'],
    ['2018-11-20', 'begun'],
    ['2018-12-11', 'begun'],
    ['2018-12-12', 'done'],
    ['2019-02-28', 'done'],
  ])('holds on %s a promise to clear guard posts that is %s', (day, state) => {
    expect(chipsAt(onDay(day), 'dmz')).toContain(`guard-posts ${state}`);
  });

  it('holds no such promise before it was given', () => {
    expect(chipsAt(onDay('2018-09-18'), 'dmz').join()).not.toContain('guard-posts');
  });

  it('tells a change as news only while the event that brought it is under way', () => {
    const isFresh = (day: string) =>
      markOf(onDay(day), 'dmz').chips.find(({ commitment }) => commitment.id === 'guard-posts')
        ?.fresh;
    expect([isFresh('2018-12-11'), isFresh('2018-12-12'), isFresh('2018-12-13')]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('chips', () => {
  it('appear with the seal at the place they bind, in the order of the text', () => {
    const { start } = momentOf(told, 'pact');
    expect(chipsAt(sceneAt(start - 1e-6), 'border')).toEqual([]);
    expect(chipsAt(sceneAt(start), 'border')).toEqual(['posts promised', 'silence promised']);
    expect(chipsAt(sceneAt(told.duration), 'border')).toEqual(['posts done', 'silence begun']);
    expect(chipsAt(sceneAt(told.duration), 'north-city')).toEqual(['visit-back promised']);
  });

  it('are never more at one place than can be read: the latest six', () => {
    const counts = Array.from({ length: THAW_TOLD.calendar.length }, (_, step) =>
      thawScenes({ currentTime: step, selected: null }).places.map(({ chips }) => chips.length),
    );
    expect(Math.max(...counts.flat())).toBeLessThanOrEqual(6);
    expect(chipsAt(onDay('2019-02-28'), 'dmz').at(-1)).toBe('search-for-dead begun');
  });
});
