import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPlayerEvents } from '../../../src/embed/guest/player-events.ts';

const still = {
  ...{ currentTime: 0, paused: true, playbackRate: 1, ended: false },
  ...{ selected: null, selectedPerson: null },
};
let player: { -readonly [K in keyof typeof still]: (typeof still)[K] | string };
let told: string[];

const start = () =>
  createPlayerEvents(player as unknown as Parameters<typeof createPlayerEvents>[0], (name) =>
    told.push(name),
  );

beforeEach(() => {
  vi.useFakeTimers();
  player = { ...still };
  told = [];
});
afterEach(() => {
  vi.useRealTimers();
});

test('Playing is told as media tell it', () => {
  const telling = start();
  Object.assign(player, { paused: false });
  telling.fireChanges();
  for (let frame = 0; frame < 60; frame += 1) {
    player.currentTime = frame + 1;
    telling.fireChanges();
    vi.advanceTimersByTime(1000 / 60);
  }
  Object.assign(player, { paused: true, ended: true });
  telling.fireChanges();
  expect(told.filter((name) => name !== 'timeupdate')).toEqual(['play', 'pause', 'ended']);
});

test('Only playing that comes to the end is told as ended, and once', () => {
  const telling = start();
  const become = (more: Partial<typeof still>) => {
    Object.assign(player, more);
    telling.fireChanges();
    return told.splice(0).filter((name) => !/time|seek/.test(name));
  };
  expect(become({ paused: false })).toEqual(['play']);
  expect(become({ paused: true, currentTime: 50 })).toEqual(['pause']);
  // Who drags the slider to the end has not played to it.
  expect(become({ currentTime: 100, ended: true })).toEqual([]);
  expect(become({ paused: false, currentTime: 0, ended: false })).toEqual(['play']);
  expect(become({ paused: true, currentTime: 100, ended: true })).toEqual(['pause', 'ended']);
  expect(become({})).toEqual([]);
});

test('P8: `timeupdate` comes four times a second at the most, and the last position is told', () => {
  const telling = start();
  Object.assign(player, { paused: false });
  telling.fireChanges();
  for (let frame = 0; frame < 600; frame += 1) {
    player.currentTime = frame + 1;
    telling.fireChanges();
    vi.advanceTimersByTime(1000 / 60);
  }
  const updates = told.filter((name) => name === 'timeupdate').length;
  expect(updates).toBeGreaterThan(30);
  expect(updates).toBeLessThanOrEqual(41);
  vi.advanceTimersByTime(1000);
  expect(told.at(-1)).toBe('timeupdate');
  const count = told.length;
  vi.advanceTimersByTime(10_000);
  expect(told).toHaveLength(count);
});

test('A reader who drags the slider is seeking, once, until the slider rests', () => {
  const telling = start();
  for (let step = 1; step < 20; step += 1) {
    player.currentTime = step;
    telling.fireChanges();
    vi.advanceTimersByTime(40);
  }
  vi.advanceTimersByTime(1000);
  expect(told.filter((name) => name !== 'timeupdate')).toEqual(['seeking', 'seeked']);
  expect(told.at(-1)).toBe('seeked');
});

test('Choice and speed are told, each when it is another', () => {
  const telling = start();
  player.selected = 'beijing';
  telling.fireChanges();
  player.playbackRate = 2;
  telling.fireChanges();
  telling.fireChanges();
  expect(told).toEqual(['select', 'ratechange']);
  Object.assign(player, { selected: null, selectedPerson: 'kim-jong-un' });
  telling.fireChanges();
  telling.fireChanges();
  expect(told.slice(2), 'one selection in place of another').toEqual(['select']);
  player.selectedPerson = 'donald-trump';
  telling.fireChanges();
  expect(told.slice(3)).toEqual(['select']);
});

test('What a call has done is not told again to who has made it', () => {
  const telling = start();
  Object.assign(player, { currentTime: 50, paused: false, selected: 'beijing', playbackRate: 2 });
  telling.ignoreChanges();
  telling.fireChanges();
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([]);

  // Neither is a position that a reader had left a moment before.
  player.currentTime = 60;
  telling.fireChanges();
  player.currentTime = 70;
  telling.fireChanges();
  told.length = 0;
  player.currentTime = 80;
  telling.ignoreChanges();
  vi.advanceTimersByTime(1000);
  expect(told).not.toContain('timeupdate');
});
