import type { Person, Place, Source } from '../../story.ts';
import type { Medium, Tag } from './extra-fields.ts';
import type { Texts } from './texts.ts';

/** What a file writes in the place of the story's objects: their names in the file's language, each in one line. */
export interface Names {
  readonly person: (person: Person) => string;
  readonly place: (place: Place) => string;
  readonly tag: (tag: Tag) => string;
  /** `Publisher: Title`. */
  readonly source: (source: Source) => string;
  /** Alternative text, caption and credit of an event's medium; empty where there is none. */
  readonly medium: (
    event: string,
    medium: Medium,
  ) => Readonly<Record<'alt' | 'caption' | 'credit', string>>;
}

export function createNames({ line }: Texts): Names {
  return {
    person: ({ id, name }) => line(name, `people, ${id}, name`),
    place: ({ id, name }) => line(name, `places, ${id}, name`),
    tag: ({ id, name }) => line(name, `tags, ${id}, name`),
    source: ({ id, publisher, title }) =>
      [line(publisher, `sources, ${id}, publisher`), line(title, `sources, ${id}, title`)]
        .filter((part) => part !== '')
        .join(': '),
    medium: (event, { alt, caption, credit }) => ({
      alt: line(alt, `events, ${event}, media, alt`),
      caption: line(caption ?? '', `events, ${event}, media, caption`),
      credit: line(credit ?? '', `events, ${event}, media, credit`),
    }),
  };
}
