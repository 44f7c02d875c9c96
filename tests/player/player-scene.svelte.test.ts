import { expect, it } from 'vitest';
import { Player } from '../../src/player/player.svelte.ts';
import { createScenes } from '../fixtures/scenes.ts';
import { THAW, THAW_TOLD } from '../fixtures/shipped.ts';

it('A player’s scene is at any time what the story says of that time', () => {
  const player = new Player(THAW);
  const sceneAt = createScenes(THAW, THAW_TOLD);
  for (let step = 0; step < THAW_TOLD.duration; step += 7.3) {
    player.seek(step);
    player.select(step > 100 ? 'singapore' : null);
    if (step > 200) player.selectPerson('kim-jong-un');
    const { selected, selectedPerson } = player;
    const expected = sceneAt({ currentTime: step, selected, selectedPerson });
    const shown = Object.keys(expected).map((part) => [
      part,
      Reflect.get(player.scene, part) as unknown,
    ]);
    expect(Object.fromEntries(shown)).toEqual(expected);
  }
});
