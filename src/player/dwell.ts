import type { StoryEvent } from '../story/story.ts';
import { textIn } from '../story/text.ts';

/** No event is shown for less, at normal speed. */
export const SHORTEST_DWELL = 1500;

/**
 * Characters of a headline that a reader takes in each second: about the speed of plain reading, so that
 * the whole of a two-year story takes two to three minutes.
 */
const PACE = 26;

/** How long playing rests on an event, in ms at normal speed: as long as its headline takes to read. */
export function dwellOn(event: StoryEvent, language: string): number {
  const { text } = textIn(event.title, language, language);
  return Math.max(SHORTEST_DWELL, (text.length / PACE) * 1000);
}
