import { createScenes } from '../scene/scenes.ts';
import type { Scene } from '../scene/scene.ts';
import { travelsOf } from '../scene/travels.ts';
import { createChronology, type Chronology, type Moment } from '../story/chronology.ts';
import { peopleOf } from '../story/people.ts';
import type { Story, StoryEvent } from '../story/story.ts';
import { advance, MAX_FRAME } from './playhead.ts';
import { createPlaybackSchedule, type PlaybackSchedule, type Stop } from './playback-schedule.ts';
import { readingTimeOf } from './reading-time.ts';
import { PlayerScene } from './player-scene.svelte.ts';

/** Speeds offered to the reader, as in `HTMLMediaElement.playbackRate`. */
export const RATES = [0.5, 1, 1.5, 2, 4] as const;

/** A part of the story, in steps. It lies within the story and is not empty. */
export interface Clip {
  readonly start: number;
  readonly end: number;
}

/**
 * The only mutable state: position of the playhead, whether it moves, and the selection. The interface follows
 * `HTMLMediaElement`, but time is counted in the slider's steps (days, for most stories). Slider, keys, clock, address
 * and host page all use these methods.
 */
export class Player {
  readonly story: Story;
  readonly chronology: Chronology;
  readonly #schedule: PlaybackSchedule;
  /** Milliseconds since the playhead last jumped, while motion is reduced. */
  #held = 0;

  #time = $state(0);
  #paused = $state(true);
  #rate = $state(1);
  /** The selection. At most one of these two is not null. */
  #selected = $state<string | null>(null);
  #selectedPerson = $state<string | null>(null);
  /** What is played: the whole story, or the part that an address names. The rest can still be shown. */
  clip: Clip;
  readonly #scene: PlayerScene;
  readonly #selectedMoments = $derived.by(() => {
    const { selectedPerson: person } = this.#scene;
    const place = this.#selected;
    return this.chronology.moments.filter(({ event }) =>
      person ? peopleOf(event).includes(person) : event.at?.mark.id === place,
    );
  });

  constructor(story: Story) {
    this.story = story;
    this.chronology = createChronology(story);
    this.#scene = new PlayerScene(createScenes(story, this.chronology), {
      time: () => this.#time,
      selection: () => this,
    });
    this.#schedule = createPlaybackSchedule(this.#stops(), this.duration);
    this.clip = $state.raw({ start: 0, end: this.duration });
    // Vue would make a proxy of a player that is in its data, and a proxy has no private members.
    Object.preventExtensions(this);
  }

  /** Where playing stops, for how long, and how far ahead a journey begins. */
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

  /** What is shown at this moment. It is always the same object, and its properties change. */
  get scene(): Scene {
    return this.#scene;
  }

  /** Position of the playhead, in steps from the story's beginning. */
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

  /** The id of the person that the reader has chosen. */
  get selectedPerson(): string | null {
    return this.#selectedPerson;
  }

  /** All events of the selected place or person, in order; none without a selection. */
  get selectedMoments(): readonly Moment[] {
    return this.#selectedMoments;
  }

  get ended(): boolean {
    return this.currentTime >= this.clip.end;
  }

  get playbackRate(): number {
    return this.#rate;
  }

  /** Rates are limited to 1/16 to 16, as browsers do for media. */
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

  /** Goes to a position in steps, limited to the story. What is not a number is ignored; scripts have no types. */
  seek(time: number): void {
    if (Number.isNaN(Number(time))) return;
    this.#held = 0;
    this.#time = Math.min(this.duration, Math.max(0, time));
  }

  /** Goes to the last event that begins on a step of the slider. The last step goes to the end. */
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

  /**
   * As on a music player: first to the beginning of the current event, then to the event before. Where a step is longer
   * than a day, the event's own date is shown until its step ends, so its beginning would look the same.
   */
  previous(): void {
    const { latest, step } = this.scene;
    const { calendar, moments } = this.chronology;
    if (!latest) return this.seek(0);
    const looksTheSame = calendar.unit !== 'day' && step === Math.floor(latest.start);
    const settled = looksTheSame || this.currentTime <= latest.start + latest.creep;
    this.seek((settled ? moments[latest.order - 1] : latest)?.start ?? 0);
  }

  /**
   * Selects a place, and lets go of a person; null lets go of the place. For a place within another, the place with its
   * mark is selected. An id that the story does not have is ignored.
   */
  select(id: string | null): void {
    const place = this.story.places.find((each) => each.id === id);
    if (id !== null && !place) return;
    this.#selected = place?.mark.id ?? null;
    if (place) this.#selectedPerson = null;
  }

  /**
   * Selects a person, and lets go of a place; null lets go of the person. An id that the story does not have is ignored.
   */
  selectPerson(id: string | null): void {
    if (id !== null && !this.story.people.some((each) => each.id === id)) return;
    this.#selectedPerson = id;
    if (id !== null) this.#selected = null;
  }

  /**
   * Moves the playhead by so many milliseconds of real time. `stepwise` is for reduced motion: it jumps from event to
   * event.
   */
  tick(elapsed: number, stepwise = false): void {
    if (this.paused) return;
    const { start, end } = this.clip;
    if (this.currentTime < start) this.#time = start;
    const there = stepwise
      ? this.#step(elapsed)
      : advance(this.currentTime, elapsed, this.#rate, this.#schedule);
    const next = Math.min(there, end);
    // A reader who has gone beyond the clip's end stays there.
    if (next > this.currentTime) this.#time = next;
    this.#paused = this.ended;
  }

  /** The next event, if it is due; otherwise 0. */
  #step(elapsed: number): number {
    this.#held += Math.min(MAX_FRAME, elapsed);
    const there = this.#schedule.timeAt(
      this.#schedule.msAt(this.currentTime) + this.#held * this.#rate,
    );
    if (there < Math.min(this.#upcoming, this.clip.end)) return 0;
    this.#held = 0;
    return this.#upcoming;
  }

  /** Where the next event begins; after the last, the end. */
  get #upcoming(): number {
    return this.chronology.moments[this.scene.begun]?.start ?? this.duration;
  }
}
