import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Player } from '../../src/player/player.svelte.ts';
import { dayOf, momentOf, THAW, THAW_TOLD } from '../fixtures/shipped.ts';

/*
 * What the player does and answers. That the page hears of it (runes telling who watches them) is compiled
 * in for browsers only, and tested there.
 */
const { moments, duration } = THAW_TOLD;
let player: Player;
beforeEach(() => {
  player = new Player(THAW);
});
const shown = () => player.scene.latest?.event.id;

describe('the player, in the words of HTMLMediaElement', () => {
  it('begins at the beginning, paused, at normal speed, with nothing selected', () => {
    expect(player).toMatchObject({
      currentTime: 0,
      paused: true,
      ended: false,
      playbackRate: 1,
      selected: null,
      selectedPerson: null,
      duration: THAW_TOLD.duration,
    });
    expect(shown()).toBe('un-speech-2017');
  });

  it('moves while it plays and stands while it is paused', () => {
    player.tick(50);
    expect(player.currentTime).toBe(0);
    player.play();
    player.tick(50);
    const there = player.currentTime;
    expect(there).toBeGreaterThan(0);
    player.pause();
    player.tick(50);
    expect(player.currentTime).toBe(there);
  });

  it('has ended at the end, and is paused there', () => {
    player.seek(duration - 1e-9);
    player.play();
    player.tick(100);
    expect(player).toMatchObject({ ended: true, paused: true, currentTime: duration });
  });

  it('plays from the beginning again when it has ended, and only then', () => {
    player.seek(duration);
    player.play();
    expect(player).toMatchObject({ currentTime: 0, paused: false, ended: false });
    player.seek(100);
    player.play();
    expect(player.currentTime).toBe(100);
  });

  it('goes nowhere for what is not a number, and to an end for what lies beyond it', () => {
    player.seek(42);
    player.seek(NaN);
    player.seekStep(NaN);
    expect(player.currentTime).toBe(42);
    player.seek(Infinity);
    expect(player.currentTime).toBe(duration);
    player.seek(-Infinity);
    expect(player.currentTime).toBe(0);
  });

  it.each([
    [2, 2],
    [0, 1 / 16],
    [-1, 1 / 16],
    [100, 16],
    [NaN, 1],
    [Infinity, 1],
  ])('holds a speed of %d at %d', (asked, held) => {
    player.playbackRate = asked;
    expect(player.playbackRate).toBe(held);
  });

  it('never leaves the story, whatever it is told', () => {
    const order = fc.oneof(
      fc.double().map((time) => () => player.seek(time)),
      fc.double().map((step) => () => player.seekStep(step)),
      fc.double().map((rate) => () => void (player.playbackRate = rate)),
      fc.tuple(fc.double(), fc.boolean()).map((tick) => () => player.tick(...tick)),
      fc.constantFrom(
        () => player.play(),
        () => player.next(),
        () => player.previous(),
        () => player.seekEvent('hanoi'),
        () => player.seekEvent('atlantis'),
      ),
    );
    fc.assert(
      fc.property(fc.array(order, { maxLength: 40 }), (orders) => {
        player = new Player(THAW);
        for (const obey of orders) obey();
        expect(player.currentTime).toBeGreaterThanOrEqual(0);
        expect(player.currentTime).toBeLessThanOrEqual(duration);
        expect(player.scene.time).toBe(player.currentTime);
      }),
      { seed: 1953, numRuns: 150 },
    );
  });
});

