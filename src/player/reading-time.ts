import type { StoryEvent } from '../story/story.ts';
import { textIn } from '../story/text.ts';

/** Shortest stop at an event, in ms at 1×. */
export const SHORTEST_READING = 1500;

/**
 * Letters of a headline that a reader reads in a second. At this pace a story of two years plays in two to three
 * minutes.
 */
const PACE = 26;

/** A Chinese character or a syllable of Hangul counts as `LETTERS` letters. */
const DENSE = /[\u2E80-\uD7FF]/g;
const LETTERS = 3;

/** How long playing stops at an event, in ms at 1×: the time to read its headline. */
export function readingTimeOf(event: StoryEvent, language: string): number {
  const { text } = textIn(event.title, language, language);
  const letters = text.length + (LETTERS - 1) * (text.match(DENSE)?.length ?? 0);
  return Math.max(SHORTEST_READING, (letters / PACE) * 1000);
}
