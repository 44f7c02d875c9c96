import { describe, expect, it } from 'vitest';
import { createStableList } from '../../src/scene/stable-list.ts';

interface Item {
  readonly id: string;
  readonly at: readonly number[];
}

const keepItems = () => createStableList<Item>(({ id }) => id);

describe('a stable list', () => {
  it('is the list before where all is equal', () => {
    const keep = keepItems();
    const before = keep([{ id: 'a', at: [1, 2] }]);
    expect(keep([{ id: 'a', at: [1, 2] }])).toBe(before);
  });

  it('keeps the items that are equal, and takes those that are not', () => {
    const keep = keepItems();
    const [a] = keep([
      { id: 'a', at: [1, 2] },
      { id: 'b', at: [1, 2] },
    ]);
    const changed = { id: 'b', at: [1, 3] };
    const after = keep([changed, { id: 'a', at: [1, 2] }]);
    expect(after[0]).toBe(changed);
    expect(after[1]).toBe(a);
  });

  it('has the order and the length of what is given', () => {
    const keep = keepItems();
    const given = ['a', 'b', 'c'].map((id): Item => ({ id, at: [] }));
    keep(given);
    expect(keep(given.toReversed()).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(keep(given.slice(1)).map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('holds objects that lie deeper to be equal only where they are the same', () => {
    const keep = createStableList<{ places: { of: { place: object }[] } }>(() => 'one');
    const place = { id: 'a' };
    const before = keep([{ places: { of: [{ place }] } }]);
    expect(keep([{ places: { of: [{ place: { ...place } }] } }])).not.toBe(before);
  });
});
