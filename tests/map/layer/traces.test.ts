import { describe, expect, it } from 'vitest';
import { createTraces, FAINTEST, type Hairlines } from '../../../src/map/layer/traces.ts';
import type { Journey } from '../../../src/scene/journey.ts';
import { createScenes } from '../../../src/scene/scenes.ts';
import type { Person, Place } from '../../../src/story/story.ts';
import { THAW, THAW_TOLD } from '../../fixtures/shipped.ts';

const places = new Map<string, Place>();
function placeOf(id: string): Place {
  const place = places.get(id) ?? ({ id } as unknown as Place);
  places.set(id, place);
  return place;
}

/** Journeys between places, written as “from-to”, and drawn as that. */
const journeyOf = (way: string): Journey => {
  const [from = '', to = ''] = way.split('-');
  return { id: way, from: placeOf(from), to: placeOf(to), people: [] } as unknown as Journey;
};
const draw = ({ id }: Journey): string => `[${id}]`;
const tracesOf = (...ways: readonly string[]) => createTraces(ways.map(journeyOf), draw);

/** The hairlines that all elements of one strength show. */
const at = (strength: number, drawn: readonly Hairlines[]): string =>
  drawn
    .filter(({ opacity }) => Math.abs(opacity - strength) < 0.001)
    .map(({ d }) => d)
    .join('');

/** How strong a hairline looks where several elements draw it, one over the other. */
const strengthOf = (way: string, drawn: readonly Hairlines[]): number =>
  1 -
  drawn
    .filter(({ d }) => d.includes(`[${way}]`))
    .reduce((rest, { opacity }) => rest * (1 - opacity), 1);

describe('the hairlines of journeys that are over', () => {
  it('are those of the first so many journeys', () => {
    const tracesAt = tracesOf('a-b', 'a-c', 'a-d');
    const faint = [0, 1, 2, 3].map((over) => at(FAINTEST, tracesAt(over)));
    expect(faint).toEqual(['', '[a-b]', '[a-b][a-c]', '[a-b][a-c][a-d]']);
  });

  it('are one for each pair of places: the last journey’s', () => {
    const tracesAt = tracesOf('a-b', 'c-d', 'b-a');
    expect(at(FAINTEST, tracesAt(2))).toBe('[a-b][c-d]');
    expect(at(FAINTEST, tracesAt(3))).toBe('[c-d][b-a]');
    expect(strengthOf('a-b', tracesAt(3))).toBe(0);
  });

  it('leave out what another frame draws', () => {
    const journeys = ['a-b', 'c-d'].map(journeyOf);
    const tracesAt = createTraces(journeys, (journey) =>
      journey.from.id === 'a' ? null : draw(journey),
    );
    expect(tracesAt(2).map(({ d }) => d)).toEqual(['[c-d]', '[c-d]']);
  });

  it('fade with each journey that ends after theirs, as far as a strength that is still seen', () => {
    const ways = Array.from({ length: 30 }, (_, index) => `home-${index}`);
    const drawn = tracesOf(...ways)(30);
    const strengths = ways.map((way) => strengthOf(way, drawn)).reverse();
    expect(strengths[0]).toBe(1);
    expect(strengths).toEqual([...strengths].sort((one, other) => other - one));
    expect(new Set(strengths.slice(0, 9)).size).toBe(9);
    for (const strength of strengths.slice(8)) expect(strength).toBeCloseTo(FAINTEST, 9);
  });

  it('are strong again when somebody goes the same way again', () => {
    const others = Array.from({ length: 20 }, (_, index) => `home-${index}`);
    const tracesAt = tracesOf('a-b', ...others, 'a-b');
    expect(strengthOf('a-b', tracesAt(21))).toBeCloseTo(FAINTEST, 9);
    expect(strengthOf('a-b', tracesAt(22))).toBe(1);
  });

  it('do not fade if they lead from or to the selected place', () => {
    const others = Array.from({ length: 20 }, (_, index) => `home-${index}`);
    const tracesAt = tracesOf('a-b', 'c-a', 'c-d', ...others);
    const strong = (id: string | undefined, over = 23): string[] => {
      const drawn = tracesAt(over, id === undefined ? undefined : placeOf(id));
      return ['a-b', 'c-a', 'c-d'].filter((way) => strengthOf(way, drawn) === 1);
    };
    expect(strong('a')).toEqual(['a-b', 'c-a']);
    expect(strong('d')).toEqual(['c-d']);
    expect(strong('elsewhere')).toEqual([]);
    expect(strong(undefined)).toEqual([]);
    expect(strong('d', 2), 'before the journey').toEqual(['c-a']);
  });

  it('are the same again after scrubbing forwards and back', () => {
    const ways = Array.from({ length: 250 }, (_, index) => `home-${index % 120}`);
    const tracesAt = tracesOf(...ways);
    const before = tracesAt(40);
    tracesAt(250, placeOf('home'));
    expect(tracesAt(40)).toEqual(before);
  });

  it('change one shared element and add one of their own when a journey ends', () => {
    const tracesAt = tracesOf(...Array.from({ length: 950 }, (_, index) => `home-${index}`));
    for (const over of [99, 100, 500, 949]) {
      const [before, after] = [tracesAt(over), tracesAt(over + 1)].map(
        (drawn) => new Map(drawn.map(({ key, d }) => [key, d])),
      );
      const changed = [...(after ?? [])].filter(([key, d]) => before?.get(key) !== d);
      expect(changed.map(([, d]) => d.split(']').length - 1).sort((a, b) => a - b)[0]).toBe(1);
      expect(changed).toHaveLength(2);
    }
    expect(tracesAt(950)).toHaveLength(18);
  });
});

