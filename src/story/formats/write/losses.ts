import type { Person, Place, Source, Story, StoryEvent } from '../../story.ts';
import type { Loss } from '../format.ts';
import { otherLanguages } from './texts.ts';

/** A field of a story file: its key as written, whether it says something, and what it is in words. */
interface Field<T> {
  readonly key: string;
  readonly isSet: (each: T) => boolean;
  readonly words: string;
}

type Fields<T> = Readonly<Record<Exclude<keyof T, 'id'>, Field<T>>>;

const always = () => true;

/** Every field of an event. A type error here is a new field: say what a file without it has lost. */
const EVENT = {
  kind: { key: 'kind', isSet: always, words: 'its kind' },
  status: { key: 'status', isSet: ({ status }) => status !== 'happened', words: 'its status' },
  title: { key: 'title', isSet: always, words: 'its title' },
  text: { key: 'text', isSet: always, words: 'its text' },
  when: { key: 'when', isSet: always, words: 'its date' },
  at: { key: 'at', isSet: ({ at }) => at !== null, words: 'its place' },
  who: { key: 'who', isSet: ({ who }) => who.length > 0, words: 'who took part' },
  about: { key: 'about', isSet: ({ about }) => about.length > 0, words: 'what places it is about' },
  letter: { key: 'from, to', isSet: ({ letter }) => letter !== null, words: 'who wrote to whom' },
  via: { key: 'via', isSet: ({ via }) => via.length > 0, words: 'the route of the journey' },
  follows: { key: 'follows', isSet: ({ follows }) => follows.length > 0, words: 'what it follows' },
  sources: { key: 'sources', isSet: ({ sources }) => sources.length > 0, words: 'its sources' },
  claims: {
    key: 'claims',
    isSet: ({ claims }) => claims.length > 0,
    words: 'what sources say about it',
  },
  commitments: {
    key: 'commitments',
    isSet: ({ commitments }) => commitments.length > 0,
    words: 'what was promised, and what became of it',
  },
  tags: { key: 'tags', isSet: ({ tags }) => tags.length > 0, words: 'its tags' },
  // Told with the names of kinds of the story.
  kindName: { key: 'kind', isSet: () => false, words: 'the name of its kind' },
  media: { key: 'media', isSet: ({ media }) => media.length > 0, words: 'its media' },
  // No format has them.
  captions: {
    key: 'media, captions',
    isSet: ({ media }) => media.some(({ captions }) => captions.length > 0),
    words: 'the captions of its videos',
  },
  poster: {
    key: 'media, poster',
    isSet: ({ media }) => media.some(({ poster }) => poster !== null),
    words: 'the pictures before its videos',
  },
} as const satisfies Fields<StoryEvent> & Record<'captions' | 'poster', Field<StoryEvent>>;

const PERSON = {
  name: { key: 'name', isSet: always, words: 'their names' },
  initials: { key: 'initials', isSet: always, words: 'their initials' },
  role: { key: 'role', isSet: always, words: 'their roles' },
  party: { key: 'party', isSet: always, words: 'their parties' },
  home: { key: 'home', isSet: always, words: 'where they come from' },
} as const satisfies Fields<Person>;

const PLACE = {
  name: { key: 'name', isSet: always, words: 'their names' },
  zone: { key: 'zone', isSet: always, words: 'their time zones' },
  kind: { key: 'kind', isSet: always, words: 'their kinds' },
  precision: { key: 'precision', isSet: always, words: 'how exact they are' },
  mark: { key: 'within', isSet: (place) => place.mark !== place, words: 'which lies in which' },
  main: { key: 'main', isSet: ({ main }) => main, words: 'which are labelled from the beginning' },
  point: {
    key: 'point',
    isSet: ({ geometry }) => geometry.type !== 'Point',
    words: 'where the labels of lines and areas are',
  },
  geometry: {
    key: 'geometry',
    isSet: ({ geometry }) => geometry.type !== 'Point',
    words: 'the shapes of lines and areas',
  },
  media: { key: 'media', isSet: ({ media }) => media.length > 0, words: 'their media' },
} as const satisfies Fields<Place>;

const SOURCE = {
  language: { key: 'language', isSet: () => false, words: 'their language' },
  publisher: { key: 'publisher', isSet: always, words: 'their publishers' },
  title: { key: 'title', isSet: always, words: 'their titles' },
  author: { key: 'author', isSet: ({ author }) => author !== null, words: 'their authors' },
  date: { key: 'date', isSet: ({ date }) => date !== null, words: 'their dates' },
  url: { key: 'url', isSet: ({ url }) => url !== null, words: 'their addresses' },
} as const satisfies Fields<Source>;

