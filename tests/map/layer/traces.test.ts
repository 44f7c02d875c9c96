import { describe, expect, it } from 'vitest';
import { createTraces } from '../../../src/map/layer/traces.ts';
import type { Journey } from '../../../src/scene/journey.ts';

/** Journeys between places, written as “from-to”, and drawn as that. */
const journeyOf = (way: string): Journey => {
  const [from, to] = way.split('-');
  return { id: way, from: { id: from }, to: { id: to } } as unknown as Journey;
};
const draw = ({ id }: Journey): string => `[${id}]`;
const tracesOf = (...ways: readonly string[]) => createTraces(ways.map(journeyOf), draw);

describe('the hairlines of journeys that are over', () => {
  it('are those of the first so many journeys', () => {
    const tracesAt = tracesOf('a-b', 'a-c', 'a-d');
    expect([0, 1, 2, 3].map(tracesAt)).toEqual([
      [],
      ['[a-b]'],
      ['[a-b][a-c]'],
      ['[a-b][a-c][a-d]'],
    ]);
  });

  it('are one for each pair of places: the last journey’s', () => {
    const tracesAt = tracesOf('a-b', 'c-d', 'b-a');
    expect(tracesAt(2)).toEqual(['[a-b][c-d]']);
    expect(tracesAt(3)).toEqual(['[c-d][b-a]']);
  });

  it('leave out what another frame draws', () => {
    const journeys = ['a-b', 'c-d'].map(journeyOf);
    const tracesAt = createTraces(journeys, (journey) =>
      journey.from.id === 'a' ? null : draw(journey),
    );
    expect(tracesAt(2)).toEqual(['[c-d]']);
  });

  it('change one element and no more when a journey ends', () => {
    const tracesAt = tracesOf(...Array.from({ length: 950 }, (_, index) => `home-${index}`));
    for (const over of [99, 100, 500, 949]) {
      const [before, after] = [tracesAt(over), tracesAt(over + 1)];
      expect(after.filter((d, index) => d !== before[index])).toHaveLength(1);
    }
    expect(tracesAt(950)).toHaveLength(10);
  });
});
