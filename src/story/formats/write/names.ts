import type { Media, Person, Place, Source, Tag } from '../../story.ts';
import type { Texts } from './texts.ts';

/** What a file writes in the place of the story's objects: their names in the file's language, each in one line. */
export interface Names {
  readonly person: (person: Person) => string;
  readonly place: (place: Place) => string;
  readonly tag: (tag: Tag) => string;
  /** `Publisher: Title`. */
  readonly source: (source: Source) => string;
  /** The address of a source; empty where there is none. */
  readonly url: (source: Source) => string;
  /** Address, alternative text, caption and credit of an event's medium; empty where there is none. The last two may have markup. */
  readonly medium: (
    event: string,
    medium: Media,
  ) => Readonly<Record<'url' | 'alt' | 'caption' | 'credit', string>>;
}

export function createNames({ line, prose }: Texts): Names {
  return {
    person: ({ id, name }) => line(name, `people, ${id}, name`),
    place: ({ id, name }) => line(name, `places, ${id}, name`),
    tag: ({ id, name }) => line(name, `tags, ${id}, name`),
    source: ({ id, publisher, title }) =>
      [line(publisher, `sources, ${id}, publisher`), line(title, `sources, ${id}, title`)]
        .filter((part) => part !== '')
        .join(': '),
    url: ({ id, url }) => line(url ?? '', `sources, ${id}, url`),
    medium: (event, medium) => ({
      url: line(medium.src, `events, ${event}, media`),
      alt: line(medium.alt, `events, ${event}, media, alt`),
      caption: prose(medium.caption, `events, ${event}, media, caption`),
      credit: prose(medium.credit, `events, ${event}, media, credit`),
    }),
  };
}