const STORY = {
  version: { key: 'version', isSet: () => false, words: 'the version of the format' },
  language: { key: 'language', isSet: always, words: 'the language of the story' },
  title: { key: 'title', isSet: always, words: 'the title of the story' },
  summary: { key: 'summary', isSet: always, words: 'the summary' },
  credits: { key: 'credits', isSet: ({ credits }) => credits !== null, words: 'the credits' },
  publisher: {
    key: 'publisher',
    isSet: ({ publisher }) => publisher !== null,
    words: 'who publishes the story',
  },
  published: {
    key: 'published',
    isSet: ({ published }) => published !== null,
    words: 'when the story was published',
  },
  modified: {
    key: 'modified',
    isSet: ({ modified }) => modified !== null,
    words: 'when the story was changed',
  },
  card: { key: 'card', isSet: ({ card }) => card !== null, words: 'the event for social media' },
  zone: { key: 'zone', isSet: always, words: 'the time zone of events without a place' },
  frame: { key: 'frame', isSet: always, words: 'the first view of the map' },
  insets: { key: 'insets', isSet: ({ insets }) => insets.length > 0, words: 'the insets' },
  parties: { key: 'parties', isSet: ({ parties }) => parties.length > 0, words: 'the parties' },
  kinds: {
    key: 'kinds',
    isSet: ({ kinds }) => Object.keys(kinds).length > 0,
    words: 'the names of kinds of events',
  },
  groundNames: {
    key: 'ground',
    isSet: ({ groundNames }) => groundNames.length > 0,
    words: 'the names on the ground',
  },
  tags: { key: 'tags', isSet: () => false, words: 'the tags' },
  // Their fields are told one by one.
  people: { key: 'people', isSet: () => false, words: 'the people' },
  places: { key: 'places', isSet: () => false, words: 'the places' },
  sources: { key: 'sources', isSet: () => false, words: 'the sources' },
  events: { key: 'events', isSet: () => false, words: 'the events' },
} as const satisfies Fields<Story>;

/** Which fields a format has room for. All others that say something are told as lost. */
export interface Held {
  /** The file in a sentence: `a CSV file`. */
  readonly name: string;
  readonly story: readonly (keyof typeof STORY)[];
  readonly events: readonly (keyof typeof EVENT)[];
  readonly people: readonly (keyof typeof PERSON)[];
  readonly places: readonly (keyof typeof PLACE)[];
  readonly sources: readonly (keyof typeof SOURCE)[];
  /** Whether every entry of each list is in the file, and every text in all its languages. */
  readonly isWhole?: true;
  /** Whether places are in the file also where no event happens. */
  readonly hasAllPlaces?: true;
}

const unheld = <T>(fields: Readonly<Record<string, Field<T>>>, held: readonly string[]) =>
  Object.entries(fields)
    .filter(([name]) => !held.includes(name))
    .map(([, field]) => field);

/** Fields of all entries of a list, each told once: `people, role`. */
function lostOfList<T>(
  list: string,
  entries: readonly T[],
  fields: readonly Field<T>[],
  name: string,
): Loss[] {
  return fields
    .filter(({ isSet }) => entries.some(isSet))
    .map(({ key, words }) => ({ where: `${list}, ${key}`, message: sentence(words, name) }));
}

const sentence = (words: string, name: string): string =>
  `${name[0]?.toUpperCase()}${name.slice(1)} has no room for ${words}. Keep the story file too.`;

/** Entries that no event leads to in a file that has only events. */
const unnamed = (list: string, entries: readonly { readonly id: string }[], used: Set<unknown>) =>
  entries
    .filter((entry) => !used.has(entry))
    .map(({ id }) => ({
      where: `${list}, ${id}`,
      message:
        'No event of the file names it, so the file does not have it. Keep the story file too.',
    }));

/**
 * People, places and sources that are left out because a file has them only at their events. Where it has no names of
 * theirs at all, that is told already.
 */
function leftOut({ people, places, sources, events }: Story, held: Held): Loss[] {
  const has = (key: keyof typeof EVENT) => held.events.includes(key);
  const of = (key: keyof typeof EVENT, pick: (event: StoryEvent) => readonly unknown[]) =>
    has(key) ? events.flatMap(pick) : [];
  const persons = [
    ...of('who', ({ who }) => who),
    ...of('letter', ({ letter }) => (letter ? [letter.from, letter.to] : [])),
  ];
  const grounds = [...of('at', ({ at }) => [at]), ...of('about', ({ about }) => about)];
  const listed = of('sources', (event) => event.sources);
  return [
    ...(held.people.length > 0 ? unnamed('people', people, new Set(persons)) : []),
    ...(held.places.length > 0 && !held.hasAllPlaces
      ? unnamed('places', places, new Set(grounds))
      : []),
    ...(held.sources.length > 0 ? unnamed('sources', sources, new Set(listed)) : []),
  ];
}

/** What a format has no room for: each field of the story once, of an event once for each event. */
export function lossesOf(story: Story, language: string, held: Held): Loss[] {
  const { name } = held;
  const fields = unheld<StoryEvent>(EVENT, held.events);
  const others = otherLanguages(story, language);
  const languages: Loss = {
    where: 'story, texts',
    message: `The file is in ${language}. For the texts in ${others.join(', ')}, export the story again in that language.`,
  };
  return [
    ...(others.length > 0 && !held.isWhole ? [languages] : []),
    ...unheld<Story>(STORY, held.story)
      .filter(({ isSet }) => isSet(story))
      .map(({ key, words }) => ({ where: `story, ${key}`, message: sentence(words, name) })),
    ...(held.isWhole ? [] : leftOut(story, held)),
    ...lostOfList('people', story.people, unheld<Person>(PERSON, held.people), name),
    ...lostOfList('places', story.places, unheld<Place>(PLACE, held.places), name),
    ...lostOfList('sources', story.sources, unheld<Source>(SOURCE, held.sources), name),
    ...story.events.flatMap((event) =>
      fields
        .filter(({ isSet }) => isSet(event))
        .map(({ key, words }) => ({
          where: `events, ${event.id}, ${key}`,
          message: sentence(words, name),
        })),
    ),
  ];
}
