import { languagesOfData, wholeLanguagesOfData } from '../../story/localize-data.ts';
import type { StoryData } from '../../story/story-data.ts';
import { isSpoken } from './choose-language.ts';

/**
 * The languages in which a page can be read, the story's own first: those in which it is whole, and those of the
 * interface. In a language of the interface a text that is missing is shown in the story's own.
 */
export function readableLanguagesOf(data: StoryData): readonly string[] {
  const whole = wholeLanguagesOfData(data);
  return languagesOfData(data).filter((tag) => whole.includes(tag) || isSpoken(tag));
}
