import { describe, expect, it } from 'vitest';
import { readingTimeOf, SHORTEST_READING } from '../../src/player/reading-time.ts';
import { Player } from '../../src/player/player.svelte.ts';
import { TRAVEL, travelsOf } from '../../src/scene/travels.ts';
import { momentOf, THAW, THAW_TOLD } from '../fixtures/shipped.ts';
import { twoMeetings } from '../fixtures/two-meetings.ts';

const FRAME = 16;
/** No story takes longer than ten minutes: whoever is not at the end by then never gets there. */
const PATIENCE = 600_000;
const everyEvent = THAW_TOLD.moments.map(({ event }) => event.id);

interface Showing {
  readonly id: string;
  readonly ms: number;
  /** Where the playhead stood on each frame. */
  readonly times: readonly number[];
}

/** Plays the whole shipped story frame by frame: what was the latest event, and for how long. */
function playThrough(rate: number, stepwise = false): readonly Showing[] {
  const player = new Player(THAW);
  player.playbackRate = rate;
  player.play();
  const showings: { id: string; ms: number; times: number[] }[] = [];
  for (let ms = 0; !player.paused && ms < PATIENCE; ms += FRAME) {
    const id = player.scene.latest?.event.id ?? '';
    const last = showings.at(-1);
    if (last?.id === id) {
      last.ms += FRAME;
      last.times.push(player.currentTime);
    } else showings.push({ id, ms: FRAME, times: [player.currentTime] });
    player.tick(FRAME, stepwise);
  }
  expect(player.ended).toBe(true);
  return showings;
}

/** Has motion reduced, and so many frames of the screen pass. */
function wait(player: Player, frames: number): void {
  for (let frame = 0; frame < frames; frame += 1) player.tick(FRAME, true);
}

/** How many frames pass, with motion reduced, until a player steps on from where it stands. */
function framesUntilStep(player: Player): number {
  const { currentTime } = player;
  let frames = 0;
  for (; player.currentTime === currentTime && frames * FRAME < PATIENCE; frames += 1) {
    wait(player, 1);
  }
  return frames;
}

const total = (showings: readonly Showing[]) => showings.reduce((sum, { ms }) => sum + ms, 0);
const shortest = (showings: readonly Showing[]) => Math.min(...showings.map(({ ms }) => ms));
const ids = (showings: readonly Showing[]) => showings.map(({ id }) => id);

describe('playing the whole story', () => {
  const plain = playThrough(1);

  it('shows every event, each once, in order', () => {
    expect(ids(plain)).toEqual(everyEvent);
  });

  it('shows each for at least a second and a half', () => {
    expect(shortest(plain)).toBeGreaterThanOrEqual(1500);
  });

  it('takes between one and four minutes', () => {
    expect(total(plain)).toBeGreaterThan(60_000);
    expect(total(plain)).toBeLessThan(240_000);
  });

  it('takes half as long at double speed', () => {
    const fast = playThrough(2);
    expect(ids(fast)).toEqual(everyEvent);
    expect(total(fast) / total(plain)).toBeCloseTo(0.5, 2);
    expect(shortest(fast)).toBeGreaterThanOrEqual(750 - FRAME);
  });
});

describe('playing with motion reduced', () => {
  const stepwise = playThrough(1, true);

  it('stands on the beginning of each event and nowhere else', () => {
    const stood = stepwise.map(({ times }) => [...new Set(times)]);
    expect(stood).toEqual(THAW_TOLD.moments.map(({ start }) => [start]));
    expect(ids(stepwise)).toEqual(everyEvent);
  });

  it('stands on each for at least a second and a half', () => {
    expect(shortest(stepwise)).toBeGreaterThanOrEqual(1500);
  });

  const playing = () => {
    const player = new Player(twoMeetings().story);
    player.play();
    return player;
  };

  it('goes no further while it is paused', () => {
    const player = playing();
    wait(player, 1);
    player.pause();
    wait(player, framesUntilStep(playing()));
    expect(player.currentTime).toBe(0);
  });

  it.each<[string, (player: Player) => void]>([
    ['has been paused', (player) => (player.pause(), player.play())],
    ['has been taken somewhere', (player) => player.seek(0)],
  ])('begins to wait anew when it %s, a frame before it would have gone on', (_when, interrupt) => {
    const frames = framesUntilStep(playing());
    const player = playing();
    wait(player, frames - 1);
    interrupt(player);
    wait(player, frames - 1);
    expect(player.currentTime).toBe(0);
    wait(player, 1);
    expect(player.currentTime).toBeGreaterThan(0);
  });
});

describe('a tab that was hidden for a minute', () => {
  it.each([false, true])('skips no event on coming back (stepwise: %s)', (stepwise) => {
    for (const { start, order } of THAW_TOLD.moments) {
      const player = new Player(THAW);
      player.seek(start);
      player.play();
      player.tick(60_000, stepwise);
      expect(player.scene.begun - (order + 1)).toBeLessThanOrEqual(1);
    }
  });

  it('brings no more than a tenth of a second', () => {
    const [hidden, shown] = [new Player(THAW), new Player(THAW)];
    for (const player of [hidden, shown]) player.play();
    hidden.tick(60_000);
    for (const elapsed of [25, 25, 25, 25]) shown.tick(elapsed);
    expect(hidden.currentTime).toBeGreaterThan(0);
    expect(hidden.currentTime).toBeCloseTo(shown.currentTime, 9);
  });

  it('brings no more than a tenth of a second to the waiting, where motion is reduced', () => {
    const [hidden, shown] = [new Player(THAW), new Player(THAW)];
    for (const player of [hidden, shown]) player.play();
    hidden.tick(60_000, true);
    for (const elapsed of [25, 25, 25, 25]) shown.tick(elapsed, true);
    expect(framesUntilStep(hidden)).toBe(framesUntilStep(shown));
  });
});

describe('the time that an event is given', () => {
  const withTitle = (title: string) => ({ ...momentOf(THAW_TOLD, 'hanoi').event, title });

  it('grows with its headline, and is never under a second and a half', () => {
    expect(readingTimeOf(withTitle('Talks'), 'en')).toBe(SHORTEST_READING);
    expect(SHORTEST_READING).toBe(1500);
    const [short, long] = [withTitle('x'.repeat(60)), withTitle('x'.repeat(120))];
    expect(readingTimeOf(long, 'en')).toBeCloseTo(2 * readingTimeOf(short, 'en'));
  });

  it('is about as long in every language, however few signs that writes it in', () => {
    const all = (language: string) =>
      THAW_TOLD.moments.reduce((sum, { event }) => sum + readingTimeOf(event, language), 0);
    for (const language of ['ko', 'zh-Hans']) {
      expect(all(language) / all('en'), language).toBeGreaterThan(0.8);
      expect(all(language) / all('en'), language).toBeLessThan(1.25);
    }
  });

  const lone = travelsOf(THAW_TOLD)
    .filter(
      ({ journey, arrival, start }) => journey.kind === 'travel' && arrival - start === TRAVEL,
    )
    .map(({ journey }) => journey.event.id);

  it.each([...new Set(lone)])('lets who travels to %s be followed on the way', (event) => {
    const player = new Player(THAW);
    const { start } = momentOf(THAW_TOLD, event);
    player.seek(start - TRAVEL);
    player.play();
    let ms = 0;
    for (; player.currentTime < start && ms < PATIENCE; ms += FRAME) player.tick(FRAME);
    expect(ms).toBeGreaterThan(500);
  });
});
