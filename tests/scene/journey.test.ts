import { describe, expect, it } from 'vitest';
import { TRAVEL, travelsOf } from '../../src/scene/travels.ts';
import { createScenes } from '../fixtures/scenes.ts';
import type { ArcMark } from '../../src/scene/scene.ts';
import { dayOf, momentOf, THAW, THAW_TOLD } from '../fixtures/shipped.ts';
import { FILE, tell, twoMeetings } from '../fixtures/two-meetings.ts';

const { told, sceneAt } = twoMeetings();
const thawScenes = createScenes(THAW, THAW_TOLD);
const thawAt = (currentTime: number) => thawScenes({ currentTime, selected: null });

/** Bows in words; in which order they are drawn says nothing. */
const said = (arcs: readonly ArcMark[]) =>
  arcs
    .map(({ journey: { kind, from, to, people } }) =>
      [kind, from.id, to.id, ...people.map(({ initials }) => initials)].join(' '),
    )
    .toSorted();
const bowsOf = (event: string, time: number) =>
  sceneAt(time).arcs.filter((arc) => arc.journey.event.id === event);

describe('travellers', () => {
  const { start, end } = momentOf(told, 'talks');

  it('leave home three steps before the event and arrive as it begins', () => {
    expect(TRAVEL).toBe(3);
    expect(bowsOf('talks', start - TRAVEL - 1e-6)).toEqual([]);
    const progress = [3, 2.25, 1.5, 0].map((before) => {
      return bowsOf('talks', start - before).map((arc) => arc.progress);
    });
    expect(progress).toEqual([
      [0, 0],
      [0.25, 0.25],
      [0.5, 0.5],
      [1, 1],
    ]);
  });

  it('stay while the event lasts, and are gone when it is over', () => {
    expect(bowsOf('talks', end - 1e-6).map(({ progress }) => progress)).toEqual([1, 1]);
    expect(bowsOf('talks', end)).toEqual([]);
  });

  it('who share a home share a token', () => {
    expect(said(bowsOf('talks', start))).toEqual([
      'travel north-city island H E',
      'travel west-city island G',
    ]);
  });

  it('who are there already do not come again: only the neighbour joins for the pact', () => {
    const travels = bowsOf('pact', momentOf(told, 'pact').start).filter(
      ({ journey }) => journey.kind === 'travel',
    );
    expect(said(travels)).toEqual(['travel south-city island N']);
  });

  it('come again when they have been away, and never from a place to itself', () => {
    expect(said(bowsOf('second-talks', momentOf(told, 'second-talks').start))).toEqual([
      'travel north-city south-city H',
      'travel west-city south-city G',
    ]);
    const journeys = THAW_TOLD.moments.flatMap(({ start: at }) => thawAt(at).arcs);
    expect(journeys.filter(({ journey }) => journey.from === journey.to)).toEqual([]);
  });

  it('set out for one event when the one before it has been told, though both be in one step', () => {
    const first = {
      ...FILE.events.find(({ id }) => id === 'talks'),
      id: 'first-talks',
      follows: [],
    };
    const { told: long } = tell({
      ...FILE,
      events: [{ ...first, when: '2012-03' }, ...FILE.events],
    });
    expect(long.calendar.unit).toBe('month');
    const startOf = (event: string) =>
      travelsOf(long).flatMap(({ journey, start }) =>
        journey.event.id === event && journey.kind === 'travel' ? [start] : [],
      );
    const before = momentOf(long, 'talks').start - TRAVEL;
    expect(startOf('talks')).toEqual([before, before]);
    for (const start of startOf('second-talks')) {
      expect(start).toBeGreaterThan(momentOf(long, 'pact').start);
      expect(start).toBeLessThan(momentOf(long, 'second-talks').start);
    }
  });

  it('do not set out for what is only said, sent or measured', () => {
    for (const id of ['invitation', 'posts-emptied', 'posts-gone', 'calm']) {
      expect(bowsOf(id, momentOf(told, id).start)).toEqual([]);
    }
  });

  it('to Singapore on 12 June 2018 are Kim once and Trump once, for two events', () => {
    const { arcs } = thawAt(THAW_TOLD.restAt(dayOf(THAW_TOLD, '2018-06-12')));
    const travels = arcs.filter(({ journey }) => journey.to.id === 'singapore');
    expect(said(travels)).toEqual([
      'travel pyongyang singapore KJU',
      'travel washington singapore DT',
    ]);
  });
});

