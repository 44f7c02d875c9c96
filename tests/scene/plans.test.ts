import { describe, expect, it } from 'vitest';
import { createScenes } from '../fixtures/scenes.ts';
import type { Scene } from '../../src/scene/scene.ts';
import { dayOf, momentOf, THAW, THAW_TOLD } from '../fixtures/shipped.ts';
import { twoMeetings } from '../fixtures/two-meetings.ts';

const scenes = createScenes(THAW, THAW_TOLD);
const sceneAt = (currentTime: number) => scenes({ currentTime, selected: null });
const onDay = (day: string) => sceneAt(THAW_TOLD.restAt(dayOf(THAW_TOLD, day)));
const foreseenIn = ({ foreseen }: Scene) => foreseen.map(({ id }) => id);
const nowIn = ({ now }: Scene) => now.map(({ id }) => id);
const figureIn = ({ figures }: Scene, id: string) => figures.find(({ event }) => event.id === id);

describe('a plan whose place is still open', () => {
  const plan = momentOf(THAW_TOLD, 'second-summit-planned');
  const announced = momentOf(THAW_TOLD, 'second-summit-announced');

  it('is to be seen from the event that announced it until it is due', () => {
    const times = [announced.start - 1e-6, announced.start, plan.start - 1e-6, plan.start];
    expect(times.map((time) => foreseenIn(sceneAt(time)))).toEqual([
      [],
      ['second-summit-planned'],
      ['second-summit-planned'],
      [],
    ]);
    expect(nowIn(sceneAt(plan.start))).toContain('second-summit-planned');
  });

  it('is hollow and floats between the homes of those who are to meet', () => {
    for (const scene of [onDay('2019-01-25'), onDay('2019-02-21')]) {
      const figure = figureIn(scene, 'second-summit-planned');
      expect(figure).toMatchObject({ hollow: true, at: null, figure: 'table' });
      expect(figure?.homes.map(({ id }) => id)).toEqual(['washington', 'pyongyang']);
    }
  });

  it('sends nobody on a journey', () => {
    const travelling = THAW_TOLD.moments.flatMap(({ start }) => sceneAt(start).arcs);
    const planned = travelling.filter(({ journey }) => journey.event === plan.event);
    expect(planned).toEqual([]);
  });

  it.each(['2019-02-27', '2019-02-28'])(
    'is superseded on %s by Hanoi, where the summit happens',
    (day) => {
      const scene = onDay(day);
      expect(nowIn(scene)).toEqual(['hanoi']);
      expect(scene.places.find(({ place }) => place.id === 'hanoi')?.state).toBe('now');
      expect(figureIn(scene, 'hanoi')?.hollow).toBe(false);
      expect(figureIn(scene, 'second-summit-planned')).toBeUndefined();
    },
  );

  it('is foreseen by no event that merely follows it', () => {
    const { told, sceneAt: twoAt } = twoMeetings();
    const early = told.moments.filter(
      ({ start }) => start < momentOf(told, 'second-announced').start,
    );
    expect(early.flatMap(({ start }) => foreseenIn(twoAt(start)))).toEqual([]);
    expect(foreseenIn(twoAt(momentOf(told, 'second-announced').start))).toEqual(['second-planned']);
  });
});

describe('a report that is not confirmed', () => {
  it('is drawn hollow at its place', () => {
    const { told, sceneAt: twoAt } = twoMeetings();
    const figure = figureIn(twoAt(momentOf(told, 'rumour').start), 'rumour');
    expect(figure).toMatchObject({ hollow: true, homes: [] });
    expect(figure?.at?.id).toBe('south-city');
  });
});

describe('a table', () => {
  it('seats everyone who takes part; no other figure seats anyone', () => {
    const { told, sceneAt: twoAt } = twoMeetings();
    const seatsOf = (id: string) =>
      figureIn(twoAt(momentOf(told, id).start), id)?.seats.map(({ initials }) => initials);
    expect(seatsOf('talks')).toEqual(['G', 'H', 'E']);
    expect(seatsOf('pact')).toEqual([]);
    expect(seatsOf('invitation')).toEqual([]);
  });
});
