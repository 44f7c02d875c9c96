import { expect, it } from 'vitest';
import { Player } from '../../src/player/player.svelte.ts';
import { createScenes } from '../../src/scene/scenes.ts';
import { THAW, THAW_TOLD } from '../fixtures/shipped.ts';

const { duration } = THAW_TOLD;
const scenes = createScenes(THAW, THAW_TOLD);

it('shows at every moment what the story says of it, forwards, backwards and with a place chosen', () => {
  const player = new Player(THAW);
  const days = Array.from({ length: Math.floor(duration / 9) }, (_, index) => index * 9);
  for (const selected of [null, 'singapore']) {
    player.select(selected);
    for (const day of [...days, ...[...days].reverse()]) {
      player.seekStep(day);
      const { commitmentStatuses } = player.scene;
      const said = scenes({ currentTime: player.currentTime, selected });
      expect(player.scene).toMatchObject({ ...said, commitmentStatuses });
    }
  }
});

it('keeps the lists of a turn while the playhead moves on within it', () => {
  const player = new Player(THAW);
  player.seek(3.2);
  const { places, figures, now, traces } = player.scene;
  player.seek(3.3);
  expect(player.scene.time).toBe(3.3);
  expect(player.scene.places).toBe(places);
  expect(player.scene.figures).toBe(figures);
  expect(player.scene.now).toBe(now);
  expect(player.scene.traces).toBe(traces);
});