describe('a letter', () => {
  it('goes from the sender’s home to the addressee’s', () => {
    const { start } = momentOf(told, 'letter');
    expect(said(bowsOf('letter', start - 1))).toEqual(['letter north-city west-city H']);
  });

  it('of 24 May 2018 goes from Washington to Pyongyang, and its answer the other way', () => {
    const letterAt = (id: string) =>
      said(
        thawAt(momentOf(THAW_TOLD, id).start).arcs.filter(({ journey }) => journey.event.id === id),
      );
    expect(letterAt('cancel-letter')).toEqual(['letter washington pyongyang DT']);
    expect(letterAt('wh-2018-06')).toEqual(['letter pyongyang washington KJU']);
  });
});

describe('a letter that is told where it is written', () => {
  const letter = travelsOf(THAW_TOLD).find(({ journey }) => journey.event.id === 'cancel-letter');
  const { start } = momentOf(THAW_TOLD, 'cancel-letter');
  const progressAt = (time: number) =>
    thawAt(time).arcs.flatMap((arc) =>
      arc.journey.id === letter?.journey.id ? [arc.progress] : [],
    );

  it('leaves as it is told, not days before, and is there as long after', () => {
    expect(progressAt(start - 0.01)).toEqual([]);
    expect(progressAt(start)).toEqual([0]);
    expect(progressAt(start + TRAVEL / 2)).toEqual([0.5]);
    expect(progressAt(start + TRAVEL)).toEqual([1]);
    expect(progressAt(start + TRAVEL + 1)).toEqual([]);
  });
});

describe('a guest of two days', () => {
  it('does not come from home once more on the second: Kim Yong Chol is in Washington already', () => {
    const ways = travelsOf(THAW_TOLD).filter(
      ({ journey }) => journey.kind === 'travel' && journey.event.id === 'wh-2019-01',
    );
    expect(ways).toEqual([]);
  });
});

describe('a plan that is called off', () => {
  const off = {
    ...FILE.events.find(({ id }) => id === 'invitation'),
    ...{ id: 'called-off', when: '2018-03-24', follows: [{ event: 'tea', verb: 'cancels' }] },
  };
  const tea = {
    ...FILE.events.find(({ id }) => id === 'second-talks'),
    ...{ id: 'tea', status: 'planned', when: '2018-03-26', at: 'island', follows: [] },
  };
  const teas = tell({ ...FILE, events: [...FILE.events, tea, off] });
  const { start } = momentOf(teas.told, 'called-off');

  it('has travellers until then, and none after', () => {
    const ways = (time: number) =>
      teas.sceneAt(time).arcs.filter(({ journey }) => journey.event.id === 'tea').length;
    expect(ways(start - 0.1)).toBeGreaterThan(0);
    expect(ways(start)).toBe(0);
    expect(ways(momentOf(teas.told, 'tea').start)).toBe(0);
  });

  it('counts as told when its day comes, by whatever way a reader comes there', () => {
    const { start: due } = momentOf(teas.told, 'tea');
    const before = teas.sceneAt(due - 0.01).begun;
    expect(teas.sceneAt(due).begun).toBe(before + 1);
    const fresh = createScenes(teas.story, teas.told);
    expect(teas.sceneAt(due)).toEqual(fresh({ currentTime: due, selected: null }));
  });
});

describe('a plan that the event itself takes the place of', () => {
  const plan = {
    ...FILE.events.find(({ id }) => id === 'second-talks'),
    ...{ id: 'plan', status: 'planned', when: '2018-03-28/2018-03-31', follows: [] },
  };
  const events = FILE.events.map((event) =>
    event.id === 'second-talks'
      ? { ...event, follows: [{ event: 'plan', verb: 'supersedes' }] }
      : event,
  );

  it('leaves its travellers free to come', () => {
    const { told: real } = tell({
      ...FILE,
      events: [...events.filter(({ id }) => id !== 'second-planned'), plan],
    });
    const ways = travelsOf(real).filter(({ journey }) => journey.event.id === 'second-talks');
    expect(ways.map(({ journey }) => journey.kind)).toEqual(['travel', 'travel']);
  });
});

