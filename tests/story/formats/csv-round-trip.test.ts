import { expect, it } from 'vitest';
import { readOtherFormat } from '../../../src/story/formats/read-other-format.ts';
import { exportCsv } from '../../../src/story/formats/write/csv.ts';
import { textIn } from '../../../src/story/text.ts';
import type { Story } from '../../../src/story/story.ts';
import { THAW } from '../../fixtures/shipped.ts';
import type { Draft } from './sheet/kit.ts';
import { TWO_MEETINGS } from './write/stories.ts';

interface PlaceRead {
  readonly id: string;
  readonly properties: { readonly name: string };
}

it('The CSV of the shipped story is read back with the same events', async () => {
  const { text } = exportCsv(THAW, 'en');
  const imported = await readOtherFormat(new TextEncoder().encode(text));
  if (!imported.ok) throw new Error(JSON.stringify(imported.faults.slice(0, 5)));
  const read = imported.story['events'] as readonly Record<string, unknown>[];
  const titleOf = (event: (typeof THAW.events)[number]) => textIn(event.title, 'en', 'en').text;
  expect(read.map(({ title }) => title)).toEqual(THAW.events.map(titleOf));
  expect(read.map(({ kind }) => kind)).toEqual(THAW.events.map(({ kind }) => kind));
  expect(read.map(({ id }) => id)).toEqual(THAW.events.map(({ id }) => id));
  const links = (event: (typeof THAW.events)[number]) =>
    event.follows.map(({ event: id, verb }) => `${verb} ${id}`).sort();
  const linksRead = (event: Record<string, unknown>) =>
    ((event['follows'] ?? []) as readonly { event: string; verb?: string }[])
      .map(({ event: id, verb = 'follows' }) => `${verb} ${id}`)
      .sort();
  expect(read.map(linksRead)).toEqual(THAW.events.map(links));
  // Of a place at which nothing happens a table of events has no position.
  const located = new Set(THAW.events.map(({ at }) => at));
  const nameOf = (place: (typeof THAW.places)[number]) => textIn(place.name, 'en', 'en').text;
  const features = (imported.story['places'] as { features: readonly PlaceRead[] }).features;
  const names = new Map(features.map(({ id, properties }) => [id, properties.name]));
  expect(read.map(({ about }) => ((about ?? []) as string[]).map((id) => names.get(id)))).toEqual(
    THAW.events.map(({ about }) => about.filter((place) => located.has(place)).map(nameOf)),
  );
  const drafts = THAW.events.flatMap(({ about }) => about);
  expect(drafts.some((place) => located.has(place))).toBe(true);
});

const [seoul, busan] = TWO_MEETINGS.places;

/** The events of a story that went through a CSV, and the notes of the export. */
async function throughCsv(story: Story) {
  const { text, losses } = exportCsv(story, 'en');
  const imported = await readOtherFormat(new TextEncoder().encode(text));
  if (!imported.ok) throw new Error(JSON.stringify(imported.faults));
  return { story: imported.story as unknown as Draft, losses };
}

it('Two places of one name come back as two, with a number, which is told', async () => {
  if (seoul === undefined || busan === undefined) throw new Error('The story has two places.');
  const places = [
    { ...seoul, name: 'Springfield' },
    { ...busan, name: 'springfield' },
  ];
  const [event] = TWO_MEETINGS.events;
  if (event === undefined) throw new Error('The story has an event.');
  const events = places.map((at, index) => ({
    ...event,
    id: `event-${index}`,
    at,
    follows: [],
    about: [],
  }));
  const { story, losses } = await throughCsv({ ...TWO_MEETINGS, places, events });
  expect(story.places.features.map(({ properties }) => properties['name'])).toEqual([
    'Springfield',
    'springfield (2)',
  ]);
  expect(losses).toContainEqual({
    where: `places, ${busan.id}, name`,
    message:
      'Another one has the same name, which a table takes for the same. This one is “springfield (2)” there.',
  });
});

it('A name with a comma and an address with a semicolon come back whole', async () => {
  const [event] = TWO_MEETINGS.events;
  const [source] = TWO_MEETINGS.sources;
  const [person, other] = TWO_MEETINGS.people;
  if (!event || !source || !person || !other) throw new Error('The story has one of each.');
  const king = { ...person, name: 'Martin Luther King, Jr.' };
  const urls = ['https://a.example/x;id=1', 'https://a.example/x;y', 'https://a.example/x;'];
  const events = urls.map((url, index) => ({
    ...event,
    id: `event-${index}`,
    kind: 'letter' as const,
    who: [king],
    letter: { from: king, to: other },
    tags: [{ id: 'dc', name: 'Washington, D.C.' }],
    follows: [],
    about: [],
    sources: [{ ...source, id: `source-${index}`, title: `Talks ${index}`, url }],
  }));
  const { story } = await throughCsv({ ...TWO_MEETINGS, people: [king, other], events });
  expect(story.people[0]?.['name']).toBe('Martin Luther King, Jr.');
  expect(story.events.map(({ who, from }) => [who, from])).toEqual(
    urls.map(() => [['martin-luther-king-jr'], 'martin-luther-king-jr']),
  );
  expect(story.tags).toMatchObject([{ name: 'Washington, D.C.' }]);
  expect(story.sources.map(({ url }) => url)).toEqual([
    'https://a.example/x;id=1',
    'https://a.example/x%3By',
    'https://a.example/x%3B',
  ]);
});