describe('going from event to event', () => {
  it('walks through all of them in order, to the end, and back to the first', () => {
    const ids = moments.map(({ event }) => event.id);
    const forward = ids.map(() => {
      const id = shown();
      player.next();
      return id;
    });
    expect(forward).toEqual(ids);
    expect(player.ended).toBe(true);
    player.seekEvent(ids.at(-1) ?? '');
    const back = ids.map(() => {
      const id = shown();
      player.previous();
      return id;
    });
    expect(back).toEqual(ids.toReversed());
    expect(player.currentTime).toBe(0);
  });

  it('goes first to the beginning of what is shown, then to the event before', () => {
    const { start } = momentOf(THAW_TOLD, 'singapore');
    player.seek(start + 0.3);
    player.previous();
    expect(player.currentTime).toBe(start);
    player.previous();
    expect(shown()).toBe('wh-2018-06');
  });

  it('goes to an event by its id, and nowhere for one that the story does not have', () => {
    player.seekEvent('hanoi');
    expect(shown()).toBe('hanoi');
    player.seekEvent('atlantis');
    expect(shown()).toBe('hanoi');
  });

  it('rests on the last event of a step, so that the slider shows all of its day', () => {
    player.seekStep(dayOf(THAW_TOLD, '2018-06-12'));
    expect(shown()).toBe('singapore-statement');
    player.seekStep(dayOf(THAW_TOLD, '2018-09-19'));
    expect(shown()).toBe('cma');
  });

  it('rests at the very end on the last step, and on the first event before the first', () => {
    player.seekStep(THAW_TOLD.calendar.length - 1);
    expect(player.ended).toBe(true);
    player.seekStep(-5);
    expect(player.currentTime).toBe(0);
  });
});

describe('a place', () => {
  it('is selected, also when it is already, and replaced by another', () => {
    player.select('singapore');
    expect(player.scene.selected?.place.id).toBe('singapore');
    player.select('beijing');
    player.select('beijing');
    expect(player.selected).toBe('beijing');
    expect(player.scene.selected?.place.id).toBe('beijing');
  });

  it('is let go of by null, once or twice', () => {
    player.select('singapore');
    player.select(null);
    expect(player.selected).toBeNull();
    player.select(null);
    expect(player.selected).toBeNull();
    expect(player.scene.selected).toBeNull();
  });

  it('within another is selected by the one that stands for it on the map', () => {
    player.select('capella');
    expect(player.selected).toBe('singapore');
  });

  it('that the story does not have changes nothing', () => {
    player.select('singapore');
    player.select('atlantis');
    expect(player.selected).toBe('singapore');
  });
});

describe('a person', () => {
  it('is selected instead of a place, and a place instead of a person', () => {
    player.select('singapore');
    player.selectPerson('kim-jong-un');
    expect(player).toMatchObject({ selected: null, selectedPerson: 'kim-jong-un' });
    expect(player.scene.selected).toBeNull();
    expect(player.scene.selectedPerson?.id).toBe('kim-jong-un');
    player.select('singapore');
    expect(player).toMatchObject({ selected: 'singapore', selectedPerson: null });
    expect(player.scene.selectedPerson).toBeNull();
  });

  it('is let go of by null, which leaves a place, as null leaves a person where a place is let go of', () => {
    player.select('singapore');
    player.selectPerson(null);
    expect(player.selected).toBe('singapore');
    player.selectPerson('kim-jong-un');
    player.select(null);
    expect(player.selectedPerson).toBe('kim-jong-un');
    player.selectPerson(null);
    player.selectPerson(null);
    expect(player).toMatchObject({ selected: null, selectedPerson: null });
  });

  it('that the story does not have changes nothing, also not the place', () => {
    player.select('singapore');
    for (const id of ['nobody', '', 'singapore', '__proto__']) player.selectPerson(id);
    expect(player).toMatchObject({ selected: 'singapore', selectedPerson: null });
    player.selectPerson('kim-jong-un');
    for (const id of ['atlantis', 'donald-trump']) player.select(id);
    expect(player).toMatchObject({ selected: null, selectedPerson: 'kim-jong-un' });
  });
});

describe('the events of a selection', () => {
  const selected = () => player.selectedMoments.map(({ event }) => event.id);

  it('are none without one', () => {
    expect(selected()).toEqual([]);
  });

  it('are in order those that the story’s file gives a place, a place within it, or a person', () => {
    for (const { id } of THAW.people) {
      player.selectPerson(id);
      const named = moments.filter(({ event: { who, letter } }) =>
        [...who, letter?.from, letter?.to].some((person) => person?.id === id),
      );
      expect(player.selectedMoments, id).toEqual(named);
    }
    player.select('capella');
    expect(selected()).toEqual(
      moments.flatMap(({ event }) => (event.at?.mark.id === 'singapore' ? event.id : [])),
    );
  });

  it('hold the letters that a person has written and received', () => {
    const letter = moments.find(({ event }) => event.letter)?.event;
    for (const person of [letter?.letter?.from, letter?.letter?.to]) {
      player.selectPerson(person?.id ?? '');
      expect(selected()).toContain(letter?.id);
    }
  });
});