describe('guests of two meetings at one place, months apart', () => {
  it('come twice, also in a story that counts months', () => {
    const talks = FILE.events.find(({ id }) => id === 'talks');
    const again = ['2012-03', '2012-05'].map((when) => ({
      ...talks,
      ...{ id: `talks-${when}`, when, follows: [] },
    }));
    const { told: long } = tell({ ...FILE, events: [...again, ...FILE.events] });
    for (const { id } of again) {
      const ways = travelsOf(long).filter(({ journey }) => journey.event.id === id);
      expect(ways, id).toHaveLength(2);
    }
  });
});

describe('a letter with which the story ends', () => {
  const letter = {
    ...FILE.events.find(({ id }) => id === 'letter'),
    ...{ id: 'last', when: '2018-03-30', at: 'north-city' },
  };

  it('is delivered as it is told: there are no days left for its way', () => {
    const { told: short } = tell({ ...FILE, events: [...FILE.events, letter] });
    const [way] = travelsOf(short).filter(({ journey }) => journey.event.id === 'last');
    expect(way?.arrival).toBe(momentOf(short, 'last').start);
  });
});

describe('a bond', () => {
  it('goes from the seal to each bound place once, however much binds it there', () => {
    const bonds = bowsOf('pact', momentOf(told, 'pact').start).filter(
      ({ journey }) => journey.kind === 'bond',
    );
    expect(said(bonds)).toEqual(['bond island border', 'bond island north-city']);
    expect(bonds.map(({ progress }) => progress)).toEqual([1, 1]);
  });

  it('of the Panmunjom Declaration reaches every place it binds but Panmunjom itself', () => {
    const bonds = thawAt(momentOf(THAW_TOLD, 'panmunjom-1').start).arcs.filter(
      ({ journey }) => journey.kind === 'bond',
    );
    expect(bonds.map(({ journey }) => journey.to.id).toSorted()).toEqual([
      'dmz',
      'kaesong',
      'kumgang',
      'punggye-ri',
      'pyongyang',
    ]);
  });

  it('is not there before the seal is set', () => {
    const early = bowsOf('pact', momentOf(told, 'pact').start - 1e-6);
    expect(early.map(({ journey }) => journey.kind)).toEqual(['travel']);
  });
});

describe('a bow', () => {
  it('never shrinks while time grows', () => {
    const furthest = new Map<string, number>();
    for (let time = 0; time <= THAW_TOLD.duration; time += 0.05) {
      for (const { journey, progress } of thawAt(time).arcs) {
        expect(progress).toBeGreaterThanOrEqual(furthest.get(journey.id) ?? 0);
        expect(progress).toBeLessThanOrEqual(1);
        furthest.set(journey.id, progress);
      }
    }
    expect(new Set(furthest.values())).toEqual(new Set([1]));
  });

  it('is hollow where the event is only reported, and leaves no trace', () => {
    const { start, end } = momentOf(told, 'rumour');
    expect(bowsOf('rumour', start - 1).map(({ hollow }) => hollow)).toEqual([true]);
    expect(bowsOf('talks', momentOf(told, 'talks').start).some(({ hollow }) => hollow)).toBe(false);
    const { traces } = sceneAt(end);
    expect(traces.all.some(({ event }) => event.id === 'rumour')).toBe(false);
  });

  it('leaves a trace when it is over, in the order in which journeys ended; a bond leaves none', () => {
    const tracesAt = (time: number) => {
      const { all, count } = sceneAt(time).traces;
      return all.slice(0, count).map(({ kind, event }) => `${kind} ${event.id}`);
    };
    expect(tracesAt(momentOf(told, 'talks').end - 1e-6)).toEqual([]);
    expect(tracesAt(momentOf(told, 'letter').end)).toEqual([
      'travel talks',
      'travel talks',
      'travel pact',
      'letter letter',
    ]);
  });
});
