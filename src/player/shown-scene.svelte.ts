import { isSameList } from '../scene/same.ts';
import type { Scene } from '../scene/scene.ts';

/**
 * The scene that is on show, kept up part by part. Each part is a signal of its own and is set only when
 * it has changed, so a playhead that moves on between two turns of the story wakes the few who look at the
 * date, and not everybody who looks at some scene.
 */
export class ShownScene implements Scene {
  time = $state.raw(0);
  step = $state.raw(0);
  localTime = $state.raw(0);
  precision = $state.raw<Scene['precision']>('day');
  begun = $state.raw(0);
  latest = $state.raw<Scene['latest']>(null);
  now = $state.raw<Scene['now']>([]);
  meanwhile = $state.raw<Scene['meanwhile']>([]);
  foreseen = $state.raw<Scene['foreseen']>([]);
  places = $state.raw<Scene['places']>([]);
  figures = $state.raw<Scene['figures']>([]);
  arcs = $state.raw<Scene['arcs']>([]);
  traces = $state.raw<Scene['traces']>({ all: [], count: 0 });
  selected = $state.raw<Scene['selected']>(null);
  readonly commitmentStatuses: Scene['commitmentStatuses'];
  /** What was shown last, beside the signals: comparing with it makes nobody depend on them. */
  #last: Scene;

  constructor(scene: Scene) {
    this.commitmentStatuses = scene.commitmentStatuses;
    this.#last = scene;
    this.show(scene);
  }

  show(scene: Scene): void {
    const last = this.#last;
    const { time, step, localTime, precision, begun, latest, selected } = scene;
    const parts = {
      time,
      step,
      localTime,
      precision,
      begun,
      latest,
      selected,
      now: keep(last.now, scene.now),
      meanwhile: keep(last.meanwhile, scene.meanwhile),
      foreseen: keep(last.foreseen, scene.foreseen),
      places: keep(last.places, scene.places),
      figures: keep(last.figures, scene.figures),
      arcs: keep(last.arcs, scene.arcs),
      traces: last.traces.count === scene.traces.count ? last.traces : scene.traces,
    };
    this.#last = { ...parts, commitmentStatuses: this.commitmentStatuses };
    Object.assign(this, parts);
  }
}

/** The list that was there, if the new one holds the very same things. */
const keep = <T>(last: readonly T[], next: readonly T[]): readonly T[] =>
  isSameList(last, next) ? last : next;
