import type { Player } from '../../player/player.svelte.ts';
import type { EventName } from '../protocol.ts';

/** `timeupdate` at most so often, in ms: four times a second, as media do. */
const PACE = 250;
/** A reader who has not moved the slider for so long, in ms, has found the place. */
const SETTLED = 250;

type Position = Pick<Player, 'currentTime' | 'paused' | 'playbackRate' | 'selected' | 'ended'>;

export interface PlayerEvents {
  /** Compares with what has been told, and tells the difference. To be called after every change. */
  look(): void;
  /** What is so now needs no telling: whoever would be told has done it. */
  keep(): void;
}

/** Turns changes of a player into events, in the order and at the pace of media. */
export function createPlayerEvents(
  player: Position,
  tell: (name: EventName) => void,
): PlayerEvents {
  let told = positionOf(player);
  let last = -Infinity;
  let due: ReturnType<typeof setTimeout> | undefined;
  let seeking: ReturnType<typeof setTimeout> | undefined;
  /** Where the playhead stood when that was last told. */
  let toldTime = told.currentTime;

  const update = (): void => {
    due = undefined;
    if (player.currentTime === toldTime) return;
    toldTime = player.currentTime;
    last = performance.now();
    tell('timeupdate');
  };
  const settle = (): void => {
    seeking = undefined;
    tell('seeked');
  };
  const follow = (scrubbed: boolean): void => {
    due ??= setTimeout(update, Math.max(0, last + PACE - performance.now()));
    if (!scrubbed) return;
    if (!seeking) tell('seeking');
    clearTimeout(seeking);
    seeking = setTimeout(settle, SETTLED);
  };

  return {
    look() {
      const was = told;
      const now = (told = positionOf(player));
      if (now.paused !== was.paused) tell(now.paused ? 'pause' : 'play');
      if (now.paused && !was.paused && now.ended) tell('ended');
      if (now.playbackRate !== was.playbackRate) tell('ratechange');
      if (now.selected !== was.selected) tell('select');
      if (now.currentTime !== was.currentTime) follow(now.paused && was.paused);
    },
    keep() {
      told = positionOf(player);
      toldTime = told.currentTime;
    },
  };
}

const positionOf = ({
  currentTime,
  paused,
  playbackRate,
  selected,
  ended,
}: Position): Position => ({
  currentTime,
  paused,
  playbackRate,
  selected,
  ended,
});
