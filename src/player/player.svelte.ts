import { createScenes } from '../scene/scenes.ts';
import type { Scene } from '../scene/scene.ts';
import { travelsOf } from '../scene/travels.ts';
import { createChronology, type Chronology } from '../story/chronology.ts';
import type { Story, StoryEvent } from '../story/story.ts';
import { advance, MAX_FRAME } from './playhead.ts';
import { createPlaybackSchedule, type PlaybackSchedule, type Stop } from './playback-schedule.ts';
import { readingTimeOf } from './reading-time.ts';
import { PlayerScene } from './player-scene.svelte.ts';

/** Speeds offered to the reader, in the words of `HTMLMediaElement.playbackRate`. */
export const RATES = [0.5, 1, 1.5, 2, 4] as const;

/** A part of the story, in steps: within it, and not empty. */
export interface Clip {
  readonly start: number;
  readonly end: number;
}

/**
 * The one mutable thing: where the playhead stands, whether it moves, and what is selected. It speaks as
 * `HTMLMediaElement` does, except that time is counted in the slider's steps (days, for most stories).
 * Slider, keys, clock, address and host page all come through these methods.
 */
export class Player {
  readonly story: Story;
  readonly chronology: Chronology;
  readonly #score: PlaybackSchedule;
  /** Playing time that has passed since the last step, while motion is reduced. */
  #held = 0;

  #time = $state(0);
  #paused = $state(true);
  #rate = $state(1);
  #selected = $state<string | null>(null);
  /** What is played: all of the story, unless an address names a part of it. The rest is there to be seen. */
  clip: Clip;
  readonly #scene: PlayerScene;

  constructor(story: Story) {
    this.story = story;
    this.chronology = createChronology(story);
    this.#scene = new PlayerScene(createScenes(story, this.chronology), {
      time: () => this.#time,
      selected: () => this.#selected,
    });
    this.#score = createPlaybackSchedule(this.#stops(), this.duration);
    this.clip = $state.raw({ start: 0, end: this.duration });
  }

  /** Where playing stops, how long, and how far ahead of it somebody sets out. */
  #stops(): readonly Stop[] {
    const departures = new Map<StoryEvent, number>();
    for (const { journey, start } of travelsOf(this.chronology)) {
      departures.set(journey.event, Math.min(start, departures.get(journey.event) ?? start));
    }
    return this.chronology.moments.map(({ event, start, creep }) => ({
      at: start,
      end: start + creep,
      dwell: readingTimeOf(event, this.story.language),
      approach: start - (departures.get(event) ?? start),
    }));
  }

  get duration(): number {
    return this.chronology.duration;
  }

  /** What is to be seen at this moment: one object for good, whose parts change. */
  get scene(): Scene {
    return this.#scene;
  }

  /** Where the playhead stands, in steps from the story's beginning. */
  get currentTime(): number {
    return this.#time;
  }

  get paused(): boolean {
    return this.#paused;
  }

  /** The id of the place that the reader has chosen. */
  get selected(): string | null {
    return this.#selected;
  }

  get ended(): boolean {
    return this.currentTime >= this.clip.end;
  }

  get playbackRate(): number {
    return this.#rate;
  }

  /** Speeds outside a sixteenth to sixteen times are held at those ends, as browsers do for media. */
  set playbackRate(rate: number) {
    if (Number.isFinite(rate)) this.#rate = Math.min(16, Math.max(1 / 16, rate));
  }

  /** Starts, or starts again from the beginning when what is played has ended. */
  play(): void {
    if (this.ended) this.#time = this.clip.start;
    this.#held = 0;
    this.#paused = false;
  }

  pause(): void {
    this.#paused = true;
  }

  /** Goes to a position in steps, held within the story; what is not a number is ignored. */
  seek(time: number): void {
    if (Number.isNaN(time)) return;
    this.#held = 0;
    this.#time = Math.min(this.duration, Math.max(0, time));
  }

  /** Goes where the slider's step is best read: to the last event that begins on it, or to the end. */
  seekStep(step: number): void {
    this.seek(this.chronology.restAt(Math.max(0, step)));
  }

  /** Goes to an event's beginning. An id that the story does not have is ignored. */
  seekEvent(id: string): void {
    const moment = this.chronology.momentOf(id);
    if (moment) this.seek(moment.start);
  }

  next(): void {
    this.seek(this.#upcoming);
  }

  /** As on a music player: first back to the beginning of what is shown, then to the event before. */
  previous(): void {
    const { latest } = this.scene;
    const { moments } = this.chronology;
    if (!latest) return this.seek(0);
    const settled = this.currentTime <= latest.start + latest.creep;
    this.seek((settled ? moments[latest.order - 1] : latest)?.start ?? 0);
  }

  /** Selects a place by its id; null clears the selection. What is no place is ignored. */
  select(id: string | null): void {
    const known = id === null || this.story.places.some((place) => place.mark.id === id);
    if (!known) return;
    this.#selected = id;
  }

  /**
   * Moves the playhead by so many milliseconds of the reader's time; `stepwise` from event to event
   * without showing the way between, which is what reduced motion asks for.
   */
  tick(elapsed: number, stepwise = false): void {
    if (this.paused) return;
    const { start, end } = this.clip;
    if (this.currentTime < start) this.#time = start;
    const there = stepwise
      ? this.#step(elapsed)
      : advance(this.currentTime, elapsed, this.#rate, this.#score);
    const next = Math.min(there, end);
    // Who has gone beyond the end by himself stays there.
    if (next > this.currentTime) this.#time = next;
    this.#paused = this.ended;
  }

  /** Where the reader has waited long enough to be taken; 0 as long as he has not. */
  #step(elapsed: number): number {
    this.#held += Math.min(MAX_FRAME, elapsed);
    const there = this.#score.timeAt(this.#score.msAt(this.currentTime) + this.#held * this.#rate);
    if (there < Math.min(this.#upcoming, this.clip.end)) return 0;
    this.#held = 0;
    return this.#upcoming;
  }

  /** Where the next event begins; after the last, the end. */
  get #upcoming(): number {
    return this.chronology.moments[this.scene.begun]?.start ?? this.duration;
  }
}
