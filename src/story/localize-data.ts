import type { Media, Text } from './story.ts';
import type { StoryData } from './story-data.ts';
import { covers, textIn, wordingIn } from './text.ts';

/** The story with each text replaced by the result of a function. */
export function mapTexts(data: StoryData, map: (text: Text) => Text): StoryData {
  const mapOptional = (text: Text | null): Text | null => (text === null ? null : map(text));
  const mapName = <T extends { readonly name: Text }>(item: T): T => ({
    ...item,
    name: map(item.name),
  });
  const mapMedia = (media: Media): Media => ({
    ...media,
    alt: map(media.alt),
    caption: mapOptional(media.caption),
    credit: mapOptional(media.credit),
  });
  return {
    ...data,
    title: map(data.title),
    summary: mapOptional(data.summary),
    credits: mapOptional(data.credits),
    insets: data.insets.map(mapName),
    kinds: Object.fromEntries(Object.entries(data.kinds).map(([kind, name]) => [kind, map(name)])),
    groundNames: data.groundNames.map((each) => ({ ...each, name: mapOptional(each.name) })),
    tags: data.tags.map(mapName),
    parties: data.parties.map(mapName),
    people: data.people.map((person) => ({ ...mapName(person), role: mapOptional(person.role) })),
    places: data.places.map((place) => ({ ...mapName(place), media: place.media.map(mapMedia) })),
    events: data.events.map((event) => ({
      ...event,
      title: map(event.title),
      text: map(event.text),
      media: event.media.map(mapMedia),
      claims: event.claims.map((claim) => ({
        ...claim,
        says: map(claim.says),
        differs: mapOptional(claim.differs),
      })),
      commitments: event.commitments.map((commitment) => ({
        ...commitment,
        text: map(commitment.text),
        history: commitment.history.map((change) => ({
          ...change,
          text: mapOptional(change.text),
        })),
      })),
    })),
  };
}

const namesOf = ({ insets, tags, parties, people, places }: StoryData): readonly Text[] =>
  [...insets, ...tags, ...parties, ...people, ...places].map(({ name }) => name);

/** Every text by language tag. A text without a tag is in the story's own language. */
export function taggedTexts(
  data: StoryData,
  isLeftOut: (text: Text) => boolean = () => false,
): readonly Readonly<Record<string, string>>[] {
  const texts: Readonly<Record<string, string>>[] = [];
  mapTexts(data, (text) => {
    if (isLeftOut(text)) return text;
    texts.push(typeof text === 'string' ? { [data.language]: text } : text);
    return text;
  });
  return texts;
}

/**
 * The whole story in one language, for a file of its own. A text that lacks the language is the one that `textIn` finds,
 * and keeps its tag: `{ "en": "…" }`.
 */
export function localizeData(data: StoryData, language: string): StoryData {
  const localize = (text: Text): Text => {
    const found = textIn(text, language, data.language);
    return covers(found.language, language) ? found.text : { [found.language]: found.text };
  };
  return { ...mapTexts(data, localize), language };
}

/** Every language that a text is written in: the story's own first, the others in alphabetical order. */
export function languagesOfData(data: StoryData): readonly string[] {
  const tags = new Set(taggedTexts(data).flatMap((text) => Object.keys(text)));
  return [...new Set([data.language, ...[...tags].sort()])];
}

/**
 * How many texts are not written in a language, or in a language that covers it. A name that is a plain string is the same
 * in every language.
 */
export function countMissing(data: StoryData, tag: string): number {
  const names = new Set<Text>(namesOf(data).filter((name) => typeof name === 'string'));
  const texts = taggedTexts(data, (text) => names.has(text));
  return texts.filter((text) => wordingIn(text, tag) === null).length;
}

/** The languages in which every text is written. The story's own counts in any case, and is first. */
export const wholeLanguagesOfData = (data: StoryData): readonly string[] =>
  languagesOfData(data).filter((tag) => tag === data.language || countMissing(data, tag) === 0);
