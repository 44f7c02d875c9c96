import { expect, test } from 'vitest';
import { createPlayer, parseStoryValue, type Story } from '../../src/index.ts';
import { FILE } from '../fixtures/two-meetings.ts';

/**
 * Vue, Alpine and Pinia make a proxy of an object unless it is not extensible (`getTargetType` in `@vue/reactivity`).
 * Svelte, Solid, MobX and Immer make one only of an array or an object whose prototype is `Object.prototype`. Solid
 * throws where such an object is not extensible. A proxy has no private members and another identity.
 */
const isLeftAlone = (value: object): boolean =>
  !Object.isExtensible(value) && Object.getPrototypeOf(value) !== Object.prototype;

function readFixture(): Story {
  const read = parseStoryValue(FILE);
  if (!read.ok) throw new Error('The story has faults.');
  return read.story;
}

test('No framework makes a proxy of a story, a player or its scene', () => {
  const story = readFixture();
  const player = createPlayer(story);
  const { scene } = player;
  const parts = { story, player, scene, statuses: scene.commitmentStatuses };
  expect(Object.entries(parts).filter(([, value]) => !isLeftAlone(value))).toEqual([]);
  expect(player.story).toBe(story);
});

test('A player that takes no new properties still obeys', () => {
  const player = createPlayer(readFixture());
  player.clip = { start: 2, end: 9 };
  player.playbackRate = 2;
  player.seek(5);
  player.select('island');
  const { clip, currentTime, playbackRate, selected } = player;
  expect({ clip, currentTime, playbackRate, selected }).toEqual({
    clip: { start: 2, end: 9 },
    currentTime: 5,
    playbackRate: 2,
    selected: 'island',
  });
  expect(player.scene.selected?.place.id).toBe('island');
});
