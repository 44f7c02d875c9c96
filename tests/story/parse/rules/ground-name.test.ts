import { describe, expect, it } from 'vitest';
import { namesOf, withOwnNames } from '../../../../src/map/basemap/ground-names.ts';
import { parseStory } from '../../../../src/story/parse/parse.ts';

function parse(names: unknown) {
  const file = {
    ...{ version: 1, id: 'own-names', language: 'en', title: 'Own names' },
    ground: { names },
    events: [{ id: 'one', when: '2020', title: 'One', text: 'One.', status: 'happened' }],
  };
  return parseStory(JSON.stringify(file));
}

const faultsOf = (names: unknown) => {
  const parsed = parse(names);
  return parsed.ok ? [] : parsed.faults.map(({ path, message }) => `${path.join('.')} ${message}`);
};

describe('names on the ground', () => {
  it('may be moved, hidden and added', () => {
    const parsed = parse([
      { id: 'KP', at: [126, 40] },
      { id: 'JP', hide: true },
      { name: { en: 'Sahel', fr: 'Sahel' }, at: [10, 15], span: 30 },
      { id: 'south-china', at: [114, 12] },
    ]);
    expect(parsed).toMatchObject({
      ok: true,
      story: {
        groundNames: [
          { id: 'KP', name: null, at: [126, 40], span: null },
          { id: 'JP', name: null, at: null, span: null },
          { id: '+2', name: { en: 'Sahel', fr: 'Sahel' }, at: [10, 15], span: 30 },
          { id: 'south-china', name: null, at: [114, 12], span: null },
        ],
      },
    });
  });

  it.each([
    [{ at: [0, 0] }, 'ground.names.0.id is missing'],
    [{ id: 'FR', name: 'Gaul', at: [0, 0] }, 'ground.names.0.name is a second name'],
    [{ id: 'FR' }, 'ground.names.0.at is missing. Add [longitude, latitude], or "hide": true.'],
    [{ name: 'Gaul' }, 'ground.names.0.at is missing. Add [longitude, latitude].'],
    [{ name: 'Gaul', hide: true }, 'ground.names.0.hide hides a name that you add'],
    [
      { id: 'FR', hide: true, at: [0, 0] },
      'ground.names.0.at is the place of a name that is hidden',
    ],
    [{ id: 'France', hide: true }, 'ground.names.0.id "France" is no land or sea of the map'],
    [{ id: 'QQ', hide: true }, 'ground.names.0.id "QQ" is no land or sea of the map'],
    [{ id: 'batlic', hide: true }, 'Did you mean "baltic"?'],
    [{ id: 'FR', at: [0, 91] }, 'ground.names.0.at'],
    ['FR', 'ground.names.0'],
  ])('%j is a fault with a remedy', (name, words) => {
    expect(faultsOf([name]).join('\n')).toContain(words);
  });

  it.each([null, 7, 'names', [null], [[]], [{ id: {} }]])('%j never throws', (names) => {
    expect(faultsOf(names).length).toBeGreaterThan(0);
  });
});

it('own names come first, and take the place of the usual ones', () => {
  const names = namesOf([
    ['FR', 8, 2, 47],
    ['DE', 8, 10, 51],
    ['north', 7, 3, 56],
  ]);
  const own = [
    { id: 'DE', name: null, at: [9, 50] as const, span: null },
    { id: 'north', name: null, at: null, span: null },
    { id: '+2', name: 'Gaul', at: [4, 46] as const, span: 5 },
  ];
  expect(withOwnNames(names, own)).toEqual([
    { id: 'DE', span: 8, spots: [[9, 50]] },
    { id: '+2', span: 5, spots: [[4, 46]] },
    { id: 'FR', span: 8, spots: [[2, 47]] },
  ]);
  expect(withOwnNames(names, [])).toEqual(names);
});
