import { describe, expect, it } from 'vitest';
import { createLegend } from '../../src/scene/legend.ts';
import { FILE, tell } from '../fixtures/two-meetings.ts';

type Event = Readonly<Record<string, unknown>>;

/** The story of two meetings with some of its events changed. */
const changed = (change: (event: Event) => Event, more: object = {}) =>
  tell({ ...FILE, ...more, events: (FILE.events as readonly Event[]).map(change) });

/** Every scene, at each turn and a quarter of a step after it. */
function scenesOf({ told, sceneAt }: ReturnType<typeof tell>) {
  return [...told.starts, told.duration].flatMap((time) => [
    sceneAt(time),
    sceneAt(Math.min(told.duration, time + 0.25)),
  ]);
}

const idOf = ({ id }: { readonly id: unknown }) => id;

describe('an event without a place', () => {
  const lost = changed((event) => (event['id'] === 'talks' ? { ...event, at: undefined } : event));

  it('is told in its turn, and is on no map', () => {
    const moment = lost.told.momentOf('talks');
    const scene = lost.sceneAt(moment?.start ?? 0);
    expect(scene.now.map(idOf)).toContain('talks');
    const figure = scene.figures.find(({ event }) => event.id === 'talks');
    expect(figure).toMatchObject({ at: null, homes: [] });
    expect(
      scenesOf(lost).flatMap(({ arcs }) => arcs.map(({ journey }) => journey.event.id)),
    ).not.toContain('talks');
  });

  it('is drawn between two homes only if it is a plan', () => {
    for (const status of ['happened', 'reported', 'planned']) {
      const story = changed((event) =>
        event['id'] === 'rumour'
          ? { ...event, at: undefined, status, who: ['host', 'guest'] }
          : event,
      );
      const start = story.told.momentOf('rumour')?.start ?? 0;
      const figure = story.sceneAt(start).figures.find(({ event }) => event.id === 'rumour');
      expect([status, figure?.homes.length]).toEqual([status, status === 'planned' ? 2 : 0]);
    }
  });

  it('keeps nobody there: who comes next comes from home', () => {
    const [before] = scenesOf(lost)
      .flatMap(({ arcs }) => arcs)
      .filter(({ journey }) => journey.event.id === 'pact' && journey.kind === 'travel');
    expect(before?.journey.from.id).toMatch(/-city$/);
  });
});

describe('a person without a home', () => {
  const people = FILE.people.map((person) => ({
    ...person,
    home: person.id === 'host' ? undefined : person.home,
  }));
  const story = changed((event) => event, { people });
  const journeys = scenesOf(story).flatMap(({ arcs }) => arcs.map(({ journey }) => journey));

  it('is at the table, and never travels', () => {
    const start = story.told.momentOf('talks')?.start ?? 0;
    const table = story.sceneAt(start).figures.find(({ event }) => event.id === 'talks');
    expect(table?.seats.map(idOf)).toEqual(['guest', 'host', 'envoy']);
    const travellers = journeys
      .filter(({ kind }) => kind === 'travel')
      .flatMap((one) => one.people);
    expect(travellers.map(idOf)).not.toContain('host');
    expect(travellers.map(idOf)).toContain('guest');
  });

  it('sends a letter that is shown where it is told of, without a line', () => {
    expect(journeys.filter(({ kind }) => kind === 'letter')).toEqual([]);
    const start = story.told.momentOf('letter')?.start ?? 0;
    expect(story.sceneAt(start).figures.map(({ figure }) => figure)).toContain('envelope');
  });

  it('leaves a plan with one other home without a line', () => {
    expect(createLegend(story.story, story.told).unplaced).toBe(false);
  });
});

describe('a commitment that binds no place', () => {
  const story = changed((event) => ({
    ...event,
    commitments: (event['commitments'] as Event[] | undefined)?.map((one) => ({
      ...one,
      binds: undefined,
    })),
  }));

  it('keeps its states, and marks no place', () => {
    const scene = story.sceneAt(story.told.duration);
    expect(scene.places.flatMap(({ chips }) => chips)).toEqual([]);
    const pact = story.story.events.find(({ id }) => id === 'pact');
    expect(
      pact?.commitments.map((one) => scene.commitmentStatuses.at(one, scene.time)?.state),
    ).toEqual(['done', 'begun', 'promised']);
  });

  it('has no line, and the legend explains none', () => {
    expect(
      scenesOf(story).flatMap(({ arcs }) => arcs.filter(({ journey }) => journey.kind === 'bond')),
    ).toEqual([]);
    expect(createLegend(story.story, story.told)).toMatchObject({ bonds: false });
  });
});

describe('a story without any place', () => {
  const story = tell({
    ...{ version: 1, id: 'nowhere', language: 'en', title: 'Nowhere' },
    events: ['1', '2', '3'].map((day) => ({
      ...{ id: `day-${day}`, when: `2020-01-0${day}`, title: `Day ${day}`, text: 'It happens.' },
      kind: day === '2' ? 'meeting' : 'event',
    })),
  });

  it('can be played from its first event to its last', () => {
    expect(scenesOf(story).map(({ begun }) => begun)).toEqual([1, 1, 2, 2, 3, 3, 3, 3]);
    expect(scenesOf(story).flatMap(({ places, arcs }) => [...places, ...arcs])).toEqual([]);
  });

  it('has a legend of what its cards show', () => {
    const { figures, framed } = createLegend(story.story, story.told);
    expect(figures).toEqual([
      { figure: 'table', kinds: ['meeting'] },
      { figure: 'pulse', kinds: ['event'] },
    ]);
    expect(framed).toBeNull();
  });
});
