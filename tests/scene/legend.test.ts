import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FIGURES } from '../../src/scene/figures.ts';
import { createLegend, type Legend } from '../../src/scene/legend.ts';
import type { Scene } from '../../src/scene/scene.ts';
import { createChronology } from '../../src/story/chronology.ts';
import {
  EVENT_KINDS,
  EVENT_STATUSES,
  isGathering,
  type Place,
  type Story,
} from '../../src/story/story.ts';
import { createScenes } from '../fixtures/scenes.ts';
import { readStory, THAW } from '../fixtures/shipped.ts';
import { FILE, tell } from '../fixtures/two-meetings.ts';

const read = (name: string): Story =>
  readStory(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8'));

/** Everything that a story shows, found by a walk through its scenes. */
function walk(story: Story): ReadonlySet<string> {
  const told = createChronology(story);
  const sceneAt = createScenes(story, told);
  const steps = Array.from({ length: Math.floor(told.duration) * 4 + 1 }, (_, index) => index / 4);
  const times = [...steps, ...told.starts, told.duration];
  const scenes = times.map((currentTime) => sceneAt({ currentTime, selected: null }));
  return new Set(scenes.flatMap((scene) => thingsIn(scene, story)));
}

function thingsIn(scene: Scene, story: Story): readonly string[] {
  const events = [...scene.now, ...scene.meanwhile, ...scene.foreseen];
  const over = scene.traces.all.slice(0, scene.traces.count);
  const isHost = (place: Place) => scene.now.some(({ at }) => at?.mark === place);
  const isElsewhere = (place: Place) =>
    scene.now.some(
      ({ kind, at, about, commitments }) =>
        at?.mark !== place &&
        [
          ...commitments.flatMap(({ binds }) => binds ?? []),
          ...(kind === 'measure' ? about : []),
        ].some(({ mark }) => mark === place),
    );
  const framed = scene.places.filter(({ state }) => state === 'now').map(({ place }) => place);
  const homes = scene.figures.filter(({ at }) => !at).map((figure) => figure.homes);
  return [
    ...events.map(({ kind }) => `${FIGURES[kind]} ${kind}`),
    ...events
      .flatMap(({ who, letter }) => [...who, ...(letter ? [letter.from, letter.to] : [])])
      .map(({ party }) => `party ${party.id}`),
    ...scene.figures.filter(({ seats }) => seats.length > 0).map(() => 'seats'),
    ...scene.figures.filter(({ hollow }) => hollow).map(({ event }) => `hollow ${event.status}`),
    ...homes.filter(([, other]) => other).map(() => 'unplaced'),
    ...story.events
      .flatMap(({ commitments }) => commitments)
      .flatMap((one) => scene.commitmentStatuses.at(one, scene.time)?.state ?? [])
      .map((state) => `state ${state}`),
    ...framed.filter(isHost).map(() => 'framed now'),
    ...framed.filter(isElsewhere).map(() => 'framed bound'),
    ...scene.arcs.flatMap(({ journey: { kind, via }, hollow }) => {
      if (kind === 'bond') return ['bond'];
      return via.length > 0 || (kind === 'letter' && hollow) ? [] : [`curve ${kind}`];
    }),
    ...over.map(({ kind }) => `trace ${kind}`),
  ];
}

/** The same, as the legend has it. */
function thingsOf(legend: Legend): ReadonlySet<string> {
  const both = (word: string | null, all: readonly string[]) =>
    word === 'both' ? all : word ? [word] : [];
  return new Set([
    ...legend.figures.flatMap(({ figure, kinds }) => kinds.map((kind) => `${figure} ${kind}`)),
    ...legend.parties.map(({ id }) => `party ${id}`),
    ...(legend.seats.length > 0 ? ['seats'] : []),
    ...both(legend.hollow?.status ?? null, ['planned', 'reported']).map((one) => `hollow ${one}`),
    ...(legend.unplaced ? ['unplaced'] : []),
    ...legend.states.map((state) => `state ${state}`),
    ...(legend.framed ? [`framed ${legend.framed}`] : []),
    ...(legend.bonds ? ['bond'] : []),
    ...legend.curves.map((kind) => `curve ${kind}`),
    ...both(legend.traces, ['travel', 'letter']).map((kind) => `trace ${kind}`),
  ]);
}

/** “Something happens there now, or concerns the place” says that both occur. */
const withoutNow = (things: ReadonlySet<string>): readonly string[] =>
  [...things].filter((one) => one !== 'framed now' || !things.has('framed bound')).toSorted();

function check(story: Story): void {
  const legend = createLegend(story, createChronology(story));
  expect(withoutNow(thingsOf(legend))).toEqual(withoutNow(walk(story)));
}

/** Some events of the made-up story, each of any kind and status that fits its other fields. */
const story = fc
  .subarray(FILE.events, { minLength: 1 })
  .chain((events) =>
    fc.tuple(
      ...events.map((event) =>
        fc.record({
          event: fc.constant(event),
          kind: fc.constantFrom(...EVENT_KINDS),
          status: fc.constantFrom(...EVENT_STATUSES),
          about: fc.constantFrom([], ['border']),
        }),
      ),
    ),
  )
  .map((drawn) => {
    const ids = new Set(drawn.map(({ event }) => event.id));
    const events = drawn.map(({ event, kind, status, about }) => {
      const { commitments, follows, from, to, who, at, ...rest } = event as Record<string, unknown>;
      const known = (list: unknown): readonly Record<string, unknown>[] =>
        ((list ?? []) as Record<string, unknown>[]).filter(
          (one) => one['event'] === undefined || ids.has(String(one['event'])),
        );
      const isLetter = kind === 'letter';
      return {
        ...rest,
        ...{ kind, status, about },
        ...(at === undefined && status !== 'planned' ? { at: 'island' } : { at }),
        ...(isGathering(kind) && Array.isArray(who) && who.length === 0 ? {} : { who }),
        ...(isLetter ? { from: from ?? 'guest', to: to ?? 'host' } : {}),
        follows: known(follows),
        ...(kind === 'agreement'
          ? {
              commitments: known(commitments).map((one) => ({
                ...one,
                history: known(one['history']),
              })),
            }
          : {}),
      };
    });
    return tell({ ...FILE, events: JSON.parse(JSON.stringify(events)) as object[] }).story;
  });

describe('the legend has what a walk through the story finds, and nothing else', () => {
  it.each([
    ['the shipped story', THAW],
    ['a story without journeys within a day', read('paris')],
    ['a story across the date line', read('date-line')],
    ['a made-up story', tell(FILE).story],
  ])('in %s', (_name, told) => {
    check(told);
  });

  it('in stories of any events', () => {
    fc.assert(fc.property(story, check), { seed: 1987, numRuns: 200 });
  });

  it('in a story whose plan is called off before its date', () => {
    const [, , , , , , , announced, , plan] = FILE.events;
    const parade = { ...plan, kind: 'ceremony' };
    const end = {
      ...{ ...announced, id: 'end', when: '2018-03-22' },
      follows: [{ event: 'second-planned', verb: 'cancels' }],
    };
    const told = tell({ ...FILE, events: [announced, parade, end] }).story;
    check(told);
    const kinds = createLegend(told, createChronology(told)).figures.flatMap((one) => one.kinds);
    expect(kinds).toEqual(['statement', 'ceremony']);
  });

  it('with bands for lines and areas for polygons that have marks of their own', () => {
    const zonesOf = (told: Story) => createLegend(told, createChronology(told)).zones;
    expect(zonesOf(THAW)).toEqual(['band']);
    expect(zonesOf(read('paris'))).toEqual(['area']);
    const features = FILE.places.features.map((feature) =>
      feature.id === 'border'
        ? { ...feature, properties: { ...feature.properties, within: 'south-city' } }
        : feature,
    );
    expect(zonesOf(tell(FILE).story)).toEqual(['band']);
    expect(zonesOf(tell({ ...FILE, places: { ...FILE.places, features } }).story)).toEqual([]);
  });
});
