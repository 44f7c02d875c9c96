import { beforeEach, describe, expect, it } from 'vitest';
import { Player } from '../../../src/player/player.svelte.ts';
import { describePlayhead } from '../../../src/ui/panel/announcements.ts';
import { ENGLISH } from '../../../src/ui/words/en.ts';
import { dayOf, THAW, THAW_TOLD } from '../../fixtures/shipped.ts';

let player: Player;
beforeEach(() => {
  player = new Player(THAW);
});
const said = () => describePlayhead(player, ENGLISH);

describe('the playhead is told', () => {
  it('at rest by its moment, with or without an event', () => {
    player.seekEvent('singapore');
    expect(said()).toMatch(/^12 June 2018\. Trump and Kim meet in Singapore\. Event 27 of 71$/);
    player.seekStep(dayOf(THAW_TOLD, '2018-08-01'));
    expect(said()).toBe('1 August 2018. After event 34 of 71');
  });

  it('while it moves by the event that began last, on its own day, and by nothing in between', () => {
    player.seekEvent('singapore');
    player.play();
    const heard = new Set([said()]);
    for (let frames = 0; frames < 3000; frames++) {
      player.tick(16);
      heard.add(said());
    }
    const numbers = [...heard].map((words) => Number(/Event (\d+) of 71$/.exec(words)?.[1]));
    expect(numbers.length).toBeGreaterThan(3);
    expect(numbers).toEqual(numbers.map((_, index) => 27 + index));
  });

  it('by its moment again as soon as it is stopped', () => {
    player.seekEvent('parade');
    player.play();
    player.seekStep(dayOf(THAW_TOLD, '2018-08-01'));
    expect(said()).toMatch(/Event 34 of 71$/);
    player.pause();
    expect(said()).toBe('1 August 2018. After event 34 of 71');
  });
});
