import type { Person, StoryEvent } from './story.ts';

/** Everybody in an event, once each: who takes part, then the writer and the receiver of a letter. */
export function peopleOf({ who, letter }: Pick<StoryEvent, 'who' | 'letter'>): readonly Person[] {
  return [...new Set([...who, ...(letter ? [letter.from, letter.to] : [])])];
}
