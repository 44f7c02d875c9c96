import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { Player } from '../../src/player/player.svelte.ts';
import { createScenes } from '../fixtures/scenes.ts';
import { THAW, THAW_TOLD } from '../fixtures/shipped.ts';

/** How often what is read has been computed anew while something is done. */
function countWhile(read: (player: Player) => unknown, act: (player: Player) => void): number {
  const player = new Player(THAW);
  let count = -1;
  const stop = $effect.root(() => {
    $effect(() => {
      read(player);
      count++;
    });
  });
  flushSync();
  act(player);
  flushSync();
  stop();
  return count;
}

describe('the scene of a player', () => {
  it('is at any time what the story says of that time', () => {
    const player = new Player(THAW);
    const sceneAt = createScenes(THAW, THAW_TOLD);
    for (let step = 0; step < THAW_TOLD.duration; step += 7.3) {
      player.seek(step);
      player.select(step > 100 ? 'singapore' : null);
      const { places, now, arcs, begun, localTime, traces, selected } = player.scene;
      expect({ places, now, arcs, begun, localTime, traces, selected }).toEqual(
        (({ places, now, arcs, begun, localTime, traces, selected }) => ({
          ...{ places, now, arcs, begun, localTime, traces, selected },
        }))(sceneAt({ currentTime: step, selected: player.selected })),
      );
    }
  });

  const { moments } = THAW_TOLD;
  const quiet = (moments[0]?.end ?? 0) + 3.1;

  it('does not ask for places again while nothing begins or ends', () => {
    const asked = countWhile(
      ({ scene }) => scene.places,
      (player) => {
        player.seek(quiet);
        flushSync();
        for (let step = 0.1; step < 0.9; step += 0.1) {
          player.seek(quiet + step);
          flushSync();
        }
      },
    );
    expect(asked).toBe(1);
  });

  it('tells who looks at the step only when that is another', () => {
    const told = countWhile(
      ({ scene }) => scene.step,
      (player) => {
        for (const time of [300.1, 300.5, 300.9]) {
          player.seek(time);
          flushSync();
        }
      },
    );
    expect(told).toBe(1);
  });

  it('changes when a place is selected', () => {
    const told = countWhile(
      ({ scene }) => scene.selected,
      (player) => player.select('singapore'),
    );
    expect(told).toBe(1);
  });
});
