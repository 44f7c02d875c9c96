import type { EventKind, StoryEvent } from '../story/story.ts';

/**
 * The figure that stands for an event on the map and on its card. Shape carries the meaning; colour
 * only helps. `table` seats one guest per participant, `seal` binds places, `ring` opens once, `pulse` is
 * something said, `envelope` something sent, `pennant` an occasion, `hatch` a change of the place itself,
 * `span` a state that lasts.
 */
export type Figure =
  'table' | 'seal' | 'envelope' | 'pulse' | 'ring' | 'pennant' | 'hatch' | 'span';

/** One table for the map, the cards and the legend. A journey is drawn as its bow; who has come sits where it ends. */
export const FIGURES: Readonly<Record<EventKind, Figure>> = {
  journey: 'table',
  visit: 'table',
  meeting: 'table',
  agreement: 'seal',
  letter: 'envelope',
  statement: 'pulse',
  ceremony: 'pennant',
  test: 'ring',
  demolition: 'ring',
  measure: 'hatch',
  release: 'pennant',
  report: 'pulse',
  state: 'span',
};

/** Agreements are drawn below the timeline's axis, everything else above it. */
export const isBelowAxis = (event: StoryEvent): boolean => event.kind === 'agreement';
