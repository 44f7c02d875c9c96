import { covers, paragraphsOf, textIn, tidyBreaks } from '../../text.ts';
import type { Media, Story, Text } from '../../story.ts';
import type { Loss } from '../format.ts';

/**
 * What XML forbids, control characters that no format has a use for, and halves of a character. Tabs and line breaks
 * stay.
 */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/gu;

/** Texts of a story for a file in one language. `where` is the place in the story, in case something is removed. */
export interface Texts {
  /** A text with its paragraphs and its markup, as it is written. */
  readonly prose: (text: Text | null, where: string) => string;
  /** A name or a title, which have no markup, in one line. */
  readonly line: (text: Text, where: string) => string;
  /** What was removed from the texts so far, once for each place. */
  readonly losses: () => readonly Loss[];
}

/** Reads texts in the wanted language, else as a page does in the nearest, without characters that break a file. */
export function createTexts(story: Story, language: string): Texts {
  const removed = new Map<string, number>();
  const prose = (text: Text | null, where: string): string => {
    if (text === null) return '';
    const wording = textIn(text, language, story.language).text;
    const clean = wording.replace(FORBIDDEN, '');
    if (clean.length < wording.length) removed.set(where, wording.length - clean.length);
    return tidyBreaks(clean);
  };
  return {
    prose,
    line: (text, where) => paragraphsOf(prose(text, where)).join(' '),
    losses: () =>
      [...removed].map(([where, count]) => ({
        where,
        message: `${count} control ${count === 1 ? 'character' : 'characters'} that files of this format cannot hold are left out. Remove them from the story.`,
      })),
  };
}

const tagsIn = (text: Text | null): readonly string[] =>
  text === null || typeof text === 'string' ? [] : Object.keys(text);

const textsOf = ({ alt, caption, credit }: Media): readonly (Text | null)[] => [
  alt,
  caption,
  credit,
];

/** The languages of a story that a file in one language leaves out. */
export function otherLanguages(story: Story, language: string): readonly string[] {
  const texts = [
    story.title,
    story.summary,
    story.credits,
    ...story.people.flatMap(({ name, role }) => [name, role]),
    ...story.places.map(({ name }) => name),
    ...story.events.flatMap(({ title, text, media }) => [title, text, ...media.flatMap(textsOf)]),
  ];
  const others = new Set(texts.flatMap(tagsIn));
  return [...others].filter((tag) => !covers(tag, language) && !covers(language, tag));
}
