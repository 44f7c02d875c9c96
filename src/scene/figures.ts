import type { EventKind, StoryEvent } from '../story/story.ts';

/**
 * The figure of an event on the map and on its card. The shape carries the meaning, never the colour alone.
 * `table`: people who meet, one seat each. `seal`: an agreement. `envelope`: a letter. `pulse`: a statement, or what fits no other kind.
 * `ring`: a test or a demolition. `pennant`: an occasion. `hatch`: a change to the place itself. `span`: a state.
 */
export type Figure =
  'table' | 'seal' | 'envelope' | 'pulse' | 'ring' | 'pennant' | 'hatch' | 'span';

/** The figure of each kind of event. A journey also has an arc; its table shows who has arrived. */
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
  event: 'pulse',
};

/** Agreements are drawn below the timeline's axis, everything else above it. */
export const isBelowAxis = (event: StoryEvent): boolean => event.kind === 'agreement';
