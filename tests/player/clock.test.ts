import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startClock } from '../../src/player/clock.ts';

/** A screen that draws when the test says so. */
class Screen {
  readonly #asked = new Map<number, FrameRequestCallback>();
  #handles = 0;
  asks = 0;

  readonly request = (callback: FrameRequestCallback): number => {
    this.asks += 1;
    this.#handles += 1;
    this.#asked.set(this.#handles, callback);
    return this.#handles;
  };

  readonly cancel = (handle: number): void => {
    this.#asked.delete(handle);
  };

  get waiting(): number {
    return this.#asked.size;
  }

  draw(now: number): void {
    const callbacks = [...this.#asked.values()];
    this.#asked.clear();
    for (const callback of callbacks) callback(now);
  }
}

let screen: Screen;
beforeEach(() => {
  screen = new Screen();
  vi.stubGlobal('requestAnimationFrame', screen.request);
  vi.stubGlobal('cancelAnimationFrame', screen.cancel);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** What passes in one second on a screen of so many frames a second, the first frame at its start. */
function elapsedAt(hertz: number): number {
  let sum = 0;
  const stop = startClock((elapsed) => (sum += elapsed));
  for (let frame = 0; frame <= hertz; frame += 1) screen.draw(5000 + (frame * 1000) / hertz);
  stop();
  return sum;
}

describe('the clock', () => {
  it('passes no time with its first frame, then what has passed since the frame before', () => {
    const passed: number[] = [];
    startClock((elapsed) => passed.push(elapsed));
    for (const now of [5000, 5016, 5050, 5050]) screen.draw(now);
    expect(passed).toEqual([0, 16, 34, 0]);
  });

  it('goes by time and not by frames: a fast screen plays no faster', () => {
    expect(elapsedAt(60)).toBeCloseTo(1000, 6);
    expect(elapsedAt(120)).toBeCloseTo(1000, 6);
  });

  it('never runs backwards', () => {
    const passed: number[] = [];
    startClock((elapsed) => passed.push(elapsed));
    for (const now of [5000, 4000, 4016]) screen.draw(now);
    expect(passed).toEqual([0, 0, 16]);
  });

  it('asks for one frame at a time, and for none once it is stopped', () => {
    const stop = startClock(() => undefined);
    expect(screen.waiting).toBe(1);
    screen.draw(1000);
    expect(screen.waiting).toBe(1);
    stop();
    expect(screen.waiting).toBe(0);
    screen.draw(2000);
    expect(screen.asks).toBe(2);
  });

  it('can be stopped from within a frame', () => {
    let frames = 0;
    const stop = startClock(() => {
      frames += 1;
      stop();
    });
    screen.draw(1000);
    screen.draw(2000);
    expect(frames).toBe(1);
    expect(screen.waiting).toBe(0);
  });
});
