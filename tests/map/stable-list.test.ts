import { describe, expect, it } from 'vitest';
import { createKeeper } from '../../src/map/stable-list.ts';

interface Item {
  readonly id: string;
  readonly value: number;
}
const keeper = () =>
  createKeeper<Item>(
    ({ id }) => id,
    (a, b) => a.value === b.value,
  );

describe('a keeper of lists', () => {
  it('gives the very same list while nothing in it has changed', () => {
    const keep = keeper();
    const first = keep([{ id: 'a', value: 1 }]);
    expect(keep([{ id: 'a', value: 1 }])).toBe(first);
  });

  it('keeps each item that stays, wherever it stands, and takes each that has changed', () => {
    const keep = keeper();
    const [a] = keep([
      { id: 'a', value: 1 },
      { id: 'b', value: 1 },
    ]);
    const changed = { id: 'b', value: 2 };
    const next = keep([changed, { id: 'a', value: 1 }]);
    expect(next).toEqual([changed, a]);
    expect(next[1]).toBe(a);
  });

  it('says at every moment what it was told, whatever came before', () => {
    const keep = keeper();
    const told: Item[][] = [[{ id: 'a', value: 1 }], [], [{ id: 'a', value: 2 }]];
    for (const list of [...told, ...[...told].reverse()]) expect(keep(list)).toEqual(list);
  });
});
