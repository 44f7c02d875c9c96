import type { Player } from '../../player/player.svelte.ts';
import type { EventName } from '../protocol.ts';

/** Least time between two `timeupdate`, in ms: four a second, as media elements do. */
const UPDATE_INTERVAL = 250;
/** A slider that has not moved for this time, in ms, has been let go: `seeked`. */
const SEEK_TIMEOUT = 250;

type PlayerState = Pick<
  Player,
  'currentTime' | 'paused' | 'playbackRate' | 'selected' | 'selectedPerson' | 'ended'
>;

export interface PlayerEvents {
  /** Fires an event for each difference from the last state. To be called after every change. */
  fireChanges(): void;
  /** Takes the state as it is without an event: the host page knows what it has done itself. */
  ignoreChanges(): void;
}

/** Turns changes of a player into events, in the order and at the rate of media elements. */
export function createPlayerEvents(
  player: PlayerState,
  fire: (name: EventName) => void,
): PlayerEvents {
  let state = stateOf(player);
  let last = -Infinity;
  let due: ReturnType<typeof setTimeout> | undefined;
  let seeking: ReturnType<typeof setTimeout> | undefined;
  /** The time of the last `timeupdate`. */
  let firedTime = state.currentTime;

  const update = (): void => {
    due = undefined;
    if (player.currentTime === firedTime) return;
    firedTime = player.currentTime;
    last = performance.now();
    fire('timeupdate');
  };
  const settle = (): void => {
    seeking = undefined;
    fire('seeked');
  };
  const follow = (scrubbed: boolean): void => {
    due ??= setTimeout(update, Math.max(0, last + UPDATE_INTERVAL - performance.now()));
    if (!scrubbed) return;
    if (!seeking) fire('seeking');
    clearTimeout(seeking);
    seeking = setTimeout(settle, SEEK_TIMEOUT);
  };

  return {
    fireChanges() {
      const was = state;
      const now = (state = stateOf(player));
      if (now.paused !== was.paused) fire(now.paused ? 'pause' : 'play');
      if (now.paused && !was.paused && now.ended) fire('ended');
      if (now.playbackRate !== was.playbackRate) fire('ratechange');
      if (now.selected !== was.selected || now.selectedPerson !== was.selectedPerson) {
        fire('select');
      }
      if (now.currentTime !== was.currentTime) follow(now.paused && was.paused);
    },
    ignoreChanges() {
      state = stateOf(player);
      firedTime = state.currentTime;
    },
  };
}

const stateOf = ({
  currentTime,
  paused,
  playbackRate,
  selected,
  selectedPerson,
  ended,
}: PlayerState): PlayerState => ({
  currentTime,
  paused,
  playbackRate,
  selected,
  selectedPerson,
  ended,
});