describe('the hairlines of a person who is selected', () => {
  const guest = { id: 'guest' } as unknown as Person;
  const by = (people: readonly Person[], way: string, more: object = {}): Journey => ({
    ...journeyOf(way),
    people,
    ...more,
  });
  const strongAt = (
    journeys: readonly Journey[],
    selected: Person | Place,
    pathOf: (journey: Journey) => string | null = draw,
  ): Hairlines | undefined =>
    createTraces(journeys, pathOf)(journeys.length, selected).find(({ key }) => key === 'selected');

  const { traces } = createScenes(THAW, THAW_TOLD).episodeAt(Infinity, {
    selected: null,
    selectedPerson: null,
  });
  const wayOf = ({ from, to }: Journey): string => [from.id, to.id].sort().join(' and ');

  it('are all ways that the person went or a letter of theirs did, at any time of the story', () => {
    const tracesAt = createTraces(traces.all, ({ id }) => `[${id}]`);
    let seen = 0;
    for (const person of THAW.people) {
      for (let over = 0; over <= traces.all.length; over += 3) {
        // The oracle: a walk over all journeys, with the people as the story's file names them.
        const gone = traces.all.slice(0, over).filter(({ kind, event, people }) => {
          const { from, to } = event.letter ?? {};
          return kind === 'letter' ? from === person || to === person : people.includes(person);
        });
        const strong = tracesAt(over, person).find(({ key }) => key === 'selected');
        const ids = strong?.journeys?.split(' ') ?? [];
        const drawn = traces.all.filter(({ id }) => ids.includes(id));
        expect(strong?.opacity ?? 1).toBe(1);
        expect(strong?.d ?? '').toBe(ids.map((id) => `[${id}]`).join(''));
        expect(drawn.map(wayOf).sort(), person.id).toEqual([...new Set(gone.map(wayOf))].sort());
        expect(gone).toEqual(expect.arrayContaining(drawn));
        seen += drawn.length;
      }
    }
    expect(seen).toBeGreaterThan(300);
  });

  it('leave those of all others faded', () => {
    const others = Array.from({ length: 20 }, (_, index) => by([], `home-${index}`));
    const journeys = [by([guest], 'a-b'), by([], 'c-d'), ...others];
    const drawn = createTraces(journeys, draw)(journeys.length, guest);
    expect(strengthOf('a-b', drawn)).toBe(1);
    expect(strengthOf('c-d', drawn)).toBeCloseTo(FAINTEST, 9);
  });

  it('are the person’s own last way between two places, whoever went there since by another', () => {
    const journeys = [by([guest], 'a-b'), by([guest], 'b-a'), by([], 'a-b', { id: 'b-a-by-sea' })];
    expect(strongAt(journeys, guest)?.d).toBe('[b-a]');
  });

  it('hold a letter that the person receives, and no bond and no visit of its event', () => {
    const letter = { letter: { from: { id: 'host' }, to: guest } } as unknown as Journey['event'];
    const sent = by([], 'a-b', { kind: 'letter', event: letter });
    const carried = by([], 'c-b', { kind: 'travel', event: letter });
    expect(strongAt([sent, carried], guest)?.d).toBe('[a-b]');
  });

  it('are not mixed up with those of a place or a person of the same id', () => {
    const namesake = { id: 'a' } as unknown as Person;
    const journeys = [by([namesake], 'b-c'), by([guest], 'a-d')];
    expect(strongAt(journeys, namesake)?.d).toBe('[b-c]');
    expect(strongAt(journeys, placeOf('a'))?.d).toBe('[a-d]');
    expect(strongAt(journeys, { ...guest })).toBeUndefined();
  });

  it('leave out what another frame draws', () => {
    const journeys = [by([guest], 'a-b'), by([guest], 'c-d')];
    const pathOf = (journey: Journey) => (journey.id === 'a-b' ? null : draw(journey));
    expect(strongAt(journeys, guest, pathOf)).toMatchObject({ d: '[c-d]', journeys: 'c-d' });
  });
});
