import type { ShownDate } from '../story/chronology.ts';
import { langOn, textIn, type LocalizedText } from '../story/text.ts';
import type { Story, StoryEvent, Text } from '../story/story.ts';
import type { DateWords } from '../time/date-words.ts';
import { formatPoint } from '../time/format.ts';
import type { PlaceMark, Scene } from './scene.ts';

/** The phrases that describe a scene, in one language. */
export interface SceneWords extends DateWords {
  /** The language in which the story's texts are wanted, where the interface has no words in it. */
  readonly told?: string;
  /** Separators: between the items of a list, after a name that is explained, and between sentences. */
  readonly comma: string;
  readonly colon: string;
  readonly stop: string;
  readonly eventOf: (number: number, total: number) => string;
  readonly afterEvent: (number: number, total: number) => string;
  readonly events: (count: number) => string;
  readonly soFar: (count: number) => string;
}

/** A date as a heading, in its own precision: “12 June 2018”, “June 2018”, “2018”, “2010s”. */
export const describeDate = (date: ShownDate, words: DateWords): string =>
  formatPoint(date.localTime, date.precision, words);

/**
 * Describes a moment, sentence by sentence: “12 June 2018”, “Singapore: Trump and Kim meet”, “Event 21 of 44”.
 * Between events: “14 June 2018”, “After event 21 of 44”.
 */
export function tellMoment(
  scene: Scene,
  story: Story,
  words: SceneWords,
): readonly LocalizedText[] {
  const date = plain(describeDate(scene, words));
  const total = story.events.length;
  const [event] = scene.now;
  if (!event) return [date, plain(words.afterEvent(scene.begun, total))];
  // An event under way may have begun before the latest one. The number is then the latest one's.
  const count = event === scene.latest?.event ? words.eventOf : words.afterEvent;
  return [date, tellEvent(event, story, words), plain(count(scene.begun, total))];
}

/** A sentence in the page's own language. */
export const plain = (text: string): LocalizedText => ({ text, lang: undefined });

/** A text of the story as the reader gets it, with its language. */
const tell = (text: Text, story: Story, { told, language }: SceneWords) =>
  textIn(text, told ?? language, story.language);

/** An event as a sentence, with the language of its title. */
export const tellEvent = (event: StoryEvent, story: Story, words: SceneWords): LocalizedText => ({
  text: describeEvent(event, story, words),
  lang: langOn(words.language, tell(event.title, story, words).language),
});

/** “Singapore: Trump and Kim meet”. */
export function describeEvent(event: StoryEvent, story: Story, words: SceneWords): string {
  const title = tell(event.title, story, words).text;
  if (!event.at) return title;
  const place = tell(event.at.mark.name, story, words).text;
  return title.includes(place) ? title : place + words.colon + title;
}

/** The name of a place's button: “Singapore, 3 events, 1 so far”. */
export function describePlace(mark: PlaceMark, story: Story, words: SceneWords): string {
  const name = tell(mark.place.name, story, words).text;
  return [name, words.events(mark.total), words.soFar(mark.begun)].join(words.comma);
}
