import type { StoryDraft } from '../../story/formats/format.ts';
import { slug } from '../../story/formats/carry/ids.ts';

/** What an author is asked for a new story. */
export interface Answers {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA name or offset. */
  readonly zone: string;
}

const place = (
  id: string,
  name: string,
  coordinates: readonly [lng: number, lat: number],
  zone: string,
  more: StoryDraft = {},
): StoryDraft => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates },
  properties: { name, zone, kind: 'city', precision: 2000, ...more },
});

const person = (id: string, name: string, initials: string, role: string): StoryDraft => ({
  id,
  name,
  initials,
  role,
  party: 'nasa',
  home: 'houston',
});

const CREW = ['armstrong', 'aldrin', 'collins'];

/**
 * A small story that has a bit of everything, to be written over. Its text and its sources are NASA's, in the public domain.
 * `schema` is the address of the format's JSON Schema, for editors.
 */
export const createStory = ({ title, language, zone }: Answers, schema: string): StoryDraft => ({
  $schema: schema,
  version: 1,
  id: slug(title) || 'story',
  language,
  title,
  summary: 'How three astronauts left and came back in the summer of 1969.',
  zone,
  parties: [{ id: 'nasa', name: 'NASA', hue: 'west' }],
  people: [
    person('armstrong', 'Neil Armstrong', 'NA', 'Commander'),
    person('aldrin', 'Buzz Aldrin', 'BA', 'Lunar module pilot'),
    person('collins', 'Michael Collins', 'MC', 'Command module pilot'),
  ],
  places: {
    type: 'FeatureCollection',
    features: [
      place('houston', 'Houston', [-95.37, 29.76], 'America/Chicago', { main: true }),
      place('kennedy', 'Kennedy Space Center', [-80.604, 28.608], 'America/New_York', {
        kind: 'site',
      }),
      place('pacific', 'The Pacific', [-169.15, 13.32], 'UTC', { kind: 'site', precision: 10_000 }),
      place('new-york', 'New York', [-74.006, 40.713], 'America/New_York', { main: true }),
    ],
  },
  sources: [
    {
      id: 'nasa-apollo-11',
      publisher: 'NASA',
      title: 'Apollo 11',
      url: 'https://www.nasa.gov/mission/apollo-11/',
    },
  ],
  events: [
    {
      id: 'launch',
      kind: 'journey',
      when: '1969-07-16T09:32',
      at: 'kennedy',
      who: CREW,
      title: 'Apollo 11 is launched',
      text: 'A Saturn V rocket lifts off with three astronauts.',
      sources: ['nasa-apollo-11'],
    },
    {
      id: 'splashdown',
      when: '1969-07-24',
      at: 'pacific',
      who: CREW,
      title: 'They are back on Earth',
      text: 'The command module comes down in the Pacific. The USS Hornet picks the astronauts up.',
      sources: ['nasa-apollo-11'],
      follows: [{ event: 'launch' }],
    },
    {
      id: 'parade',
      kind: 'ceremony',
      when: '1969-08-13',
      at: 'new-york',
      who: CREW,
      title: 'A parade in New York',
      text: 'They ride through the city under paper streamers.',
      sources: ['nasa-apollo-11'],
    },
  ],
});
