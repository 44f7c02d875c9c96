import type { Scene, View } from '../scene/scene.ts';
import type { Scenes } from '../scene/scenes.ts';

/** What a scene depends on: the position of the playhead, and the place or person that is selected. */
interface Position {
  readonly time: () => number;
  readonly selection: () => Pick<View, 'selected' | 'selectedPerson'>;
}

/**
 * The scene at a player's position, as one chain: time, turn, episode. If the turn is the same number as before, the
 * chain stops there. So a playhead that moves between two turns updates only the date and the travellers.
 */
export class PlayerScene implements Scene {
  readonly #scenes: Scenes;
  readonly #position: Position;

  constructor(scenes: Scenes, position: Position) {
    this.#scenes = scenes;
    this.#position = position;
    // As for the player: a proxy has no private members.
    Object.preventExtensions(this);
  }

  readonly #turn = $derived.by(() => this.#scenes.turnAt(this.time));
  readonly #episode = $derived.by(() =>
    this.#scenes.episodeAt(this.#turn, this.#position.selection()),
  );
  readonly #date = $derived.by(() => this.#scenes.dateAt(this.time, this.#episode));
  readonly #localTime = $derived(this.#date.localTime);
  readonly #precision = $derived(this.#date.precision);
  readonly #step = $derived.by(() => Math.floor(this.time));
  readonly #arcs = $derived.by(() => this.#scenes.arcsAt(this.time));

  get time() {
    return this.#position.time();
  }
  get step() {
    return this.#step;
  }
  get localTime() {
    return this.#localTime;
  }
  get precision() {
    return this.#precision;
  }
  get arcs() {
    return this.#arcs;
  }
  get begun() {
    return this.#episode.begun;
  }
  get latest() {
    return this.#episode.latest;
  }
  get now() {
    return this.#episode.now;
  }
  get meanwhile() {
    return this.#episode.meanwhile;
  }
  get foreseen() {
    return this.#episode.foreseen;
  }
  get places() {
    return this.#episode.places;
  }
  get figures() {
    return this.#episode.figures;
  }
  get traces() {
    return this.#episode.traces;
  }
  get selected() {
    return this.#episode.selected;
  }
  get selectedPerson() {
    return this.#episode.selectedPerson;
  }
  get commitmentStatuses() {
    return this.#scenes.commitmentStatuses;
  }
}
