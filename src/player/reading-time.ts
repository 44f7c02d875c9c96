import type { StoryEvent } from '../story/story.ts';
import { textIn } from '../story/text.ts';

/** No event is shown for less, at normal speed. */
export const SHORTEST_READING = 1500;

/**
 * Letters of a headline that a reader takes in each second: about the speed of plain reading, so that
 * the whole of a two-year story takes two to three minutes.
 */
const PACE = 26;

/** A Chinese character or a syllable of Hangul tells as much as so many letters. */
const DENSE = /[\u2E80-\uD7FF]/g;
const LETTERS = 3;

/** How long playing rests on an event, in ms at normal speed: as long as its headline takes to read. */
export function readingTimeOf(event: StoryEvent, language: string): number {
  const { text } = textIn(event.title, language, language);
  const letters = text.length + (LETTERS - 1) * (text.match(DENSE)?.length ?? 0);
  return Math.max(SHORTEST_READING, (letters / PACE) * 1000);
}
